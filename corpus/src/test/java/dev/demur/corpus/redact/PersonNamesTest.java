package dev.demur.corpus.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
  private static final PersonNames PEOPLE =
      PersonNames.builder()
          .add("anna", "Anna", "Berg")
          .add("jose", "José Luis", "García Márquez")
          .add("mark", "Mark", "Hill")
          .add("jan", "Jan", "Kowal")
          .add("ute", "Ute", "Müller, PhD")
          .add("jane1", "Jane", "Roe")
          .add("jane2", "Jane", "Doe")
          .add("twin1", "Tom", "Twin")
          .add("twin2", "Tom", "Twin")
          .addFullName("objector", "Xenia Young")
          .build();

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anna          | working with <<Anna Berg>> was fun
          anna          | <<ANNA BERG>> and I
          anna          | with <<anna berg>>'s team
          anna          | signed, <<Berg, Anna>>
          anna          | <<A. Berg>> wrote
          anna          | <<Anna K. Berg>> wrote
          anna          | thanks <<Anna>>!
          anna          | Dear Ms <<Berg>>, hello
          jose          | <<Jose Luis Garcia Marquez>> leads
          jose          | <<José García Márquez>> leads
          jose          | <<José Luis Márquez>> leads
          ute           | <<Ute Mueller>> leads
          ute           | <<Ute Müller>> leads
          jan           | with <<Jan>> in 12 meetings
          jan           | <<Jan Kowal>> 2019
          mark          | <<Mark Hill>> leads
          mark          | I met <<Mark>> there
          name:jane     | ask <<Jane>> about it
          name:tom twin | ask <<Tom Twin>> about it
          objector      | <<Xenia Young>> spoke
          """)
  void isFound(String person, String marked) {
    String text = marked.replace("<<", "").replace(">>", "");
    NameHit hit = new NameHit(marked.indexOf("<<"), marked.indexOf(">>") - 2, person);
    assertThat(PEOPLE.find(text)).containsExactly(hit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mark the date, and climb the hill", "annals of Bergen", "an iceberg", "a young Xenia",
            "Mark my words",
        "on the mark hill", "Roe v. Wade", "Hill climbing", "Xenia went home", "the anna tree",
        "Foreman, Jan 2019 to June 2021", "done on Jan 3, 2019"
      })
  void isLeftAlone(String text) {
    assertThat(PEOPLE.find(text)).isEmpty();
  }

  @Test
  void onceNamedInFullAPersonIsKnownByOneName() {
    String text =
        "Jane Roe joined. Then Jane and I, with the Roe report, left. Mark Hill came; Hill, said Mark, hill.";
    assertThat(PEOPLE.find(text))
        .extracting(NameHit::person)
        .containsExactly("jane1", "jane1", "jane1", "mark", "mark", "mark");
  }

  @Test
  void twoPeopleOfOneNameInOneTextAreNobodyInParticular() {
    assertThat(PEOPLE.find("Jane Roe and Jane Doe met. Jane spoke."))
        .extracting(NameHit::person)
        .containsExactly("jane1", "jane2", "name:jane");
  }

  @Test
  void samePersonSamePlaceholder() {
    String text = "Anna Berg and Mark Hill. Anna led.";
    assertThat(Redactor.redact(text, PEOPLE.find(text)).text())
        .isEqualTo("[PERSON_1] and [PERSON_2]. [PERSON_1] led.");
  }

  @Test
  void theOrderInWhichPeopleAreAddedDoesNotMatter() {
    PersonNames turned =
        PersonNames.builder().add("jane2", "Jane", "Doe").add("jane1", "Jane", "Roe").build();
    PersonNames straight =
        PersonNames.builder().add("jane1", "Jane", "Roe").add("jane2", "Jane", "Doe").build();
    String text = "Jane Roe, Jane Doe, Jane, J. Doe";
    assertThat(turned.find(text)).isEqualTo(straight.find(text));
  }
}
