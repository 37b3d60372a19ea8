package dev.demur.corpus.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.CorpusEntry.In;
import dev.demur.corpus.store.CorpusEntry.Out;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import dev.demur.model.Review;
import dev.demur.model.Source;
import dev.demur.program.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DerivationTest {
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
  private static final MemberId ANNA = new MemberId("anna");
  private static final MemberId BELA = new MemberId("bela");
  private static final Program PROGRAM = Program.shipped("linkedin-2025").orElseThrow();

  private static final String UNSURE = "Last week we had a migraine of servers";
  private static final String SURE = "My chemo starts on Monday";

  private final Map<MemberId, MemberFacts> facts = new HashMap<>();
  private final List<MemberRecord> records = new ArrayList<>();
  private final Map<RecordId, Review> reviews = new HashMap<>();
  private Set<String> objectors = Set.of();
  private Optional<Instant> alsoAt = Optional.empty();

  DerivationTest() {
    facts.put(ANNA, german(List.of()));
    facts.put(BELA, german(List.of()));
    add(Category.PROFILE_NAME, Map.of(Fields.FIRST_NAME, "Anna", Fields.LAST_NAME, "Berg"));
    add(
        Category.CONTACT_CONNECTION,
        Map.of(Fields.PERSON, "bela", Fields.FIRST_NAME, "Béla", Fields.LAST_NAME, "Kun"));
    add(
        Category.CONTACT_CONNECTION,
        Map.of(Fields.PERSON, "cara", Fields.FIRST_NAME, "Cara", Fields.LAST_NAME, "Dunn"));
  }

  private static MemberFacts german(List<ToggleChange> toggle) {
    return new MemberFacts(
        List.of(new Residence("DE", Instant.parse("2010-01-01T00:00:00Z"))),
        Optional.of(LocalDate.parse("1985-05-05")),
        toggle,
        List.of(),
        List.of(new Notice(Instant.parse("2025-09-18T00:00:00Z"))),
        Optional.empty());
  }

  private MemberRecord add(Category category, Map<String, String> fields) {
    return add(category, fields, Optional.of(ANNA), List.of(), List.of());
  }

  private MemberRecord add(
      Category category,
      Map<String, String> fields,
      Optional<MemberId> author,
      List<MemberId> about,
      List<MemberId> mentions) {
    MemberRecord record =
        new MemberRecord(
            new RecordId("%032x".formatted(records.size())),
            ANNA,
            author,
            about,
            mentions,
            category,
            Optional.of(
                new Moment(
                    Instant.parse("2025-12-01T10:00:00Z"),
                    Moment.Precision.SECOND,
                    Moment.Zone.UTC,
                    "2025-12-01")),
            new TreeMap<>(fields),
            new Source("linkedin", "x.csv", 1));
    records.add(record);
    return record;
  }

  private MemberRecord post(String text) {
    return add(Category.CONTENT_POST, Map.of(Fields.TEXT, text));
  }

  private CorpusEntry.Outcome outcome(MemberRecord record, Purpose purpose) {
    return new Derivation(
            PROGRAM,
            id -> Optional.ofNullable(facts.get(id)),
            _ -> Optional.empty(),
            objectors,
            NOW,
            alsoAt)
        .heeding(id -> Optional.ofNullable(reviews.get(id))).derive(ANNA, records).stream()
            .filter(e -> e.record().equals(record.id()) && e.purpose() == purpose)
            .findFirst()
            .orElseThrow()
            .outcome();
  }

  private String text(MemberRecord record) {
    return switch (outcome(record, Purpose.CONTENT_GENERATION)) {
      case In(var text, _) -> text;
      case Out(var reason) -> "out: " + reason;
    };
  }

  @Test
  void aReviewLetsInWhatTheScreenIsNotSureOfAndNothingElse() {
    MemberRecord unsure = post(UNSURE);
    MemberRecord sure = post(SURE);
    assertThat(List.of(text(unsure), text(sure))).containsOnly("out: special-category");

    reviews.put(unsure.id(), new Review(true, Screening.digest(unsure)));
    reviews.put(sure.id(), new Review(true, Screening.digest(sure)));

    assertThat(text(unsure)).isEqualTo(UNSURE);
    assertThat(text(sure)).isEqualTo("out: special-category");
  }

  @Test
  void aReviewOfOtherContentSaysNothing() {
    MemberRecord unsure = post(UNSURE);
    reviews.put(unsure.id(), new Review(true, Screening.digest(post("Something else"))));

    assertThat(text(unsure)).isEqualTo("out: special-category");
  }

  @Test
  void aReviewTakesOutWhatNothingElseDoes() {
    MemberRecord harmless = post("We shipped the new release today");
    reviews.put(harmless.id(), new Review(false, Screening.digest(harmless)));

    assertThat(text(harmless)).isEqualTo("out: removed-in-review");
  }

  @Test
  void aPermittedPostIsInWithPatternsRedacted() {
    assertThat(text(post("Mail me at x@y.org, or ring +41 44 668 18 00")))
        .isEqualTo("Mail me at [EMAIL_1], or ring [PHONE_1]");
  }

  @Test
  void whoeverIsNamedIsRedactedWhetherTheyPermitOrAreStrangers() {
    assertThat(text(post("Béla Kun and Cara Dunn helped. Thanks Cara!")))
        .isEqualTo("[PERSON_1] and [PERSON_2] helped. Thanks [PERSON_2]!");
  }

  @Test
  void aStrangerAnObjectorAndAMemberWithTheToggleOffLeaveTheSamePlaceholder() {
    MemberRecord post = post("Béla Kun wrote this with Cara Dunn");
    facts.put(
        BELA, german(List.of(new ToggleChange(false, Instant.parse("2025-10-01T00:00:00Z")))));
    String toggled = text(post);
    facts.remove(BELA);
    String stranger = text(post);
    facts.put(BELA, german(List.of()));
    objectors = Set.of("Bela Kun");
    assertThat(List.of(toggled, stranger, text(post)))
        .containsOnly("[PERSON_1] wrote this with [PERSON_2]");
  }

  @Test
  void theHoldersOwnNameIsRedacted() {
    assertThat(text(post("I am Anna Berg, a welder"))).isEqualTo("I am [PERSON_1], a welder");
  }

  @Test
  void aPersonKnownByNameOnlyIsFoundInTheAddressBook() {
    MemberRecord recommendation =
        add(
            Category.PROFILE_RECOMMENDATION,
            Map.of(
                Fields.TEXT,
                "Bela is a great welder",
                Fields.FIRST_NAME,
                "Bela",
                Fields.LAST_NAME,
                "Kun",
                Fields.PERSON,
                "name:bela kun"),
            Optional.of(ANNA),
            List.of(new MemberId("name:bela kun")),
            List.of());
    assertThat(text(recommendation)).isEqualTo("[PERSON_1] is a great welder");
    facts.remove(BELA);
    assertThat(text(recommendation)).isEqualTo("out: subject-denied");
  }

  @Test
  void ofTwoPeopleOfOneNameNeitherIsMeant() {
    add(
        Category.CONTACT_CONNECTION,
        Map.of(Fields.PERSON, "bela-2", Fields.FIRST_NAME, "Béla", Fields.LAST_NAME, "Kun"));
    facts.put(new MemberId("bela-2"), german(List.of()));
    assertThat(text(post("with Béla Kun"))).isEqualTo("with [PERSON_1]");
  }

  @Test
  void otherPeoplesWordsGiveNoText() {
    MemberRecord received =
        add(
            Category.PROFILE_RECOMMENDATION,
            Map.of(Fields.TEXT, "Anna is great"),
            Optional.of(BELA),
            List.of(ANNA),
            List.of());
    assertThat(text(received)).isEqualTo("out: not-own-words");
  }

  @Test
  void whatOnlyFollowersSeeGivesNoText() {
    MemberRecord closed =
        add(Category.CONTENT_POST, Map.of(Fields.TEXT, "for some", Fields.VISIBILITY, "followers"));
    assertThat(text(closed)).isEqualTo("out: not-public");
  }

  @Test
  void aReasonIsGivenForEverythingLeftOut() {
    assertThat(text(records.getFirst())).isEqualTo("out: no-text");
    assertThat(text(records.get(1))).isEqualTo("out: category-not-covered");
    assertThat(text(add(Category.PRIVATE_MESSAGE, Map.of()))).isEqualTo("out: category-never");
    assertThat(text(post("Since my chemo I work from home"))).isEqualTo("out: special-category");
    facts.put(
        ANNA, german(List.of(new ToggleChange(false, Instant.parse("2025-11-01T00:00:00Z")))));
    assertThat(text(post("hello"))).isEqualTo("out: toggle-off");
  }

  @Test
  void aPermitMustHoldAtBothInstants() {
    MemberRecord post = post("hello there");
    assertThat(text(post)).isEqualTo("hello there");
    facts.put(ANNA, german(List.of(new ToggleChange(false, NOW.plusSeconds(60)))));
    assertThat(text(post)).isEqualTo("hello there");
    alsoAt = Optional.of(NOW.plusSeconds(120));
    assertThat(text(post)).isEqualTo("out: toggle-off");
  }

  @Test
  void aPositionReadsAsASentenceAndGivesFacts() {
    MemberRecord position =
        add(
            Category.PROFILE_POSITION,
            Map.of(
                Fields.TITLE,
                "Welder",
                Fields.COMPANY,
                "Berg & Sons",
                Fields.DESCRIPTION,
                "I join things."));
    assertThat(text(position)).isEqualTo("Welder at Berg & Sons. I join things.");
    assertThat(outcome(position, Purpose.OTHER_ML))
        .isEqualTo(
            new In(
                "", new TreeMap<>(Map.of(Fields.TITLE, "Welder", Fields.COMPANY, "Berg & Sons"))));
  }

  @Test
  void otherMachineLearningGetsNoText() {
    assertThat(outcome(post("hello there"), Purpose.OTHER_ML)).isEqualTo(new Out("no-text"));
  }
}
