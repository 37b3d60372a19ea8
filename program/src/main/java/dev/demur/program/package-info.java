/// Training programs as YAML: parse, check, compile, decide.
@NullMarked
package dev.demur.program;

import org.jspecify.annotations.NullMarked;
