package dev.demur.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.testsupport.Seeds;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  static LongStream seeds() {
    return Seeds.upTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I led THE Team!|i led the team",
        "full-time (R&D), C++|full time r d c",
        "don't don’t dont|dont dont dont",
        "‘quoted’ 'words'|quoted words",
        "1,000 or 1.000, 2, 3.|1.000 or 1.000 2 3",
        "Café ＣＡＦＥ́ cafe\u0301|cafe cafe cafe",
        "Straße STRASSE|strasse strasse",
        "se\u200Bcr\u00ADet|secret",
        "раураl РАУРАL 𝓹𝓪𝔂𝓹𝓪𝓵|paypal paypal paypal",
        "Ask [PERSON_1] or [person] at [EMAIL]|ask [person] or person at [email]",
        "我们去|我 们 去",
        "½ ﬁne|1 2 fine",
      })
  void wordsThatLookAlikeAreTheSame(String text, String words) {
    assertThat(String.join(" ", Words.of(text).list())).isEqualTo(words);
  }

  @Test
  void everyWordKnowsItsPlaceInTheText() {
    Words words = Words.of("  Ünlü 😀 don't. [PERSON_12]x");

    assertThat(
            IntStream.range(0, words.size())
                .mapToObj(
                    i -> "  Ünlü 😀 don't. [PERSON_12]x".substring(words.start(i), words.end(i))))
        .containsExactly("Ünlü", "don't", "[PERSON_12]", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I lead a full-time team, daily.|I lead a full-time team, daily. ",
        "C++ and R&D (in C#).|C++ and R&D in C# ",
        "He said \"yes\" - twice|He said yes - twice ",
      })
  void theSurfacesOfATextReadLikeIt(String text, String surfaces) {
    Words words = Words.of(text);

    assertThat(
            IntStream.range(0, words.size()).mapToObj(words::surface).collect(Collectors.joining()))
        .isEqualTo(surfaces.strip().replace(" - ", " ") + " ");
  }

  @Test
  void aWordWithoutEndIsCut() {
    assertThat(Words.of("x".repeat(1_000_000)).list()).hasSize(15_625).contains("x".repeat(64));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyCharactersGiveWordsInOrder(long seed) {
    var random = new SplittableRandom(seed);
    String text =
        random
            .ints(200, 0, Character.MAX_VALUE + 1)
            .mapToObj(unit -> String.valueOf((char) unit))
            .collect(Collectors.joining());

    Words words = Words.of(text);

    for (int i = 0; i < words.size(); i++) {
      assertThat(words.list().get(i)).isNotEmpty().doesNotContain(" ");
      assertThat(words.start(i)).isLessThan(words.end(i));
      assertThat(words.surface(i)).isNotEmpty();
      if (i > 0) {
        assertThat(words.start(i)).isGreaterThanOrEqualTo(words.start(i - 1));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void foldingWhatIsFoldedChangesNothing(long seed) {
    int character = new SplittableRandom(seed).nextInt(0x80, 0x3000);
    for (String word : Words.of(Character.toString(character)).list()) {
      assertThat(Words.of(word).list()).containsExactly(word);
    }
  }
}
