package dev.demur.corpus.screen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Text as sentences of words: an apostrophe is part of a word, but not that of an article or
/// preposition before it, as in `l'hôpital` and `dell'ospedale`.
final class Sentences {
  /// Letters, digits, and the star of the word lists.
  private static final boolean[] ASCII = new boolean[128];

  /// A longer one is cut: words of a phrase may stand anywhere in a sentence, so that finding them
  /// takes time by the square of its length.
  private static final int MAX_WORDS = 100;

  private static final Set<String> ARTICLES =
      Set.of("l", "d", "qu", "all", "dall", "dell", "nell", "sull", "un");

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.isLetterOrDigit(c) || c == '*';
    }
  }

  private Sentences() {}

  /// The sentences with a word that may be of a phrase or a person; nothing is made of the others.
  static List<Sentence> of(String text, Clues clues) {
    String plain = PlainText.of(text);
    char[] letters = plain.toCharArray();
    List<Sentence> sentences = new ArrayList<>();
    WordBounds words = new WordBounds();
    BitSet ofPhrases = new BitSet();
    BitSet ofPersons = new BitSet();
    for (int end = -1; end < letters.length; ) {
      words.clear();
      end = addSentence(letters, end + 1, words);
      mark(letters, words, clues, ofPhrases, ofPersons);
      if (!ofPhrases.isEmpty() || !ofPersons.isEmpty()) {
        sentences.add(new Sentence(words.of(plain), ofPhrases, ofPersons));
        ofPhrases = new BitSet();
        ofPersons = new BitSet();
      }
    }
    return sentences;
  }

  private static void mark(
      char[] letters, WordBounds words, Clues clues, BitSet ofPhrases, BitSet ofPersons) {
    for (int word = 0; word < words.count(); word++) {
      int seen = clues.of(letters, words.start(word), words.end(word), word == 0);
      if ((seen & Clues.PHRASE) != 0) {
        ofPhrases.set(word);
      }
      if ((seen & Clues.PERSON) != 0) {
        ofPersons.set(word);
      }
    }
  }

  /// The words of a text, sentences run together.
  static List<String> words(String text) {
    String plain = PlainText.of(text);
    char[] letters = plain.toCharArray();
    WordBounds words = new WordBounds();
    for (int end = -1; end < letters.length; ) {
      end = addSentence(letters, end + 1, words);
    }
    return words.of(plain);
  }

  /// Adds the words of a sentence, and returns where it ends.
  private static int addSentence(char[] text, int from, WordBounds words) {
    int most = words.count() + MAX_WORDS;
    int start = -1;
    for (int at = from; at < text.length; at++) {
      if (isInWord(text, at)) {
        start = start < 0 ? at : start;
        continue;
      }
      if (start >= 0) {
        words.add(start, at);
        start = -1;
      }
      if (endsSentence(text, at) || words.count() == most) {
        return at;
      }
    }
    if (start >= 0) {
      words.add(start, text.length);
    }
    return text.length;
  }

  private static boolean isInWord(char[] text, int at) {
    char c = text[at];
    return c < ASCII.length
        ? ASCII[c] || (c == '\'' && isJoining(text, at))
        : Character.isLetterOrDigit(c);
  }

  /// A dot ends a sentence where no letter or digit follows: `ver.di` and `3.5` are one thing. A
  /// colon ends none: who is meant often stands behind it.
  private static boolean endsSentence(char[] text, int at) {
    return switch (text[at]) {
      case '!', '?', '\n' -> true;
      case '.' -> at + 1 == text.length || !Character.isLetterOrDigit(text[at + 1]);
      default -> false;
    };
  }

  private static boolean isJoining(char[] text, int at) {
    return at > 0
        && at + 1 < text.length
        && Character.isLetter(text[at - 1])
        && Character.isLetter(text[at + 1])
        && !endsArticle(text, at - 1);
  }

  /// `l`, `d` or `qu` by itself, and `dell`, `nell`, `sull`, `dall`, `all`, before an apostrophe.
  private static boolean endsArticle(char[] text, int last) {
    int first = last;
    while (first > 0 && Character.isLetter(text[first - 1])) {
      first--;
    }
    return ARTICLES.contains(new String(text, first, last + 1 - first));
  }
}
