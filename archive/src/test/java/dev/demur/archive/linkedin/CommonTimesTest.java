package dev.demur.archive.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Moment;
import dev.demur.model.Moment.Precision;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonTimesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-09 01:21:47|2026-02-09T01:21:47Z|SECOND|ASSUMED_UTC",
        "2026/02/09 01:21:47 UTC|2026-02-09T01:21:47Z|SECOND|UTC",
        "Feb 2026|2026-02-01T00:00:00Z|MONTH|ASSUMED_UTC",
        "09 Feb 2026|2026-02-09T00:00:00Z|DAY|ASSUMED_UTC",
        "Mon Feb 09 01:21:47 UTC 2026|2026-02-09T01:21:47Z|SECOND|UTC",
        "2/9/26, 1:21 AM|2026-02-09T01:21:00Z|MINUTE|ASSUMED_UTC",
        "12/31/26, 12:00 AM|2026-12-31T00:00:00Z|MINUTE|ASSUMED_UTC",
        "02/09/26, 12:59 PM|2026-02-09T12:59:00Z|MINUTE|ASSUMED_UTC",
      })
  void aCommonFormIsRead(String text, Instant instant, Precision precision, Moment.Zone zone) {
    assertThat(CommonTimes.parse(text, "raw"))
        .contains(new Moment(instant, precision, zone, "raw"));
    assertThat(Times.parse(text)).contains(new Moment(instant, precision, zone, text));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "2026-02-30 01:21:47",
        "2026-02-09 25:21:47",
        "2026-02-09T01:21:47",
        "fév 2026",
        "9 Feb 20261",
        "Tue Feb 09 01:21:47 UTC 2026",
        "Mon Feb 09 01:21:47 CET 2026",
        "2/9/26, 13:21 PM",
        "2/9/26, 0:21 AM",
        "2/9/2026, 1:21 AM",
        "2/9/26, 1:21 am",
        "",
        "/,:",
      })
  void whatIsUnusualIsLeftToFormatters(String text) {
    assertThat(CommonTimes.parse(text, text)).isEqualTo(Optional.empty());
  }
}
