/// Tests of the command line, as scripts use it.
@NullMarked
package dev.demur.cli;

import org.jspecify.annotations.NullMarked;
