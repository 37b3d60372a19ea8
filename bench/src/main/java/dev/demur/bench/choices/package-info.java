/// Choices over HTTP against a server in a process of its own. Start with
/// [dev.demur.bench.choices.ChoicesBenchmark].
@NullMarked
package dev.demur.bench.choices;

import org.jspecify.annotations.NullMarked;
