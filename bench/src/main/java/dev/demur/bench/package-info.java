/// Benchmarks by name, each with its peer where there is one; open [dev.demur.bench.Main] first.
@NullMarked
package dev.demur.bench;

import org.jspecify.annotations.NullMarked;
