/// Search over people or jobs, by their words and by what they mean.
///
/// Open [dev.demur.assist.match.HybridIndex] first.
@NullMarked
package dev.demur.assist.match;

import org.jspecify.annotations.NullMarked;
