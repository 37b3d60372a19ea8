package dev.demur.learn.statistics;

/// Something that enough members stand for.
///
/// @param value a skill or a title, in lower case
/// @param members how many distinct members
public record Supported(String value, long members) {}
