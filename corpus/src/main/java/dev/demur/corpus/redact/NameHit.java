package dev.demur.corpus.redact;

/// A place in a text where a person is named.
///
/// @param start in UTF-16 units
/// @param end exclusive
/// @param person who it is, as handed to [PersonNames.Builder]; of several people with one name,
///   [PersonNames#anybodyNamed]
public record NameHit(int start, int end, String person) {}
