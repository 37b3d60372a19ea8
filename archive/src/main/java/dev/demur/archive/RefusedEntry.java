package dev.demur.archive;

/// A part of an archive that should have been imported and could not be; the rest was.
///
/// @param line the first line refused; 1 is the first line of the entry, 0 means all of it
public record RefusedEntry(String entry, int line, String reason) {}
