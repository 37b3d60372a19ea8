package dev.demur.trace;

/// A word that members write after some words.
///
/// @param word the folded word
/// @param surface how most of them write it, with punctuation and space behind it; the folded word
///   where no way of writing is common enough
/// @param members how many distinct members write it there, counted up to a cap
/// @param matched how many of the words before it were taken into account
public record Continuation(String word, String surface, int members, int matched) {}
