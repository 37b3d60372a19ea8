package dev.demur.archive.whatsapp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The start of a message: when, and what stands behind it.
///
/// @param shape how it is written; all headers of one file are written alike
/// @param parts the three numbers of the date, in the order of the source
/// @param hour 0 to 23
/// @param second -1 when not given
/// @param raw date and time as they stand there
/// @param rest sender and text
record Header(
    Shape shape, List<Integer> parts, int hour, int minute, int second, String raw, String rest) {
  private static final int MAX_LENGTH = 80;
  private static final Set<String> AFTERNOON =
      Set.of("pm", "p.m.", "p.m", "م", "下午", "午後", "오후", "μμ", "μ.μ.", "du", "pm.");
  private static final Set<String> MORNING =
      Set.of("am", "a.m.", "a.m", "ص", "上午", "午前", "오전", "πμ", "π.μ.", "de", "am.");
  private static final String DATE = "(\\d{1,4})([./-]) ?(\\d{1,2})\\%d ?(\\d{1,4})\\.?";
  private static final String WORD = "(\\p{L}{1,4}(?:\\. ?\\p{L}{1,4})?\\.?)";
  private static final String TIME =
      "(?:" + WORD + " ?)?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?: ?" + WORD + ")?";
  private static final Pattern HEADER =
      Pattern.compile(
          "^(?:(\\[)"
              + DATE.formatted(3)
              + ",? (?:klo |um )?"
              + TIME
              + "\\] ?|"
              + DATE.formatted(12)
              + ",? (?:klo |um )?"
              + TIME
              + " [-\u2013\u2014] )");
  private static final int GROUPS = 9;
  private static final char ARABIC_COMMA = '\u060C';

  /// How a header is written.
  ///
  /// @param bracket whether it stands in brackets
  /// @param separator between the parts of the date
  /// @param yearFirst whether the first part has four digits
  /// @param seconds whether seconds are given
  record Shape(boolean bracket, char separator, boolean yearFirst, boolean seconds) {}

  /// The header at the start of a cleaned line.
  static Optional<Header> of(String line) {
    if (line.isEmpty() || !startsLikeOne(line.charAt(0))) {
      return Optional.empty();
    }
    String start = plain(line.substring(0, Math.min(line.length(), MAX_LENGTH)));
    Matcher matcher = HEADER.matcher(start);
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean bracket = matcher.group(1) != null;
    int from = bracket ? 2 : 2 + GROUPS;
    return of(matcher, from, bracket, line.substring(placeOf(line, matcher.end())));
  }

  private static boolean startsLikeOne(char c) {
    return c == '[' || Character.isDigit(c);
  }

  /// Groups from `from`: part, separator, part, part, word, hour, minute, second, word.
  private static Optional<Header> of(Matcher matcher, int from, boolean bracket, String rest) {
    List<Integer> parts =
        List.of(
            Integer.parseInt(matcher.group(from)),
            Integer.parseInt(matcher.group(from + 2)),
            Integer.parseInt(matcher.group(from + 3)));
    String before = matcher.group(from + 4);
    String after = matcher.group(from + 8);
    String word = (after == null ? before == null ? "" : before : after).replace(" ", "");
    int hour = Integer.parseInt(matcher.group(from + 5));
    int minute = Integer.parseInt(matcher.group(from + 6));
    String seconds = matcher.group(from + 7);
    int second = seconds == null ? -1 : Integer.parseInt(seconds);
    if (hour > 24 || minute > 59 || second > 60) {
      return Optional.empty();
    }
    boolean yearFirst = matcher.group(from).length() == 4;
    var shape = new Shape(bracket, matcher.group(from + 1).charAt(0), yearFirst, seconds != null);
    String raw = matcher.group().replaceAll("^\\[|\\] ?$| [-\u2013\u2014] $", "");
    return Optional.of(
        new Header(shape, parts, hourOf(hour, word), minute, Math.min(second, 59), raw, rest));
  }

  private static int hourOf(int hour, String word) {
    String half = word.toLowerCase(Locale.ROOT);
    if (AFTERNOON.contains(half)) {
      return hour < 12 ? hour + 12 : hour % 24;
    }
    return MORNING.contains(half) && hour == 12 ? 0 : hour % 24;
  }

  /// Digits of other scripts as the ten of ours, the Arabic comma as ours, and no direction marks.
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c > 127 ? Character.digit(c, 10) : -1;
      if (digit >= 0) {
        plain.append((char) ('0' + digit));
      } else if (!Lines.isMark(c)) {
        plain.append(c == ARABIC_COMMA ? ',' : c);
      }
    }
    return plain.toString();
  }

  /// Where the character stands in a line that has this place in the plain one.
  private static int placeOf(String line, int plain) {
    int left = plain;
    int place = 0;
    while (left > 0) {
      left -= Lines.isMark(line.charAt(place)) ? 0 : 1;
      place++;
    }
    return place;
  }
}
