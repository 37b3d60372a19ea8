package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.log.Hash;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A notice is written in the member's language, and the log holds the hash of what was sent.
class NoticeLanguageTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-10-05T10:00:00Z"));
  private static final Map<String, String> LANGUAGES =
      Map.of("ada", "en", "bo", "de", "chloe", "fr", "dora", "it", "eva", "es", "finn", "fi");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"linkedin-2024", "linkedin-2025", "meta-2025", "x-2024"})
  void eachMemberIsToldInTheLanguageThatThePlatformKnows(String name) throws IOException {
    Program program = Program.shipped(name).orElseThrow();
    Path facts = folder.resolve("members.jsonl");
    Files.write(
        facts,
        LANGUAGES.entrySet().stream()
            .map(each ->
                "{\"id\":\"%s\",\"country\":\"FR\",\"language\":\"%s\"}"
                    .formatted(each.getKey(), each.getValue()))
            .toList());
    try (Home home = Home.open(folder.resolve("home"), CLOCK, Optional.empty())) {
      for (int i = 0; i < 2; i++) {
        Importing.run(home, List.of(), Optional.of(facts), Optional.empty(), Progress.NONE);
        Notices.send(home, program, Optional.empty());
      }
      LANGUAGES.forEach((member, language) -> {
        String told = language.equals("fi") ? "en" : language;
        assertThat(program.wording(told).language()).isEqualTo(told);
        assertThat(delivered(home, member))
            .as(member)
            .containsExactly(Hash.sha256(program.wording(told).notice().text()).hex());
      });
      assertThat(delivered(home, "ada")).isNotEqualTo(delivered(home, "chloe"));
      try (Stream<Path> letters = Files.walk(home.layout().outbox())) {
        assertThat(letters.filter(file -> file.toString().endsWith(".eml")))
            .as("all in the folder of one version")
            .hasSize(LANGUAGES.size());
      }
    }
  }

  private static List<String> delivered(Home home, String member) {
    return home.ledger().history(new MemberId(member)).stream()
        .map(HistoryItem::entry)
        .filter(entry -> entry.event() instanceof Event.NoticeDelivered)
        .map(entry -> ((Event.NoticeDelivered) entry.event()).textSha256())
        .toList();
  }

  @Test
  void theLastLanguageLearntCounts() {
    MemberId ada = new MemberId("ada");
    try (Home home = Home.open(folder.resolve("home"), CLOCK, Optional.empty())) {
      for (String language : List.of("fr", "fr", "it")) {
        Choices.learn(
            home, ada, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(language));
      }
      assertThat(home.ledger().view().languageOf(ada)).contains("it");
      assertThat(home.ledger().history(ada)).hasSize(2);
    }
  }
}
