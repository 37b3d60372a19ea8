/// Measures of how good the features are, on public data that is not part of this project.
///
/// Open [dev.demur.assist.evaluate.MatchingQuality] first.
@NullMarked
package dev.demur.assist.evaluate;

import org.jspecify.annotations.NullMarked;
