package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFactsTest {
  private static final MemberId ADA = new MemberId("ada");
  private static final String POST = "Bread needs time";

  @TempDir private Path folder;

  @Test
  void aBirthDateInTheArchiveIsLearntAndImportingAgainLearnsNothing() throws IOException {
    try (Home home = home()) {
      Path archive = archive("a", 1990);
      assertThat(run(home, archive).facts()).isEqualTo(1);
      assertThat(run(home, archive).facts()).isZero();
      assertThat(birthDate(home)).contains(LocalDate.of(1990, 5, 1));
      assertThat(texts(home)).containsExactly(POST);
    }
  }

  @Test
  void whatThePlatformSaysCountsWhicheverCameFirst() throws IOException {
    try (Home home = home()) {
      run(home, archive("a", 1991));
      Choices.learn(
          home, ADA, Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(1980, 1, 1)));
      assertThat(birthDate(home)).contains(LocalDate.of(1980, 1, 1));
      run(home, archive("b", 1995));
      assertThat(birthDate(home)).contains(LocalDate.of(1980, 1, 1));
    }
  }

  @Test
  void ofTwoArchivesTheLaterDateCountsWhateverTheOrder() throws IOException {
    for (List<Integer> years : List.of(List.of(1990, 1995), List.of(1995, 1990))) {
      try (Home home =
          Home.open(folder.resolve("home" + years.getFirst()), clock(), Optional.empty())) {
        for (int year : years) {
          run(home, archive("y" + year, year));
        }
        assertThat(birthDate(home)).contains(LocalDate.of(1995, 5, 1));
      }
    }
  }

  @Test
  void nothingOfAMinorWhomOnlyTheArchiveKnowsIsStoredWithContent() throws IOException {
    try (Home home = home()) {
      run(home, archive("a", 2015));
      assertThat(birthDate(home)).contains(LocalDate.of(2015, 5, 1));
      assertThat(texts(home)).isEmpty();
      assertThat(home.records().of(ADA)).isNotEmpty();
    }
  }

  @Test
  void anEarlierArchiveOfTheSameImportIsStoredWithoutContentToo() throws IOException {
    try (Home home = home()) {
      run(home, archive("adult", 1990), archive("minor", 2015));
      assertThat(texts(home)).isEmpty();
    }
  }

  @Test
  void aRefusedArchiveTeachesNothing() throws IOException {
    try (Home home = home()) {
      Path archive = archive("a", 1990);
      Files.writeString(
          archive.resolve("your_facebook_activity/posts/your_posts_1.json"), "x".repeat(10));
      Files.writeString(
          archive.resolve("personal_information/profile_information/profile_information.json"),
          "{");
      assertThat(run(home, archive).refused()).isNotEmpty();
      assertThat(home.ledger().view().load().factsOf(ADA)).isEmpty();
    }
  }

  private static java.time.InstantSource clock() {
    return TestNetwork.CLOCK;
  }

  private Home home() {
    return Home.open(folder.resolve("home"), clock(), Optional.empty());
  }

  private static ImportReport run(Home home, Path... archives) {
    return Importing.run(
        home, Arrays.asList(archives), Optional.empty(), Optional.empty(), Progress.NONE);
  }

  private static Optional<LocalDate> birthDate(Home home) {
    return home.ledger().view().load().factsOf(ADA).flatMap(MemberFacts::birthDate);
  }

  private static List<String> texts(Home home) {
    return home.records().of(ADA).stream().flatMap(r -> r.field("text").stream()).toList();
  }

  private Path archive(String name, int year) throws IOException {
    Path profile =
        folder.resolve(name + "/personal_information/profile_information/profile_information.json");
    Files.createDirectories(profile.getParent());
    Files.writeString(
        profile,
        """
        {"profile_v2":{"name":{"full_name":"Ada Lovell"},"username":"ada",
        "birthday":{"year":%d,"month":5,"day":1}}}
        """
            .formatted(year));
    Path posts = folder.resolve(name + "/your_facebook_activity/posts/your_posts_1.json");
    Files.createDirectories(posts.getParent());
    Files.writeString(posts, "[{\"timestamp\":1700000000,\"data\":[{\"post\":\"" + POST + "\"}]}]");
    return folder.resolve(name);
  }
}
