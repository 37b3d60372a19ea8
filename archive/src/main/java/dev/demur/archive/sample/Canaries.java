package dev.demur.archive.sample;

import java.util.ArrayList;

/// Phrases of nonsense words, planted where nothing may ever be learnt from.
///
/// Whoever finds one of them in a corpus, an index or a model knows that a door was left open, and
/// by the list in `truth/canaries.jsonl` which.
final class Canaries {
  private static final int WORDS = 5;
  private static final String[] BEGIN = {
    "br", "cl", "dr", "fl", "gr", "kr", "pl", "qu", "sn", "sp", "tr", "tw", "v", "z", "m", "n"
  };
  private static final String[] MIDDLE = {"a", "e", "i", "o", "u", "oo", "ei", "au"};
  private static final String[] END = {"b", "dge", "lk", "mp", "nt", "rv", "sk", "x", "zz", "ff"};

  private Canaries() {}

  /// Five words that no language has, set apart by single spaces.
  static String phrase(Draw draw) {
    var words = new ArrayList<String>();
    for (int i = 0; i < WORDS; i++) {
      words.add(
          draw.pick(BEGIN)
              + draw.pick(MIDDLE)
              + draw.pick(BEGIN)
              + draw.pick(MIDDLE)
              + draw.pick(END));
    }
    return String.join(" ", words);
  }
}
