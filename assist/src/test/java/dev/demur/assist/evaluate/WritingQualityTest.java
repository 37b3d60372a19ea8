package dev.demur.assist.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.demur.assist.Profiles;
import dev.demur.assist.evaluate.WritingQuality.Completer;
import dev.demur.assist.evaluate.WritingQuality.Measured;
import dev.demur.assist.evaluate.WritingQuality.Text;
import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingQualityTest {
  private static final String PLAIN = "we mend pumps and we mend boats";
  private static final Completer SILENT = (writer, category, typed) -> List.of();

  private static List<Text> texts(int authors) {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < authors; i++) {
      String text = i % 2 == 0 ? PLAIN : PLAIN.replace("boats", "engines of all sorts");
      texts.add(new Text(Profiles.of("m" + i).profile(), Category.CONTENT_POST, text));
    }
    return texts;
  }

  private static Completer knowing(String sentence) {
    return (writer, category, typed) ->
        sentence.startsWith(typed) ? List.of(sentence.substring(typed.length())) : List.of();
  }

  @Test
  void aKeyTakesAWholeSuggestionOrItsNextWord() {
    Measured whole = WritingQuality.of(texts(1), knowing(PLAIN));
    Measured word = WritingQuality.of(texts(1), knowing("we mend pumps or we rest"));

    assertThat(whole.spared().value()).isEqualTo((PLAIN.length() - 1.0) / PLAIN.length());
    assertThat(whole.exact().get(5).value()).isEqualTo(1);
    // "we", " mend", " pumps", a key each
    assertThat(word.spared().value()).isEqualTo((13 - 3.0) / PLAIN.length());
    assertThat(word.exact().get(3).value()).isLessThan(1);
    assertThat(WritingQuality.of(texts(1), SILENT).spared().value()).isZero();
  }

  @Test
  void whatOneSparesMoreThanAnotherIsDrawnAuthorByAuthor() {
    Measured better = WritingQuality.of(texts(40), knowing(PLAIN));
    Measured none = WritingQuality.of(texts(40), SILENT);

    var gain = better.over(none);

    assertThat(gain.value()).isCloseTo(better.spared().value(), within(1e-9));
    assertThat(gain.interval().low()).isPositive();
    assertThat(none.over(none).interval().low()).isZero();
    assertThat(none.over(none).interval().high()).isZero();
    assertThatThrownBy(() -> better.over(WritingQuality.of(texts(2), SILENT)))
        .hasMessage("texts of the same authors can be compared, got 40 and 2 authors");
  }
}
