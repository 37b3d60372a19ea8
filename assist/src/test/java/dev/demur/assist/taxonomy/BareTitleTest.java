package dev.demur.assist.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What belongs to the work stays; what belongs to the advertisement goes.
class BareTitleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Nurse (night shift, Leeds);                   Nurse
          Welder [urgent];                              Welder
          Driver (full time;                            Driver
          Cook - Harbour Street - start today;          Cook
          Data Engineer | remote;                       Data Engineer
          #hiring Electrician !!!;                      Electrician
          Go-to-market manager;                         Go-to-market manager
          Planner/Estimator;                            Planner/Estimator
          """)
  void dropsWhatAdvertisementsAdd(String advertised, String bare) {
    assertThat(BareTitle.of(advertised)).isEqualTo(bare);
  }

  @Test
  void keepsATitleOfWhichNothingWouldBeLeft() {
    assertThat(BareTitle.of("(Teacher)")).isEqualTo("(Teacher)");
    assertThat(BareTitle.of("")).isEmpty();
  }
}
