package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.guard.Guard;
import dev.demur.home.Tracing.TracedSpan;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who learns what of a text, on a trained home.
class TraceDeskTest {
  @TempDir Path folder;

  @Test
  void membersSeeTheirOwnWordsAndWhatManyWroteAndOperatorsSeeAllUntilTheMemberLeaves()
      throws IOException {
    TestNetwork network = TestNetwork.in(folder, 24, 5);
    try (Home home = network.trained("home", Set.of())) {
      TraceDesk desk = new TraceDesk(home);
      CorpusRow row = somethingOnlyOneWrote(home, desk);
      MemberId writer = row.member();
      MemberId other =
          home.corpus().holders().stream().filter(m -> !m.equals(writer)).findFirst().orElseThrow();

      assertThat(desk.all(row.text()))
          .singleElement()
          .satisfies(span -> assertThat(span.members()).isEqualTo(1));
      assertThat(desk.own(row.text(), writer)).hasSameSizeAs(desk.all(row.text()));
      assertThat(words(desk.own(row.text(), other))).isLessThan(words(desk.all(row.text())));
      assertThat(desk.shared(row.text()))
          .allSatisfy(span -> assertThat(span.members()).isGreaterThanOrEqualTo(Guard.MEMBERS));
      assertThat(words(desk.shared(row.text()))).isLessThan(words(desk.all(row.text())));

      network.forget(home, Set.of(writer));

      assertThat(desk.all(row.text())).noneMatch(span -> span.text().equals(row.text()));
      assertThat(desk.own(row.text(), writer)).isEmpty();
    }
  }

  /// A row whose whole text is one span of one member.
  private static CorpusRow somethingOnlyOneWrote(Home home, TraceDesk desk) {
    return home.corpus().holders().stream()
        .flatMap(holder -> home.corpus().of(holder).stream())
        .filter(row -> row.text().split(" ").length > 8)
        .filter(row -> {
          List<TracedSpan> spans = desk.all(row.text());
          return spans.size() == 1 && spans.getFirst().members() == 1;
        })
        .findFirst()
        .orElseThrow();
  }

  private static int words(List<TracedSpan> spans) {
    return spans.stream().mapToInt(span -> span.text().split("\\s+").length).sum();
  }
}
