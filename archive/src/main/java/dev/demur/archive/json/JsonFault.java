package dev.demur.archive.json;

/// Why an entry, or an item of it, cannot be read.
///
/// @param line 1 is the first line of the entry; 0 means all of it
public record JsonFault(int line, String reason) {}
