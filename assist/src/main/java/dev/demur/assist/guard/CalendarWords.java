package dev.demur.assist.guard;

import java.util.Set;

/// Days of the week and months, in small letters.
public final class CalendarWords {
  /// Those that mean nothing else.
  public static final Set<String> PLAIN =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /// Months that are everyday words as well.
  public static final Set<String> DOUBTFUL = Set.of("march", "may");

  private CalendarWords() {}

  public static boolean contains(String word) {
    return PLAIN.contains(word) || DOUBTFUL.contains(word);
  }
}
