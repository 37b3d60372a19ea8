/// Parsers under fuzzing: `scripts/fuzz.sh`. Run as ordinary tests, they replay what was found.
@NullMarked
package dev.demur.archive.fuzz;

import org.jspecify.annotations.NullMarked;
