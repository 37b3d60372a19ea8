package dev.demur.archive.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-02T03:04:05Z",
        "2025-12-31T23:59:59.999Z",
        "2024-02-29T00:00:00.001Z",
        "2025-01-02T03:04:05.678901Z",
        "2025-01-02T03:04:05+01:00",
        "2025-01-02T24:00:00Z",
        "-2025-01-02T03:04:05Z"
      })
  void aTimeIsWhatTheLibrarySaysItIs(String text) {
    assertThat(parsed(text)).isEqualTo(byLibrary(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-02-30T00:00:00Z",
        "2025-13-01T00:00:00Z",
        "2025-01-02 03:04:05Z",
        "2025-01-02T03:04:05.67xZ",
        "2025-01-02T03:04:60Z",
        "20x5-01-02T03:04:05Z"
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> IsoTime.parse(text)).isInstanceOf(DateTimeException.class);
  }

  private static Instant parsed(String text) {
    try {
      return IsoTime.parse(text);
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }

  private static Instant byLibrary(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }
}
