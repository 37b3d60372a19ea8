package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demur.home.Tracing.TracedSpan;
import dev.demur.server.TracePage.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracePageTest {
  private static final String TEXT = "we moved the ward rota to a shared calendar";

  private static TracedSpan span(String part, int members) {
    int start = TEXT.indexOf(part);
    return new TracedSpan(start, start + part.length(), members, part);
  }

  @Test
  void theRunsAreTheWholeTextInOrderEachWithTheCountOfTheLongestSpanOverIt() {
    TraceAnswer answer =
        new TraceAnswer(
            List.of(span("moved the ward", 12), span("the ward rota to a shared", 1)), List.of());

    TracePage page = TracePage.of(TEXT, false, answer, Words.in(Language.EN));

    assertThat(page.runs())
        .containsExactly(
            new Run("we ", "", ""),
            new Run("moved ", "many", "12 members"),
            new Run("the ward rota to a shared", "one", "1 member"),
            new Run(" calendar", "", ""));
    assertThat(String.join("", page.runs().stream().map(Run::text).toList())).isEqualTo(TEXT);
  }

  @Test
  void ownWordsAreMarkedAsOwnAlsoWhereManyWroteThem() {
    TraceAnswer answer =
        new TraceAnswer(List.of(span("a shared calendar", 100)), List.of(span("rota to a", 1)));

    assertThat(TracePage.of(TEXT, true, answer, Words.in(Language.EN)).runs())
        .extracting(Run::text, Run::css, Run::note)
        .containsExactly(
            tuple("we moved the ward ", "", ""),
            tuple("rota to a", "own", "yours"),
            tuple(" shared calendar", "many", "100 members or more"));
  }
}
