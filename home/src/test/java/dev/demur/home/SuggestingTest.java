package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Answer;
import dev.demur.assist.Suggestion;
import dev.demur.assist.Tone;
import dev.demur.assist.ground.Evidence;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was read is kept between requests, and never longer than it is true.
class SuggestingTest {
  @TempDir Path folder = Path.of("");

  @Test
  void whatIsKeptBetweenRequestsIsWhatIsReadAnew() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 30, 5);
    try (Home home = network.open("home")) {
      network.takeIn(home, Set.of());
      network.build(home);
      network.train(home);
      List<MemberId> members = withSummaries(home);
      MemberId asks = members.getFirst();
      Suggesting kept = new Suggesting(home, () -> network.base());
      assertThat(texts(kept.about(asks, Tone.PLAIN, 1))).isNotEmpty();

      for (MemberId leaves : members.subList(1, 3)) {
        new Forgetting(home, () -> network.base(), Progress.NONE).forget(Set.of(leaves), false);

        Suggesting anew = new Suggesting(home, () -> network.base());
        for (long seed = 0; seed < 3; seed++) {
          assertThat(texts(kept.about(asks, Tone.PLAIN, seed)))
              .isEqualTo(texts(anew.about(asks, Tone.PLAIN, seed)));
          assertThat(texts(kept.complete(asks, Category.PROFILE_SUMMARY, "I am a", seed)))
              .isEqualTo(texts(anew.complete(asks, Category.PROFILE_SUMMARY, "I am a", seed)));
        }
        assertThat(evidence(kept.about(leaves, Tone.PLAIN, 1)))
            .as("nothing is known of who left")
            .isEmpty();
      }
    }
  }

  private static List<MemberId> withSummaries(Home home) {
    List<MemberId> members = new ArrayList<>();
    home.corpus()
        .scan((member, rows) -> {
          if (rows.stream().map(CorpusRow::category).anyMatch(Category.PROFILE_SUMMARY::equals)) {
            members.add(member);
          }
        });
    return members;
  }

  private static List<String> texts(Answer answer) {
    return answer.suggestions().stream().map(Suggestion::text).toList();
  }

  private static Set<Evidence> evidence(Answer answer) {
    Set<Evidence> evidence = new HashSet<>();
    answer.suggestions().forEach(suggestion -> evidence.addAll(suggestion.evidence()));
    return evidence;
  }
}
