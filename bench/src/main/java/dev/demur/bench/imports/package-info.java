/// Archives to records: how many megabytes a second, beside DuckDB's readers; open
/// [dev.demur.bench.imports.ImportBenchmark] first.
@NullMarked
package dev.demur.bench.imports;

import org.jspecify.annotations.NullMarked;
