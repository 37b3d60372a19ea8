package dev.demur.trace;

import java.util.List;
import java.util.Locale;

/// A word's surface in one byte: how its folded word is capitalised, and what stands behind it.
///
/// Surfaces of another kind (`don't`, `Zoë`, `1,000`) have no such code and are kept as texts.
final class SurfaceCode {
  /// Stands for a surface that is kept as a text.
  static final int TEXT = 255;

  /// The order is part of the format.
  private static final List<String> BEHIND =
      List.of(
          " ", "", ", ", ". ", "; ", ": ", "! ", "? ", "... ", "… ", ".", ",", ":", "-", "/", "'",
          "’", "– ", "— ", "–", "—", "- ", "& ", "&", "+ ", "+", "@", "_", ".. ", "!! ", "!!! ",
          "?! ", "• ", "· ", "% ", "€ ", "$ ", "# ", "#", "/ ", "’ ", "' ", "!", "?", "%", "=", "~",
          "™ ", "® ", "° ");

  private static final int CASES = 3;

  private SurfaceCode() {}

  /// The code of a surface; [#TEXT] where it has none.
  ///
  /// @param word folded
  static int of(String word, String surface) {
    for (int kind = 0; kind < CASES; kind++) {
      String written = written(word, kind);
      if (surface.startsWith(written)) {
        int behind = BEHIND.indexOf(surface.substring(written.length()));
        if (behind >= 0) {
          return kind * BEHIND.size() + behind;
        }
      }
    }
    return TEXT;
  }

  /// The surface of a code.
  static String surface(String word, int code) {
    return written(word, code / BEHIND.size()) + BEHIND.get(code % BEHIND.size());
  }

  private static String written(String word, int kind) {
    if (kind == 0 || word.isEmpty()) {
      return word;
    }
    if (kind == 2) {
      return word.toUpperCase(Locale.ROOT);
    }
    int first = word.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + word.substring(Character.charCount(first));
  }
}
