package dev.demur.archive.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a table has been read: the greatest value of the column that grows with each change.
public sealed interface Watermark extends Comparable<Watermark> {
  /// A time.
  ///
  /// @param instant in UTC, where the column has no zone
  record Time(Instant instant, boolean zoned) implements Watermark {}

  /// A number.
  record Count(BigDecimal number) implements Watermark {}

  /// The watermark of a value as the driver gives it; empty for one that is no time and no number.
  static Optional<Watermark> of(@Nullable Object value) {
    return switch (value) {
      case OffsetDateTime time -> Optional.of(new Time(time.toInstant(), true));
      case LocalDateTime time -> Optional.of(new Time(time.toInstant(ZoneOffset.UTC), false));
      case java.sql.Timestamp time ->
          Optional.of(new Time(time.toLocalDateTime().toInstant(ZoneOffset.UTC), false));
      case Number number -> Optional.of(new Count(new BigDecimal(number.toString())));
      case null, default -> Optional.empty();
    };
  }

  /// The watermark that [#text] wrote.
  static Watermark parse(String text) {
    String value = text.substring(1);
    return switch (text.charAt(0)) {
      case 'z' -> new Time(Instant.parse(value), true);
      case 't' -> new Time(Instant.parse(value), false);
      case 'n' -> new Count(new BigDecimal(value));
      default -> throw new IllegalArgumentException("no watermark: " + text);
    };
  }

  /// `z` or `t` and an instant, with or without a zone in the source; `n` and a number.
  default String text() {
    return switch (this) {
      case Time(Instant instant, boolean zoned) -> (zoned ? "z" : "t") + instant;
      case Count(BigDecimal number) -> "n" + number.toPlainString();
    };
  }

  /// The same column's values compare; others do not.
  @Override
  default int compareTo(Watermark other) {
    if (this instanceof Time one && other instanceof Time two) {
      return one.instant().compareTo(two.instant());
    }
    if (this instanceof Count one && other instanceof Count two) {
      return one.number().compareTo(two.number());
    }
    throw new IllegalArgumentException(
        "the column named by since was a time once and a number now; import again with --full");
  }
}
