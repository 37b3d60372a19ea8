package dev.demur.assist.guard;

/// Why a stretch of a text may not be shown.
///
/// @param start first UTF-16 unit
/// @param end one past the last UTF-16 unit
/// @param members how many members but the asking one support it, counted up to the least number
///   that would be enough
public record Finding(Refusal refusal, int start, int end, int members) {}
