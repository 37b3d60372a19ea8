package dev.demur.corpus.screen;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// Text in small letters without accents.
final class PlainText {
  /// Letters of Latin scripts without their accents; unknown where that is not one letter.
  private static final char[] LATIN = new char[0x250];

  private static final char UNKNOWN = 0;

  static {
    for (char c = 0; c < LATIN.length; c++) {
      String plain = decomposed(String.valueOf(c));
      LATIN[c] = plain.length() == 1 ? plain.charAt(0) : UNKNOWN;
    }
  }

  private PlainText() {}

  static String of(String text) {
    byte[] letters = text.getBytes(StandardCharsets.UTF_8);
    boolean ascii = letters.length == text.length();
    return ascii ? lower(letters) : withoutMarks(text);
  }

  private static String lower(byte[] ascii) {
    for (int at = 0; at < ascii.length; at++) {
      byte c = ascii[at];
      ascii[at] = (byte) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    }
    return new String(ascii, StandardCharsets.ISO_8859_1);
  }

  private static String withoutMarks(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace('’', '\'').replace("ß", "ss").replace("ø", "o");
    char[] plain = new char[lower.length()];
    for (int at = 0; at < plain.length; at++) {
      char c = lower.charAt(at);
      plain[at] = c < LATIN.length ? LATIN[c] : isPlain(c) ? c : UNKNOWN;
      if (plain[at] == UNKNOWN) {
        return decomposed(lower);
      }
    }
    return new String(plain);
  }

  /// Dashes, quotation marks, dots and bullets, which have no parts.
  private static boolean isPlain(char c) {
    return c >= '\u2010' && c <= '\u2027';
  }

  private static String decomposed(String lower) {
    String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(decomposed.length());
    int code;
    for (int at = 0; at < decomposed.length(); at += Character.charCount(code)) {
      code = decomposed.codePointAt(at);
      if (Character.getType(code) != Character.NON_SPACING_MARK) {
        plain.appendCodePoint(code);
      }
    }
    return plain.toString();
  }
}
