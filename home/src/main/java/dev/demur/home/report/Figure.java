package dev.demur.home.report;

/// One number that reports may show: the same in each of them.
///
/// @param id unique and stable, e.g. `members.toggle-off`
/// @param label in words
/// @param from the question whose answer it is
public record Figure(String id, String label, long value, String from) {}
