package dev.demur.archive.json;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before a JSON value in a script file: `window.YTD.tweets.part0 =`.
///
/// @param variable what is assigned to, without `window.`; empty when nothing is
/// @param line the line on which the rest starts
/// @param rest everything behind the equals sign
record Assignment(String variable, int line, Reader rest) {
  private static final int MAX_LENGTH = 300;
  private static final Pattern START =
      Pattern.compile("\\s*(?:window\\.|var\\s+)?([A-Za-z_][\\w.]{0,200})\\s*=\\s*");
  private static final Pattern END = Pattern.compile("\\s*;?\\s*");

  /// Reads past it, when there is one.
  static Assignment skip(Reader text) throws IOException {
    char[] start = new char[MAX_LENGTH];
    int count = 0;
    int read;
    while (count < MAX_LENGTH && (read = text.read(start, count, MAX_LENGTH - count)) > 0) {
      count += read;
    }
    Matcher matcher = START.matcher(new String(start, 0, count));
    boolean assigns = matcher.lookingAt();
    int end = assigns ? matcher.end() : 0;
    var rest = new PushbackReader(text, MAX_LENGTH);
    rest.unread(start, end, count - end);
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += start[i] == '\n' ? 1 : 0;
    }
    return new Assignment(assigns ? matcher.group(1) : "", line, rest);
  }

  /// Whether nothing but white space and one semicolon is left.
  static boolean endsWith(String buffered, Reader rest) throws IOException {
    var left = new StringBuilder(buffered);
    int character;
    while (left.length() < MAX_LENGTH && (character = rest.read()) >= 0) {
      left.append((char) character);
    }
    boolean blank = left.length() >= MAX_LENGTH && left.toString().isBlank();
    while (blank && (character = rest.read()) >= 0) {
      blank = Character.isWhitespace(character);
    }
    return blank || END.matcher(left).matches();
  }
}
