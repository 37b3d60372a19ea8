/// Jobs and members brought together, with reasons: suitability, matching and career paths.
///
/// Open [dev.demur.assist.career.Fit] first, then [dev.demur.assist.career.Matching] and
/// [dev.demur.assist.career.Careers].
@NullMarked
package dev.demur.assist.career;

import org.jspecify.annotations.NullMarked;
