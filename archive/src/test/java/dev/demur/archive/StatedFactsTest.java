package dev.demur.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Source;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedFactsTest {
  private static final MemberId ADA = new MemberId("ada");

  private static RecordDraft said(String kind, String value) {
    return new RecordDraft(ADA, new Source("facebook", "profile.json", 1), Category.CONTACT)
        .put(Fields.KIND, kind)
        .put(Fields.VALUE, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "birth date;1990-05-04;1990-05-04",
        "birth date;May 4, 1990;1990-05-04",
        "birth date;September 14, 2009;2009-09-14",
        "geburtsdatum;1990-05-04;1990-05-04"
      })
  void aWholeDateIsLearnt(String kind, String value, LocalDate born) {
    assertThat(StatedFacts.birthDate(said(kind, value).build())).contains(born);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "birth date;May 4",
        "birth date;1990",
        "birth date;?-05-04",
        "birth date;1990-02-30",
        "birth date;0001-01-01",
        "phone;1990-05-04"
      })
  void nothingIsMadeUp(String kind, String value) {
    assertThat(StatedFacts.birthDate(said(kind, value).build())).isEmpty();
  }

  @Test
  void whatSomebodyElseSaysIsNotTheHolders() {
    var other = said("birth date", "1990-05-04").author(Optional.of(new MemberId("bob"))).build();
    assertThat(StatedFacts.birthDate(other)).isEmpty();
  }
}
