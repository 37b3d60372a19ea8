package dev.demur.archive;

/// Something a reader of the import report should know about what was imported.
///
/// @param line 1 is the first line of the entry; 0 where lines mean nothing
public record Note(String entry, int line, String text) {}
