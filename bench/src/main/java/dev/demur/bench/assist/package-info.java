/// How soon suggestions and matches are answered, and whether they go on while a removal runs.
///
/// Open first: [dev.demur.bench.assist.AssistBenchmark].
@org.jspecify.annotations.NullMarked
package dev.demur.bench.assist;
