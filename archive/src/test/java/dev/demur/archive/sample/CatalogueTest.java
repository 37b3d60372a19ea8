package dev.demur.archive.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  void thereAreOccupationsOfManyFields() {
    assertThat(CATALOGUE.occupations()).hasSizeGreaterThanOrEqualTo(48);
    assertThat(CATALOGUE.fields()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(CATALOGUE.countries())
        .extracting(Country::code)
        .containsExactlyInAnyOrder(
            "DE", "FR", "GB", "IE", "ES", "IT", "NL", "CH", "SE", "PL", "US", "CA", "HK", "IN",
            "BR", "AU");
  }

  @Test
  void everyOccupationIsComplete() {
    for (Occupation occupation : CATALOGUE.occupations()) {
      assertThat(occupation.titles()).as(occupation.id()).hasSize(5);
      assertThat(occupation.tasks()).as(occupation.id()).hasSize(8);
      assertThat(new HashSet<>(occupation.skills())).as(occupation.id()).hasSize(12);
      assertThat(occupation.results()).as(occupation.id()).hasSize(4);
      assertThat(occupation.lessons())
          .as(occupation.id())
          .hasSize(4)
          .allMatch(s -> s.endsWith("."));
      assertThat(occupation.pitches())
          .as(occupation.id())
          .hasSize(2)
          .allMatch(s -> s.endsWith("."));
      assertThat(occupation.questions())
          .as(occupation.id())
          .hasSize(2)
          .allMatch(s -> s.endsWith("?"));
      assertThat(CATALOGUE.nextOf(occupation)).as(occupation.id()).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void everySectorHasEmployersInEveryCountry() {
    for (Occupation occupation : CATALOGUE.occupations()) {
      for (Country country : CATALOGUE.countries()) {
        for (String sector : occupation.sectors()) {
          List<String> names = CATALOGUE.organisations(sector, country);
          assertThat(new HashSet<>(names)).hasSameSizeAs(country.stems());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plan lessons, planning lessons, planned lessons, plans lessons",
    "write minutes, writing minutes, wrote minutes, writes minutes",
    "teach children, teaching children, taught children, teaches children",
    "carry boxes, carrying boxes, carried boxes, carries boxes",
    "agree on a date, agreeing on a date, agreed on a date, agrees on a date",
    "lay cables, laying cables, laid cables, lays cables"
  })
  void phrasesAreInflectedByTheirVerb(String phrase, String ing, String past, String third) {
    assertThat(Verbs.ing(phrase)).isEqualTo(ing);
    assertThat(Verbs.past(phrase)).isEqualTo(past);
    assertThat(Verbs.third(phrase)).isEqualTo(third);
  }
}
