package dev.demur.archive.sample;

/// A person whom a text mentions.
///
/// @param maxim the person's own saying, which the text may quote
record Mentioned(Person person, String maxim) {}
