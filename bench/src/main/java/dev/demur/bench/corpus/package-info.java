/// What the stages of the corpus take. Open [dev.demur.bench.corpus.CorpusBenchmark] first.
@NullMarked
package dev.demur.bench.corpus;

import org.jspecify.annotations.NullMarked;
