package dev.demur.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.testsupport.Seeds;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonsTest {
  private static final List<String> PARTS =
      List.of(
          "a",
          "Z",
          "9",
          "-",
          "'",
          " ",
          "  ",
          "\t",
          "\n",
          "\u00A0",
          "\u00AD",
          "\u0085",
          "é",
          "e\u0301",
          "\u0301",
          "ß",
          "ø",
          "\u02FF",
          "\u0300",
          "Ω",
          "\u200E",
          "\u202F",
          "\uD83D\uDE00",
          "\uD83D",
          "\u007F");

  static LongStream seeds() {
    return Seeds.upTo(20);
  }

  /// What [Persons#clean] means, without its short way for names that are clean already.
  private static String cleanInFull(String name) {
    var clean = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> c > 0xFFFF || !Character.isSurrogate((char) c))
        .forEach(clean::appendCodePoint);
    return clean.toString().strip().replaceAll(" +", " ");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theShortWayGivesWhatTheLongOneGives(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      var name = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        name.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      String text = name.toString();
      assertThat(Persons.clean(text)).as("%s", text).isEqualTo(cleanInFull(text));
    }
  }

  @Test
  void aHandleHasNoAtSignAndSmallLetters() {
    assertThat(Persons.byHandle(" @Ada.Lovell ").orElseThrow().value()).isEqualTo("ada.lovell");
    assertThat(Persons.byHandle("name:ada")).isEmpty();
  }
}
