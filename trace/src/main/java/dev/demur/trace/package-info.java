/// Whose words are these, and how many members support them.
///
/// [dev.demur.trace.Words] normalises a text, [dev.demur.trace.Segment] holds the words of one
/// slice as a file, and [dev.demur.trace.TraceIndex] answers over all of them. Open the last first.
@NullMarked
package dev.demur.trace;

import org.jspecify.annotations.NullMarked;
