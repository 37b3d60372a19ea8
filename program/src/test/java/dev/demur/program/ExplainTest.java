package dev.demur.program;

import static dev.demur.program.Cases.AT;
import static dev.demur.program.Cases.AUTHOR;
import static dev.demur.program.Cases.OTHER_ML;
import static dev.demur.program.Cases.WRITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Decision;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import dev.demur.model.Reason;
import dev.demur.program.Explanation.Change;
import dev.demur.program.Explanation.Step;
import dev.demur.testsupport.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainTest {
  private final Program program = Program.shipped("linkedin-2025").orElseThrow();

  private Explanation explain(RecordFacts record, MemberFacts author, Instant at) {
    return program.explain(WRITING, record, Cases.members(AUTHOR, author), at);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void aPermitListsEveryClauseThatCouldHaveDenied() {
    Explanation found = explain(Cases.post(), Cases.adultIn("DE"), AT);
    assertThat(found.steps()).noneMatch(Step::denied).hasSize(Reason.values().length - 1);
    assertThat(found.steps())
        .extracting(Step::facts)
        .contains(
            "not deleted",
            "open",
            "category content.post",
            "35 years old, 35 when the record was created",
            "eu starts 2025-11-03T00:00:00Z",
            "controller in eu: allowed",
            "none filed",
            "on by default",
            "told 2025-09-18T00:00:00Z; eu asks for 30 days",
            "created 2025-11-20T10:00:00Z",
            "about nobody else");
  }

  @Test
  void aDenialStopsAtTheClauseThatDeniedAndSaysOnWhichLineItStands() {
    MemberFacts off = Cases.toggled(Cases.adultIn("DE"), false, "2025-11-15T00:00:00Z");
    Explanation found = explain(Cases.post(), off, AT);
    Step last = found.steps().getLast();
    assertThat(last.denied()).isTrue();
    assertThat(last.reason()).isEqualTo(Reason.TOGGLE_OFF);
    assertThat(last.clause()).isEqualTo("controls.toggle");
    assertThat(last.facts()).isEqualTo("off since 2025-11-15T00:00:00Z");
    int line = last.place().orElseThrow().line();
    assertThat(program.source().lines().toList().get(line - 1)).isEqualTo("  toggle:");
    assertThat(found.text())
        .startsWith("deny toggle-off by controls.toggle\n")
        .contains("✗ toggle-off")
        .contains("last changed: 2025-11-15T00:00:00Z: outside-window → toggle-off\n")
        .endsWith("will change by itself: never\n");
  }

  @Test
  void itSaysWhenTheAnswerLastChangedAndWhenItWillChangeByItself() {
    RecordFacts old = Cases.record(Category.CONTENT_POST, "2025-01-01T00:00:00Z");
    Explanation before = explain(old, Cases.adultIn("DE"), at("2025-10-25T00:00:00Z"));
    assertThat(before.nextChange())
        .contains(new Change(at("2025-11-03T00:00:00Z"), "not-started", "permit"));
    assertThat(before.lastChanged())
        .contains(new Change(at("2015-01-01T00:00:00Z"), "region-unknown", "not-started"));
    Explanation after = explain(old, Cases.adultIn("DE"), AT);
    assertThat(after.lastChanged())
        .contains(new Change(at("2025-11-03T00:00:00Z"), "not-started", "permit"));
    assertThat(after.nextChange()).isEmpty();
  }

  @Test
  void aMinorComesOfAgeByItselfOnTheBirthdayAndOnTheFirstOfMarchForALeapDay() {
    MemberFacts leap = Cases.bornOn(Cases.adultIn("DE"), "2008-02-29");
    RecordFacts undated = Cases.record(Category.PROFILE_HEADLINE, "");
    assertThat(explain(undated, leap, AT).nextChange())
        .contains(new Change(at("2026-03-01T00:00:00Z"), "minor", "permit"));
  }

  @Test
  void whatSomebodyHasYetToDoIsNoChangeByItself() {
    MemberFacts later =
        Cases.objected(
            Cases.toggled(Cases.adultIn("DE"), false, "2025-12-24T00:00:00Z"),
            State.GRANTED,
            "2025-12-25T00:00:00Z",
            "2025-12-30T00:00:00Z",
            Control.CONTENT_GENERATION);
    assertThat(explain(Cases.post(), later, AT).nextChange()).isEmpty();
  }

  @Test
  void noticeThatIsTooRecentRipensByItself() {
    MemberFacts told =
        new MemberFacts(
            Cases.adultIn("DE").countries(),
            Cases.adultIn("DE").birthDate(),
            List.of(),
            List.of(),
            List.of(new MemberFacts.Notice(at("2025-11-20T00:00:00Z"))),
            Optional.empty());
    assertThat(explain(Cases.post(), told, AT).nextChange())
        .contains(new Change(at("2025-12-20T00:00:00Z"), "notice-too-recent", "permit"));
  }

  @Test
  void subjectsAreCountedAndNobodyIsNamed() {
    MemberId bob = new MemberId("bob-roe");
    RecordFacts about =
        new RecordFacts(
            Category.PROFILE_RECOMMENDATION,
            Optional.of(at("2025-01-01T00:00:00Z")),
            Optional.of(AUTHOR),
            List.of(bob),
            List.of(bob),
            Optional.empty());
    Explanation found =
        program.explain(OTHER_ML, about, Cases.members(AUTHOR, Cases.adultIn("DE")), AT);
    assertThat(found.steps().getLast().facts()).isEqualTo("about 1: author-unknown");
    assertThat(found.text()).contains("mentioned people to redact: 1").doesNotContain("bob-roe");
  }

  static LongStream seeds() {
    return Seeds.upTo(60);
  }

  /// Between one change and the next the answer is the same, and at each of them it is another.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAnswerIsTheSameFromTheLastChangeOn(long seed) {
    var random = new SplittableRandom(seed);
    Program some = Program.parse("seed " + seed, RandomPrograms.write(random));
    var cases = new RandomCases(some.definition(), random);
    for (int i = 0; i < 40; i++) {
      RandomCases.Case given = cases.next();
      Explanation found = some.explain(given.use(), given.record(), given, given.at());
      Decision now = some.decide(given.use(), given.record(), given, given.at());
      assertThat(found.decision()).isEqualTo(now);
      Instant since = found.lastChanged().map(Change::at).orElse(at("1901-01-01T00:00:00Z"));
      assertThat(since).isBeforeOrEqualTo(given.at());
      assertThat(some.decide(given.use(), given.record(), given, since)).isEqualTo(now);
      found
          .lastChanged()
          .ifPresent(change ->
              assertThat(some.decide(given.use(), given.record(), given, since.minusNanos(1)))
                  .isNotEqualTo(now));
      for (int j = 0; j < 5; j++) {
        long span = java.time.Duration.between(since, given.at()).toSeconds();
        Instant between = since.plusSeconds(span == 0 ? 0 : random.nextLong(span));
        assertThat(some.decide(given.use(), given.record(), given, between)).isEqualTo(now);
      }
    }
  }
}
