package dev.demur.assist.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Learned;
import dev.demur.assist.SuggestionService;
import dev.demur.assist.embed.Embedder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names, pronouns, gaps and age cues change neither ranks nor texts.
class FairnessTest {
  /// Tells every text from every other, so that a swap that reached the search would be seen.
  private static final class Letters implements Embedder {
    @Override
    public int dimensions() {
      return 64;
    }

    @Override
    public String name() {
      return "letters";
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      List<float[]> vectors = new ArrayList<>();
      for (String text : texts) {
        float[] vector = new float[64];
        for (int i = 0; i < text.length(); i++) {
          vector[(text.charAt(i) * 31 + i) % 64] += 1f / (1 + text.length());
        }
        vectors.add(vector);
      }
      return vectors;
    }
  }

  @Test
  void pairsThatDifferInWhatMustNotMatterComeOutAlike() {
    var service = new SuggestionService(Learned.nothing(), (asker, shown) -> {}, () -> "id");

    List<Fairness.Measured> measured = new Fairness(new Letters(), service).run(8);

    assertThat(measured).extracting(Fairness.Measured::swapped).hasSize(4);
    for (Fairness.Measured each : measured) {
      assertThat(each.pairs()).isGreaterThanOrEqualTo(5);
      assertThat(each).isEqualTo(new Fairness.Measured(each.swapped(), each.pairs(), 0, 0, 0));
    }
  }
}
