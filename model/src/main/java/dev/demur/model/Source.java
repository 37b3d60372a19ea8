package dev.demur.model;

/// Where in which archive a record stood.
///
/// @param kind `linkedin`, `facebook`, `instagram`, `whatsapp`, `x`, `mastodon` or `platform`
/// @param entry the logical file inside the archive, e.g. `Shares.csv`
/// @param line 1 is the first line; 0 where lines mean nothing
public record Source(String kind, String entry, int line) {}
