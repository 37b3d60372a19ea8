package dev.demur.assist.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WriterTest {
  private static Order order(String context, String start, int maxWords, Predicate<String> allows) {
    return new Order(context, start, maxWords, 500, true, 0, 1, allows);
  }

  @Test
  void whatTheModelKnowsIsWrittenUpToTheEndOfTheSentence() {
    var model = new TableModel("the old mill stands by the quiet river. It turns.");

    assertThat(Writer.write(model, order("the old mill", "", 20, _ -> true)))
        .isEqualTo(" stands by the quiet river.");
    assertThat(Writer.write(model, order("the old mill", "", 3, _ -> true)))
        .isEqualTo(" stands by the");
    assertThat(Writer.write(model, order("It turns", "", 3, _ -> true))).isEqualTo(".");
  }

  @Test
  void everyWordIsAskedForWhole() {
    var model = new TableModel("the old mill stands by the river");
    List<String> asked = new ArrayList<>();

    Writer.write(model, order("the old mill", "", 3, text -> asked.add(text)));

    assertThat(asked).containsExactly(" stands", " stands by", " stands by the");
  }

  @Test
  void aWordThatMayNotStandIsReplacedByTheNextLikely() {
    var model = new TableModel("the old mill stands by the river", "the old mill stands at a lake");

    assertThat(Writer.write(model, order("the old mill", "", 4, text -> !text.contains("by"))))
        .isEqualTo(" stands at a lake");
  }

  @Test
  void whereNoWordMayStandTheTextEnds() {
    var model = new TableModel("the old mill stands by the river");

    assertThat(
            Writer.write(
                model, order("the old mill", "", 9, text -> text.strip().equals("stands"))))
        .isEqualTo(" stands");
    assertThat(Writer.write(model, order("the old mill", "", 9, text -> false))).isEmpty();
  }

  @Test
  void aWordThatWasBegunIsFinished() {
    var model = new TableModel("the old mill stands by the river", "the old mill sank");

    assertThat(Writer.write(model, order("the old mill", " sa", 2, _ -> true))).isEqualTo(" sank");
    assertThat(Writer.write(model, order("the old mill", " stan", 2, _ -> true)))
        .isEqualTo(" stands by");
  }

  @Test
  void equalSeedsWriteEqualTexts() {
    var model = new TableModel("a b", "a c", "a d", "b a", "c a", "d a");
    List<String> texts = new ArrayList<>();
    for (long seed : new long[] {1, 1, 2, 3, 4}) {
      Order order = new Order("a", "", 12, 500, false, 5, seed, _ -> true);
      texts.add(Writer.write(model, order));
    }

    assertThat(texts.get(1)).isEqualTo(texts.get(0));
    assertThat(texts.stream().distinct().count()).isGreaterThan(1);
  }

  @Test
  void tokensThatWereTakenBackCountToo() {
    var model = new TableModel("the old mill stands", "the old mill stays");
    Predicate<String> notStands = text -> !text.contains("stands");

    // " s" "ta" "nd" "s" is refused, " s" "ta" "ys" takes its place: seven tokens and one to spare
    assertThat(Writer.write(model, new Order("the old mill", "", 1, 8, true, 0, 1, notStands)))
        .isEqualTo(" stays");
    assertThat(Writer.write(model, new Order("the old mill", "", 1, 7, true, 0, 1, notStands)))
        .isEmpty();
  }

  @Test
  void anOrderForNothingIsRefused() {
    assertThatThrownBy(() -> order("", "", 0, _ -> true))
        .hasMessage(
            "maxWords and maxTokens must be at least 1 and temperature at least 0, got 0, 500 and 0.0");
  }
}
