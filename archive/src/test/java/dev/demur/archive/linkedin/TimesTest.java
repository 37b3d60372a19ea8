package dev.demur.archive.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Moment;
import dev.demur.model.Moment.Precision;
import dev.demur.model.Moment.Zone;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-09 01:21:47|2026-02-09T01:21:47Z|SECOND|ASSUMED_UTC",
        "2026-02-09 01:21:47 UTC|2026-02-09T01:21:47Z|SECOND|UTC",
        "2025-06-01 14:03 UTC|2025-06-01T14:03:00Z|MINUTE|UTC",
        "2022-11-09 08:00|2022-11-09T08:00:00Z|MINUTE|ASSUMED_UTC",
        "2024/02/01 15:02:55 UTC|2024-02-01T15:02:55Z|SECOND|UTC",
        "2024/02/01 15:02:55|2024-02-01T15:02:55Z|SECOND|ASSUMED_UTC",
        "9/29/25, 6:15 PM|2025-09-29T18:15:00Z|MINUTE|ASSUMED_UTC",
        "01/19/24, 12:10 AM|2024-01-19T00:10:00Z|MINUTE|ASSUMED_UTC",
        "01/19/24, 12:10\u202Fpm|2024-01-19T12:10:00Z|MINUTE|ASSUMED_UTC",
        "02/08/15, 15:20 PM|2015-02-08T15:20:00Z|MINUTE|ASSUMED_UTC",
        "08 Feb 2023|2023-02-08T00:00:00Z|DAY|ASSUMED_UTC",
        "8 Sep 2023|2023-09-08T00:00:00Z|DAY|ASSUMED_UTC",
        "4-Apr-21|2021-04-04T00:00:00Z|DAY|ASSUMED_UTC",
        "Sat Sep 05 08:12:14 UTC 2026|2026-09-05T08:12:14Z|SECOND|UTC",
        "Sep 2021|2021-09-01T00:00:00Z|MONTH|ASSUMED_UTC",
        "September 2021|2021-09-01T00:00:00Z|MONTH|ASSUMED_UTC",
        "2018|2018-01-01T00:00:00Z|YEAR|ASSUMED_UTC",
        "Nov 9, 2022|2022-11-09T00:00:00Z|DAY|ASSUMED_UTC",
        "Aug 16, 2023 5:00 PM|2023-08-16T17:00:00Z|MINUTE|ASSUMED_UTC",
        "2024-10-31|2024-10-31T00:00:00Z|DAY|ASSUMED_UTC",
        "2024-10-31T09:08:07Z|2024-10-31T09:08:07Z|SECOND|UTC",
      })
  void everyFormInTheExportIsRead(String raw, Instant instant, Precision precision, Zone zone) {
    assertThat(Times.parse(raw)).contains(new Moment(instant, precision, zone, raw));
  }

  @ParameterizedTest(name = "«{0}»")
  @ValueSource(
      strings = {
        "",
        "Mar 4",
        "yesterday",
        "2026-02-30 01:21:47",
        "2026-02-09 25:21:47",
        "20x6",
        "-123",
        "2026-02-09 01:21:47 CET",
        "13/13/25, 6:15 PM",
        "2026-02-09x01:21:47",
        "08 Helmi 2023",
        "x026-02-09 01:21:47"
      })
  void whatIsNoTimeOrNamesNoYearIsNone(String raw) {
    assertThat(Times.parse(raw)).isEmpty();
  }

  @Test
  void theTimeAtTheEndOfAnUploadSentenceIsRead() {
    assertThat(Times.atEndOf("You uploaded a feed photo on April 12, 2026 at 8:03\u202FAM (GMT)"))
        .map(Moment::instant)
        .contains(Instant.parse("2026-04-12T08:03:00Z"));
    assertThat(Times.atEndOf("You uploaded a feed photo")).isEmpty();
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    var before = java.util.Locale.getDefault();
    try {
      java.util.Locale.setDefault(java.util.Locale.GERMANY);
      assertThat(Times.parse("9/29/25, 6:15 PM")).isPresent();
      assertThat(Times.parse("08 May 2023")).isPresent();
    } finally {
      java.util.Locale.setDefault(before);
    }
  }
}
