/// The `demur` command: one small class a command, over the jobs of `dev.demur.home`.
///
/// Open [dev.demur.cli.Main] first. Results go to stdout, everything else to stderr.
@NullMarked
package dev.demur.cli;

import org.jspecify.annotations.NullMarked;
