package dev.demur.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.Category;
import dev.demur.model.Decision;
import dev.demur.model.MemberFacts;
import dev.demur.model.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Deciding over arrays is deciding over objects.
class OccasionTest {
  private final Program program = Program.shipped("linkedin-2025").orElseThrow();

  @Test
  void arraysAndObjectsGiveTheSameAnswers() {
    var random = new SplittableRandom(11);
    var cases = new RandomCases(program.definition(), random);
    for (int i = 0; i < 4_000; i++) {
      RandomCases.Case given = cases.next();
      List<MemberFacts> facts = new ArrayList<>(given.members().values());
      Optional<MemberFacts> author = given.record().author().flatMap(given::factsOf);
      MemberTable table = MemberTable.of(facts);
      Occasion occasion = program.on(given.use(), given.at());
      long verdict =
          occasion.decide(
              MemberTable.category(given.record().category()),
              MemberTable.ticks(given.record().createdAt()),
              MemberTable.ticksOrNever(given.record().deletedAt()),
              table,
              author.map(facts::indexOf).orElse(-1));
      RecordFacts alone =
          new RecordFacts(
              given.record().category(),
              given.record().createdAt(),
              given.record().author(),
              List.of(),
              List.of(),
              given.record().deletedAt());
      Decision expected = program.decide(given.use(), alone, given, given.at());
      assertThat(program.reasonOf(verdict))
          .isEqualTo(
              expected instanceof Decision.Deny deny
                  ? Optional.of(deny.reason())
                  : Optional.empty());
      if (expected instanceof Decision.Deny) {
        assertThat(program.clauseOf(verdict)).isEqualTo(expected.clause());
      }
    }
  }

  @Test
  void decisionsCanBeAskedForFrom1900Until2199() {
    Instant first = Instant.parse("1900-01-01T00:00:00Z");
    Instant last = Instant.parse("2199-12-31T23:59:59.999Z");
    assertThat(program.on(Cases.WRITING, first)).isNotNull();
    assertThat(program.on(Cases.WRITING, last)).isNotNull();
    assertThatThrownBy(() -> program.on(Cases.WRITING, first.minusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "decisions can be asked for from 1900-01-01T00:00:00Z until 2200-01-01T00:00:00Z, got"
                + " 1899-12-31T23:59:59.999999999Z");
    assertThatThrownBy(() -> program.on(Cases.WRITING, last.plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Optional<Reason> decide(MemberFacts facts, Instant created) {
    long verdict =
        program
            .on(Cases.WRITING, Cases.AT)
            .decide(
                MemberTable.category(Category.CONTENT_POST),
                MemberTable.ticks(Optional.of(created)),
                Ticks.NEVER,
                MemberTable.of(List.of(facts)),
                0);
    return program.reasonOf(verdict);
  }

  @Test
  void datesFarOutsideKeepTheirOrder() {
    MemberFacts ancient = Cases.bornOn(Cases.adultIn("DE"), "0001-01-01");
    assertThat(decide(ancient, Instant.parse("1500-01-01T00:00:00Z"))).isEmpty();
    assertThat(decide(ancient, Instant.parse("9999-01-01T00:00:00Z")))
        .contains(Reason.OUTSIDE_WINDOW);
    assertThat(decide(Cases.adultIn("DE"), Instant.MIN)).contains(Reason.MINOR);
    assertThat(decide(Cases.adultIn("DE"), Instant.MAX)).contains(Reason.OUTSIDE_WINDOW);
    MemberFacts born = Cases.bornOn(Cases.adultIn("DE"), LocalDate.of(9999, 1, 1).toString());
    assertThat(decide(born, Cases.AT)).contains(Reason.MINOR);
  }

  @Test
  void aVerdictSaysReasonAndClause() {
    MemberFacts off = Cases.toggled(Cases.adultIn("DE"), false, "2025-11-15T00:00:00Z");
    long verdict =
        program
            .on(Cases.WRITING, Cases.AT)
            .decide(
                MemberTable.category(Category.CONTENT_POST),
                Ticks.UNKNOWN,
                Ticks.NEVER,
                MemberTable.of(List.of(off)),
                0);
    assertThat(program.reasonOf(verdict)).contains(Reason.TOGGLE_OFF);
    assertThat(program.clauseOf(verdict)).isEqualTo("controls.toggle");
    assertThat(MemberTable.of(List.of(off, off)).size()).isEqualTo(2);
  }

  @Test
  void tooManyEventsOfOneMemberAreRefused() {
    MemberFacts plain = Cases.adultIn("DE");
    List<MemberFacts.ToggleChange> many =
        java.util.Collections.nCopies(1 << 20, new MemberFacts.ToggleChange(true, Cases.AT));
    var facts =
        new MemberFacts(
            plain.countries(), plain.birthDate(), many, List.of(), List.of(), Optional.empty());
    assertThatThrownBy(() -> MemberTable.of(List.of(facts)))
        .hasMessage("a member may have at most 1048575 events of a kind, got 1048576");
  }

  @Test
  void asManyEventsAsFitAreTaken() {
    MemberFacts plain = Cases.adultIn("DE");
    List<MemberFacts.ToggleChange> many =
        java.util.Collections.nCopies((1 << 20) - 1, new MemberFacts.ToggleChange(true, Cases.AT));
    var facts =
        new MemberFacts(
            plain.countries(), plain.birthDate(), many, List.of(), List.of(), Optional.empty());
    assertThat(MemberTable.of(List.of(facts)).size()).isEqualTo(1);
  }

  /// A member who permits, one who does not, and a stranger.
  @Test
  void whoeverIsInARecordAnswersForThemselves() {
    MemberFacts permits = Cases.adultIn("DE");
    MemberFacts off = Cases.toggled(permits, false, "2025-11-15T00:00:00Z");
    MemberTable table = MemberTable.of(List.of(permits, off));
    Occasion occasion = program.on(Cases.WRITING, Cases.AT);
    int category = MemberTable.category(Category.PROFILE_RECOMMENDATION);
    assertThat(program.reasonOf(occasion.decideForOther(category, Ticks.UNKNOWN, table, 0)))
        .isEmpty();
    assertThat(program.reasonOf(occasion.decideForOther(category, Ticks.UNKNOWN, table, 1)))
        .contains(Reason.TOGGLE_OFF);
    assertThat(program.reasonOf(occasion.decideForOther(category, Ticks.UNKNOWN, table, -1)))
        .contains(Reason.AUTHOR_UNKNOWN);
  }

  @Test
  void theRegionsThatCountAreThoseOfTheOneAskedAbout() {
    MemberTable table =
        MemberTable.of(List.of(Cases.adultIn("US"), Cases.adultIn("DE"), Cases.adultIn("CH")));
    Occasion occasion = program.on(Cases.WRITING, Cases.AT);
    List<Long> regions = new ArrayList<>();
    for (int person = 0; person < table.size(); person++) {
      regions.add(occasion.regionsThatCount(Ticks.UNKNOWN, table.facts(), table.offset(person)));
    }
    List<String> ids = program.definition().regions().stream().map(r -> r.id()).toList();
    assertThat(regions)
        .containsExactly(1L << ids.indexOf("us"), 1L << ids.indexOf("eu"), 1L << ids.indexOf("ch"));
  }

  @Test
  void instantsKeepTheirNanosecondsUpToTheEnds() {
    long last = 9_223_372_035L;
    assertThat(Ticks.of(Instant.ofEpochSecond(last))).isEqualTo(last * 1_000_000_000L);
    assertThat(Ticks.of(Instant.ofEpochSecond(-last))).isEqualTo(-last * 1_000_000_000L);
    assertThat(Ticks.of(Instant.ofEpochSecond(last + 1))).isEqualTo(Long.MAX_VALUE - 1);
    assertThat(Ticks.of(Instant.ofEpochSecond(-last - 1))).isEqualTo(Long.MIN_VALUE + 1);
  }

  @Test
  void oneClauseHasOneNumber() {
    var clauses = new Verdict.Clauses();
    long first = clauses.deny(Reason.MINOR, "age");
    assertThat(clauses.deny(Reason.MINOR, "age")).isEqualTo(first);
    assertThat(clauses.deny(Reason.MINOR, "regions")).isNotEqualTo(first);
    assertThat(clauses.of(first)).isEqualTo("age");
  }

  @Test
  void aFamilyIsNoLeaf() {
    assertThat(CategoryPatterns.isFamily("content.*")).isTrue();
    assertThat(CategoryPatterns.isFamily("content.post")).isFalse();
  }
}
