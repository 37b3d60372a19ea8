package dev.demur.archive.whatsapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/// The lines of a chat, cleaned of what cannot be seen.
final class Lines {
  private Lines() {}

  /// The line with direction marks at its start dropped and every space an ordinary one.
  static String clean(String line) {
    int start = 0;
    while (start < line.length() && isMark(line.charAt(start))) {
      start++;
    }
    String rest = start == 0 ? line : line.substring(start);
    return rest.replace('\u202F', ' ').replace('\u00A0', ' ');
  }

  /// The text without marks at its start.
  static String unmarked(String text) {
    int start = 0;
    while (start < text.length() && isMark(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  static boolean isMark(char c) {
    return c == '\u200E' || c == '\u200F' || c == '\uFEFF' || c == '\u202A' || c == '\u202C';
  }

  /// The next line, whatever ends it; of one that is longer than `max`, the start.
  ///
  /// @return null at the end
  static @org.jspecify.annotations.Nullable String read(BufferedReader reader, int max)
      throws IOException {
    int character = reader.read();
    if (character < 0) {
      return null;
    }
    var line = new StringBuilder();
    while (character >= 0 && character != '\n') {
      if (line.length() < max && character != '\r') {
        line.append((char) character);
      }
      character = reader.read();
    }
    return line.toString();
  }

  static BufferedReader buffered(Reader reader) {
    return new BufferedReader(reader, 1 << 15);
  }
}
