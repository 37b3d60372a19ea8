package dev.demur.assist.taxonomy;

/// A concept that a text may mean.
///
/// @param score the larger the better; comparable within one answer only
public record Ranked(Concept concept, double score) {}
