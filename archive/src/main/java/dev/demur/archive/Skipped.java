package dev.demur.archive;

/// An entry that holds nothing to import, e.g. a photo or a table without rows.
public record Skipped(String entry, String reason) {}
