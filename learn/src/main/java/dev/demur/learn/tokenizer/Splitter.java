package dev.demur.learn.tokenizer;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into words, the pieces that merges never cross.
///
/// Each pattern cuts the pieces of the one before it: every match is a piece, and so is every gap
/// between two matches. Nothing is lost, so the pieces joined are the text.
record Splitter(List<Pattern> patterns) {
  /// What GPT-2 cuts by, used by `ByteLevel` where nothing else is said.
  static final String GPT2 =
      "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

  /// What our own tokenizers cut by: as GPT-2, but digits stand alone, both apostrophes count,
  /// contractions are whole endings, and marks belong to their letters.
  static final String OWN =
      "['’](?i:s|t|re|ve|m|ll|d)(?!\\p{L})| ?[\\p{L}\\p{M}]+| ?\\p{N}"
          + "| ?[^\\s\\p{L}\\p{M}\\p{N}]+|\\s+(?!\\S)|\\s+";

  Splitter {
    patterns = List.copyOf(patterns);
  }

  /// A pattern in which `\s` is any white space of Unicode, as in the Rust tokenizers.
  static Pattern compile(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }

  void split(String text, Consumer<String> words) {
    split(text, 0, words);
  }

  private void split(String text, int step, Consumer<String> words) {
    if (step == patterns.size()) {
      words.accept(text);
      return;
    }
    Matcher matcher = patterns.get(step).matcher(text);
    int at = 0;
    while (matcher.find()) {
      splitPiece(text, at, matcher.start(), step, words);
      splitPiece(text, matcher.start(), matcher.end(), step, words);
      at = matcher.end();
    }
    splitPiece(text, at, text.length(), step, words);
  }

  private void splitPiece(String text, int from, int to, int step, Consumer<String> words) {
    if (from < to) {
      split(text.substring(from, to), step + 1, words);
    }
  }
}
