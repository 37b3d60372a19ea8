/// How large the index of words is, how fast it is made, and how soon it answers.
///
/// Open first: [dev.demur.bench.trace.TraceBenchmark].
@org.jspecify.annotations.NullMarked
package dev.demur.bench.trace;
