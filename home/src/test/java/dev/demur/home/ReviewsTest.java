package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.ledger.Event;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest {
  private static final MemberId ADA = new MemberId("ada");
  private static final String UNSURE = "Last week we had a migraine of servers";
  private static final String SURE = "My chemo starts on Monday";
  private static final String HARMLESS = "Bread needs time";

  @TempDir private Path folder;

  @Test
  void onlyWhatIsUnsureWaitsAndIsUsedOnceSomebodyKeptIt() throws IOException {
    try (Home home = home()) {
      assertThat(texts(home)).containsExactly(HARMLESS);
      assertThat(Reviews.open(home))
          .singleElement()
          .satisfies(item -> {
            assertThat(item.record()).isEqualTo(record(home, UNSURE));
            assertThat(item.special()).isEqualTo("health");
            assertThat(item.words()).isEqualTo("migraine");
          });

      Reviews.decide(home, record(home, UNSURE), true, "Ada Lind", "servers");
      build(home);

      assertThat(texts(home)).containsExactlyInAnyOrder(HARMLESS, UNSURE);
      assertThat(Reviews.open(home)).isEmpty();
    }
  }

  @Test
  void whatWasRemovedIsOutAndTheLastDecisionCounts() throws IOException {
    try (Home home = home()) {
      Reviews.decide(home, record(home, UNSURE), true, "Ada Lind", "");
      build(home);
      Reviews.decide(home, record(home, UNSURE), false, "Bo Wik", "it is about her");
      Reviews.decide(home, record(home, HARMLESS), false, "Bo Wik", "");
      build(home);

      assertThat(texts(home)).isEmpty();
      assertThat(Snapshots.latest(home).orElseThrow().reasons())
          .containsEntry("removed-in-review", 2L)
          .containsEntry("special-category", 1L);
    }
  }

  @Test
  void whatIsNotInDoubtCannotBeKept() throws IOException {
    try (Home home = home()) {
      RecordId sure = record(home, SURE);
      assertThatThrownBy(() -> Reviews.decide(home, sure, true, "Ada Lind", ""))
          .isInstanceOf(InputRefused.class)
          .hasMessage(
              "record %s cannot be kept: what it says of a special category is not in doubt"
                  .formatted(sure));
      assertThatThrownBy(() -> Reviews.decide(home, sure, false, " ", ""))
          .hasMessage("a review is a person's: say whose, by name");
    }
  }

  @Test
  void whoeverReadsIsInTheMembersHistory() throws IOException {
    try (Home home = home()) {
      assertThat(Reviews.read(home, record(home, UNSURE), "Ada Lind").text()).isEqualTo(UNSURE);
      assertThat(home.ledger().history(ADA).stream().map(item -> item.entry().event()))
          .contains(
              new Event.DataLookedAt("Ada Lind", "reviewer", "record " + record(home, UNSURE)));
    }
  }

  @Test
  void decisionsAboutAMembersRecordsGoWithTheMember() throws IOException {
    try (Home home = home()) {
      Reviews.decide(home, record(home, UNSURE), true, "Ada Lind", "");
      home.ledger().erase(ADA);

      assertThat(home.ledger().view().reviews()).isEmpty();
    }
  }

  private Home home() throws IOException {
    Path records = folder.resolve("posts.jsonl");
    Files.writeString(records, line(UNSURE) + line(SURE) + line(HARMLESS));
    Path facts = folder.resolve("members.jsonl");
    Files.writeString(
        facts,
        """
        {"id":"ada","country":"DE","countryFrom":"2015-01-01T00:00:00Z","birthDate":"1990-05-01"}
        """);
    Home home = Home.open(folder.resolve("home"), TestNetwork.CLOCK, Optional.empty());
    Importing.run(home, List.of(records), Optional.of(facts), Optional.empty(), Progress.NONE);
    Notices.send(home, TestNetwork.PROGRAM, Optional.of(TestNetwork.NOTICE));
    build(home);
    return home;
  }

  private static String line(String text) {
    return
"""
{"member":"ada","category":"content.post","createdAt":"2025-11-20T10:00:00Z","fields":{"text":"%s"}}
"""
        .formatted(text);
  }

  private static void build(Home home) {
    Building.run(
        home,
        TestNetwork.PROGRAM,
        () -> Path.of("none"),
        Optional.of(TestNetwork.AS_OF),
        1,
        Progress.NONE);
  }

  private static List<String> texts(Home home) {
    return home.corpus().of(ADA).stream()
        .filter(row -> row.purpose() == Purpose.CONTENT_GENERATION)
        .map(CorpusRow::text)
        .toList();
  }

  private static RecordId record(Home home, String text) {
    return home.records().of(Set.of(ADA)).get(ADA).stream()
        .filter(record -> record.field("text").filter(text::equals).isPresent())
        .map(MemberRecord::id)
        .findFirst()
        .orElseThrow();
  }
}
