package dev.demur.archive.sample;

import java.time.YearMonth;

/// One entry of a person's education.
///
/// @param degree empty for a school without one
record Study(String school, String degree, YearMonth since, YearMonth until) {}
