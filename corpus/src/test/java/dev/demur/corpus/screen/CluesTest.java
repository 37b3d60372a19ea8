package dev.demur.corpus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.corpus.redact.GivenNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What [Clues] misses nobody looks at, so that a line added to a list must not be missed.
class CluesTest {
  private static final Lexicon LEXICON = new Lexicon();
  private static final Clues CLUES = new Clues(LEXICON);

  @Test
  void everyWordThatStandsForAPersonIsSeen() {
    for (String line : WordList.lines("particular")) {
      assertThat(seen(line.replace("*", "ab"), false)).as(line).isTrue();
    }
    for (String line : WordList.lines("particular-pairs")) {
      assertThat(seen(line.substring(0, (line + " ").indexOf(' ')), false)).as(line).isTrue();
    }
    for (String line : WordList.lines("opening")) {
      assertThat(seen(line.replace("*", "ab"), true)).as(line).isTrue();
    }
    GivenNames.all().forEach(name -> assertThat(seen(name, false)).as(name).isTrue());
  }

  /// But those with `0`, where words of other lists stand.
  @ParameterizedTest
  @EnumSource(SpecialCategory.class)
  void everyPhraseIsFoundWhereItStands(SpecialCategory category) {
    List<String> lost = new ArrayList<>();
    for (String line : WordList.lines(category.name().toLowerCase(Locale.ROOT))) {
      String text = String.join(" ", Sentences.words(line)).replaceAll("\\*(?= |$)", "");
      boolean found = Sentences.of(text, CLUES).stream().anyMatch(s -> !LEXICON.in(s).isEmpty());
      if (!found && line.indexOf('0') < 0) {
        lost.add(line);
      }
    }
    assertThat(lost).isEmpty();
  }

  private static boolean seen(String word, boolean first) {
    return (CLUES.of(word.toCharArray(), 0, word.length(), first) & Clues.PERSON) != 0;
  }
}
