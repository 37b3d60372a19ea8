package dev.demur.corpus.screen;

import dev.demur.corpus.redact.GivenNames;

/// Says of a word in one pass over its letters what it may be. It never misses one, and is rarely
/// wrong. Immutable, thread-safe.
final class Clues {
  /// It may be a word that a phrase is looked up by.
  static final int PHRASE = 1;

  /// It may stand for a particular person.
  static final int PERSON = 2;

  private static final char APOSTROPHE = '\'';
  private static final int ASCII = 128;

  private final WordBits anchors;
  private final WordBits stems;
  private final WordBits persons = new WordBits();
  private final WordBits opening = new WordBits();

  Clues(Lexicon lexicon) {
    anchors = lexicon.anchors();
    stems = lexicon.stems();
    Persons.WORDS.forEach(persons::add);
    GivenNames.all().forEach(persons::add);
    Persons.OPENING_WORDS.forEach(opening::add);
  }

  /// The sum of what a word may be.
  ///
  /// @param text small letters without accents
  /// @param first whether a sentence begins with the word
  int of(char[] text, int start, int end, boolean first) {
    int clues = 0;
    long before = WordBits.start();
    long hash = before;
    for (int at = start; at < end; at++) {
      char letter = text[at];
      before = hash;
      hash = WordBits.add(hash, letter);
      int length = at - start + 1;
      if (Lexicon.isStem(length) && stems.mayHave(hash)) {
        clues |= PHRASE;
      }
      // Of names with other letters the list has another form; `m'` and `anna's` are persons, too.
      if (letter >= ASCII || letter == APOSTROPHE) {
        clues |= PERSON;
      }
    }
    boolean plural = Phrase.isPlural(end - start, text[end - 1]) && anchors.mayHave(before);
    boolean person = persons.mayHave(hash) || (first && opening.mayHave(hash));
    return clues | (plural || anchors.mayHave(hash) ? PHRASE : 0) | (person ? PERSON : 0);
  }
}
