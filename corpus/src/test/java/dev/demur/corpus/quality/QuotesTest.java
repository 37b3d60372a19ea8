package dev.demur.corpus.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
  @Test
  void linesOfOthersAndWhatIntroducesThemGo() {
    assertThat(
            Quotes.removed(
                """
                I could not agree more.

                On 3 May 2025, Ada Lind wrote:
                > We should all learn to bake.
                > It is good for the soul.

                What do you think?\
                """))
        .isEqualTo("I could not agree more.\n\n\nWhat do you think?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Am 3. Mai 2025 schrieb Ada Lind:",
        "Le 3 mai 2025, Ada Lind a écrit :",
        "El 3 de mayo de 2025, Ada Lind escribió:",
        "Il 3 maggio 2025 Ada Lind ha scritto:",
        "Op 3 mei 2025 schreef Ada Lind het volgende:"
      })
  void introductionsAreKnownInSixLanguages(String introduction) {
    assertThat(Quotes.removed("Yes.\n" + introduction + "\n> No.")).isEqualTo("Yes.");
  }

  @Test
  void aForwardedMessageGoesToItsEnd() {
    assertThat(Quotes.removed("See below.\n-----Original Message-----\nFrom: Bo\nHello all"))
        .isEqualTo("See below.");
    assertThat(Quotes.removed("-- Ursprüngliche Nachricht --\nVon: Bo")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“We are what we repeatedly do every day.” — Ada Lind",
        "\"We are what we repeatedly do every day.\" - Ada Lind, philosopher",
        "„Wir sind, was wir jeden Tag tun.“ – Ada Lind",
        "« Nous sommes ce que nous faisons chaque jour » — Ada Lind",
        "“We are what we repeatedly do every day.”\n— Ada Lind"
      })
  void aQuotationWithItsAuthorGoes(String quotation) {
    assertThat(Quotes.removed(quotation)).isEmpty();
    assertThat(Quotes.removed("So true.\n" + quotation + "\nI live by it."))
        .isEqualTo("So true.\nI live by it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She said \"let us go\" - and we went to the river that day",
        "\"Agile\" - the most misused word of our trade",
        "'Twas a long week",
        "- bread\n- salt\n- water",
        "2 > 1, and 3 > 2",
        "I wrote:\na book about bread",
        "“We are what we repeatedly do every day.” And I do too little.",
        "-----\nNews\n-----",
        ""
      })
  void theWritersOwnWordsStay(String text) {
    assertThat(Quotes.removed(text)).isSameAs(text);
  }

  @Test
  void aLongLineOfQuotationMarksTakesNoTime() {
    String hostile = "\"" + "a' ".repeat(200_000);
    assertThat(Quotes.removed(hostile)).isSameAs(hostile);
  }
}
