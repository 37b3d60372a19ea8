package dev.demur.archive.sample;

import java.util.List;

/// A field of work: what its occupations have in common.
///
/// @param hashtags with their `#`
/// @param lessons whole sentences that anyone in the field may say
record Field(String id, String name, List<String> hashtags, List<String> lessons) {}
