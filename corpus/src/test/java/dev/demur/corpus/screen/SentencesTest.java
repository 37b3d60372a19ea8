package dev.demur.corpus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
  /// By itself and among letters with accents, so that every way through is taken.
  @Test
  void everyCharacterLosesItsAccentsAndNoneElse() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (Character.isSurrogate((char) c)) {
        continue;
      }
      String letter = Character.toString(c);
      assertThat(Sentences.plain(letter)).isEqualTo(expected(letter));
      assertThat(Sentences.plain("É" + letter + "b")).isEqualTo(expected("É" + letter + "b"));
    }
  }

  @Test
  void signsBeyondSixteenBitsStay() {
    assertThat(Sentences.plain("Café 🎉 Ünal")).isEqualTo("cafe 🎉 unal");
  }

  @Test
  void anArticleBeforeAnApostropheIsNoPartOfTheWord() {
    assertThat(Sentences.words("l'Hôpital, c’est Anna's"))
        .isEqualTo(List.of("l", "hopital", "c'est", "anna's"));
  }

  private static String expected(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace('’', '\'').replace("ß", "ss").replace("ø", "o");
    return Normalizer.normalize(lower, Normalizer.Form.NFD)
        .codePoints()
        .filter(code -> Character.getType(code) != Character.NON_SPACING_MARK)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
