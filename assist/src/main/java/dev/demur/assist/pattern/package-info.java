/// Sentences with gaps: ours, and those that enough members write; a member's own facts fill them.
///
/// Open [dev.demur.assist.pattern.Patterns] first, then [dev.demur.assist.pattern.Frame].
@NullMarked
package dev.demur.assist.pattern;

import org.jspecify.annotations.NullMarked;
