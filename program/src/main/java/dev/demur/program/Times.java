package dev.demur.program;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Reads the dates and instants of a program file.
final class Times {
  static final String EXPECTED =
      "a day (2025-11-03), a time in the program's zone (2025-11-03T09:00) or an instant"
          + " (2025-11-03T09:00:00Z), between 1900 and 2199";

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private Times() {}

  /// What the text means, or why it means nothing.
  sealed interface Reading {
    record At(Instant instant) implements Reading {}

    record Unclear(String found, String expected) implements Reading {}
  }

  static Reading read(String text, ZoneId zone) {
    try {
      Reading reading = instant(text, zone);
      return reading instanceof Reading.At(Instant at) && (at.isBefore(FIRST) || !at.isBefore(LAST))
          ? new Reading.Unclear(Section.quote(text), EXPECTED)
          : reading;
    } catch (DateTimeParseException e) {
      return new Reading.Unclear(Section.quote(text), EXPECTED);
    }
  }

  private static Reading instant(String text, ZoneId zone) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return local(text, LocalDate.parse(text).atStartOfDay(), zone);
    }
    if (text.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+")) {
      return local(text, LocalDateTime.parse(text), zone);
    }
    return new Reading.At(OffsetDateTime.parse(text).toInstant());
  }

  private static Reading local(String text, LocalDateTime time, ZoneId zone) {
    List<java.time.ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.size() == 1) {
      return new Reading.At(time.toInstant(offsets.getFirst()));
    }
    String what = offsets.isEmpty() ? "does not exist" : "exists twice";
    return new Reading.Unclear(
        "%s, a time that %s in %s because clocks change".formatted(Section.quote(text), what, zone),
        "an instant with its offset, e.g. " + time + "Z");
  }

  static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
