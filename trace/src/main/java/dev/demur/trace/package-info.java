/// Whose words are these, and how many members support them.
@NullMarked
package dev.demur.trace;

import org.jspecify.annotations.NullMarked;
