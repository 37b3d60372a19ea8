package dev.demur.assist.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Learned;
import dev.demur.assist.SuggestionService;
import dev.demur.assist.embed.Embedder;
import dev.demur.assist.generate.TableModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.pattern.Patterns;
import dev.demur.trace.TraceIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    areAlike(Learned.nothing());
  }

  /// Each of a pair has one of these by chance in the own records: a year, a name that is a trade.
  @Test
  void neitherDoTheyWhereAModelHitsAMembersYearsOrNameByChance() {
    var model =
        new TableModel(
            "House. I began in 2012. I like my work.",
            "I studied at Northfield College, and I keep learning. I am no Baker. I like my work.");

    areAlike(
        new Learned(
            new TraceIndex(),
            Optional.of(model),
            Patterns.none(),
            Terms.of(List.of("Baker", "Walsh", "Martin"))));
  }

  private static void areAlike(Learned learned) {
    var service = new SuggestionService(learned, (asker, shown) -> {}, () -> "id");

    List<Fairness.Measured> measured = new Fairness(new Letters(), service).run(8, Watch.NONE);

    assertThat(measured).extracting(Fairness.Measured::swapped).hasSize(4);
    for (Fairness.Measured each : measured) {
      assertThat(each.pairs()).isGreaterThanOrEqualTo(5);
      assertThat(each).isEqualTo(new Fairness.Measured(each.swapped(), each.pairs(), 0, 0, 0));
    }
  }
}
