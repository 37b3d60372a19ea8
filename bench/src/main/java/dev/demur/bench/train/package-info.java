/// Training and generation beside PyTorch, at three sizes of model; open
/// [dev.demur.bench.train.TrainBenchmark] first.
@NullMarked
package dev.demur.bench.train;

import org.jspecify.annotations.NullMarked;
