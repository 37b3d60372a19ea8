package dev.demur.program;

import static dev.demur.program.Cases.AT;
import static dev.demur.program.Cases.AUTHOR;
import static dev.demur.program.Cases.OTHER_ML;
import static dev.demur.program.Cases.WRITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Decision;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import dev.demur.model.Use;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final MemberId SUBJECT = new MemberId("subject");
  private static final MemberId STRANGER = new MemberId("stranger");
  private final Program program = Program.shipped("linkedin-2025").orElseThrow();

  private String decide(Use use, RecordFacts record, MemberFacts author, String at) {
    return Cases.outcome(
        program.decide(use, record, Cases.members(AUTHOR, author), Instant.parse(at)));
  }

  @Test
  void anAdultWhoWasToldIsInFromTheStartAndNotAMillisecondBefore() {
    MemberFacts adult = Cases.adultIn("DE");
    RecordFacts record = Cases.record(Category.CONTENT_POST, "2025-01-01T00:00:00Z");
    assertThat(decide(WRITING, record, adult, "2025-11-02T23:59:59.999Z")).isEqualTo("not-started");
    assertThat(decide(WRITING, record, adult, "2025-11-03T00:00:00Z")).isEqualTo("permit");
  }

  @Test
  void theToggleReachesWritingOnlyAndNoFeedback() {
    MemberFacts off = Cases.toggled(Cases.adultIn("DE"), false, "2025-11-15T00:00:00Z");
    RecordFacts rating = Cases.record(Category.FEEDBACK_RATING, "2025-11-20T10:00:00Z");
    assertThat(decide(WRITING, Cases.post(), off, "2025-11-15T00:00:00Z")).isEqualTo("toggle-off");
    assertThat(decide(OTHER_ML, Cases.post(), off, "2025-12-01T00:00:00Z")).isEqualTo("permit");
    assertThat(decide(WRITING, rating, off, "2025-12-01T00:00:00Z")).isEqualTo("permit");
  }

  @Test
  void anObjectionRestrictsFromTheFilingAndEndsWithARefusal() {
    MemberFacts refused =
        Cases.objected(
            Cases.adultIn("DE"),
            State.REFUSED,
            "2025-11-25T00:00:00Z",
            "2025-11-28T00:00:00Z",
            Control.CONTENT_GENERATION);
    assertThat(decide(WRITING, Cases.post(), refused, "2025-11-24T23:59:59.999Z"))
        .isEqualTo("permit");
    assertThat(decide(WRITING, Cases.post(), refused, "2025-11-25T00:00:00Z"))
        .isEqualTo("objection-pending");
    assertThat(decide(WRITING, Cases.post(), refused, "2025-11-28T00:00:00Z")).isEqualTo("permit");
  }

  @Test
  void aRecordFromAnEarlierCountryIsJudgedByTheStricterRegion() {
    MemberFacts moved = Cases.movedTo(Cases.adultIn("DE"), "US", "2025-06-01T00:00:00Z");
    Use affiliate =
        new Use(dev.demur.model.Purpose.CONTENT_GENERATION, dev.demur.model.Recipient.AFFILIATE);
    RecordFacts old = Cases.record(Category.CONTENT_POST, "2020-01-01T00:00:00Z");
    RecordFacts undated = Cases.record(Category.CONTENT_POST, "");
    assertThat(decide(affiliate, old, moved, AT.toString())).isEqualTo("recipient-not-allowed");
    assertThat(decide(affiliate, undated, moved, AT.toString())).isEqualTo("recipient-not-allowed");
    assertThat(decide(affiliate, Cases.post(), moved, AT.toString())).isEqualTo("permit");
  }

  @Test
  void whoWasBornOnALeapDayComesOfAgeOnTheFirstOfMarch() {
    MemberFacts leap = Cases.bornOn(Cases.adultIn("US"), "2008-02-29");
    RecordFacts record = Cases.record(Category.CONTENT_POST, "2026-03-01T00:00:00Z");
    assertThat(decide(WRITING, record, leap, "2026-02-28T23:59:59.999Z")).isEqualTo("minor");
    assertThat(decide(WRITING, record, leap, "2026-03-01T00:00:00Z")).isEqualTo("permit");
  }

  @Test
  void aStrangerDeniesAsSubjectAndIsRedactedAsMentioned() {
    RecordFacts about =
        new RecordFacts(
            Category.PROFILE_RECOMMENDATION,
            Optional.empty(),
            Optional.of(AUTHOR),
            List.of(SUBJECT),
            List.of(STRANGER, SUBJECT, STRANGER),
            Optional.empty());
    Decision decision =
        program.decide(WRITING, about, Cases.members(AUTHOR, Cases.adultIn("DE")), AT);
    assertThat(decision)
        .isEqualTo(
            new Decision.Deny(
                dev.demur.model.Reason.SUBJECT_DENIED,
                "subjects.about (author-unknown: facts.author-unknown)",
                List.of(STRANGER, SUBJECT)));
  }

  @Test
  void everyProblemOfAFileIsToldWithLineAndNearestKey() {
    assertThatThrownBy(() -> Program.parse("p.yaml", "program: p\ntitel: P\nzone: Mars\n"))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining("p.yaml:2:1: titel: found unknown key \"titel\", expected \"title\"")
        .hasMessageContaining("p.yaml:3:7: zone: found \"Mars\", expected a time zone")
        .hasMessageContaining("p.yaml:1:1: regions: found nothing");
  }
}
