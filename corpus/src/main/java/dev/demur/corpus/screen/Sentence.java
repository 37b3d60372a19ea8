package dev.demur.corpus.screen;

import java.util.BitSet;
import java.util.List;

/// A sentence, and at which of its words it is worth looking closer.
///
/// @param words small letters without accents
/// @param ofPhrases the places of words that may be what a phrase of the lists is looked up by
/// @param ofPersons the places of words that may stand for a particular person
record Sentence(List<String> words, BitSet ofPhrases, BitSet ofPersons) {}
