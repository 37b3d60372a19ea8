package dev.demur.corpus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  /// By itself and among letters with accents, so that every way through is taken.
  @Test
  void everyCharacterLosesItsAccentsAndNoneElse() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (Character.isSurrogate((char) c)) {
        continue;
      }
      String letter = Character.toString(c);
      assertThat(PlainText.of(letter)).isEqualTo(expected(letter));
      assertThat(PlainText.of("É" + letter + "b")).isEqualTo(expected("É" + letter + "b"));
    }
  }

  @Test
  void signsBeyondSixteenBitsStay() {
    assertThat(PlainText.of("Café 🎉 Ünal")).isEqualTo("cafe 🎉 unal");
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
