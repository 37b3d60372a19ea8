package dev.demur.assist.taxonomy;

import java.util.Locale;

/// Titles as they are compared.
final class Titles {
  private Titles() {}

  /// Letters, digits, `+` and `#` in lower case, with single spaces between.
  static String plain(String title) {
    StringBuilder plain = new StringBuilder();
    boolean gap = false;
    String lower = title.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '+' || c == '#') {
        if (gap && !plain.isEmpty()) {
          plain.append(' ');
        }
        plain.append(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return plain.toString();
  }
}
