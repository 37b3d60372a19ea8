package dev.demur.archive.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.Archives;
import dev.demur.archive.Golden;
import dev.demur.archive.ImportResult;
import dev.demur.archive.RefusedEntry;
import dev.demur.archive.text.Mojibake;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives of Facebook and Instagram.
final class MetaTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"facebook", "instagram"})
  void anArchiveGivesTheseRecords(String name) throws IOException {
    var result = read(Golden.resource(MetaTest.class, name));
    Golden.assertMatches(MetaTest.class, name + ".golden.txt", result);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"facebook", "instagram"})
  void noSecretAndNoWordOfOthersIsInAnyRecord(String name) {
    var result = read(Golden.resource(MetaTest.class, name));
    String all = result.records().stream().map(r -> r.fields().toString()).toList().toString();
    assertThat(all)
        .doesNotContain("do-not-keep", "203.0.113", "Private words", "Words of another")
        .doesNotContain("Alles Gute", "Taken back", "VISA", "50.9");
  }

  @Test
  void twoPlatformsInOneArchiveGiveTheRecordsOfBoth() throws IOException {
    var entries = new TreeMap<String, byte[]>();
    for (String name : new String[] {"facebook", "instagram"}) {
      Path root = Golden.resource(MetaTest.class, name);
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          entries.put("wrapped/" + name + "/" + root.relativize(file), Files.readAllBytes(file));
        }
      }
    }
    var mixed = read(Archives.zip(folder.resolve("both.zip"), entries));
    int apart =
        read(Golden.resource(MetaTest.class, "facebook")).records().size()
            + read(Golden.resource(MetaTest.class, "instagram")).records().size();
    assertThat(mixed.records()).hasSize(apart);
    assertThat(mixed.records())
        .extracting(r -> r.source().kind())
        .contains("facebook", "instagram");
  }

  @Test
  void anArchiveMadeToBeLookedAtIsRefusedWithAWordOnWhatToAskFor() throws IOException {
    Path zip =
        Archives.zip(
            folder.resolve("a.zip"),
            Map.of(
                "your_facebook_activity/posts/your_posts_1.html", Archives.utf8("<html></html>")));
    assertThatThrownBy(() -> read(zip))
        .isInstanceOfSatisfying(
            ArchiveRefused.class, e -> assertThat(e.hint().orElse("")).contains("JSON"))
        .hasMessage(
            zip
                + ", entry your_facebook_activity/posts/your_posts_1.html: is a page of an archive in"
                + " HTML, which is made to be looked at");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1717321402, 2024-06-02T09:43:22Z, SECOND",
    "1717321402123, 2024-06-02T09:43:22.123Z, MILLISECOND",
    "1717321402123456, 2024-06-02T09:43:22.123Z, MILLISECOND",
    "'\"1717321402\"', 2024-06-02T09:43:22Z, SECOND",
    "0,,",
    "-62169958800,,",
    "12,,",
  })
  void numbersAreTimesByTheirSize(String number, String instant, Moment.Precision precision)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("posts.json"),
            "[{\"timestamp\": %s, \"data\": [{\"post\": \"a\"}]}]".formatted(number));
    var time = read(file).records().getFirst().createdAt();
    assertThat(time.map(t -> t.instant().toString()).orElse(null)).isEqualTo(instant);
    assertThat(time.map(Moment::precision).orElse(null)).isEqualTo(precision);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"café ☕ ok", "Zoë", "plain", "Ünïcödé", "ÃŸ"})
  void whatIsRightAlreadyIsLeftAlone(String text) {
    assertThat(Mojibake.repaired(text)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"café", "☕", "Jörg 👏", "Čaj", "日本語"})
  void bytesThatBecameCharactersAreRepairedOnce(String text) {
    String broken = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(Mojibake.repaired(broken)).isEqualTo(text);
    assertThat(Mojibake.repaired(Mojibake.repaired(broken))).isEqualTo(text);
  }

  @Test
  void aLoneFileThatIsTooDeepIsRefusedByLineAndReason() throws IOException {
    Path file = Files.writeString(folder.resolve("deep.json"), "[".repeat(5000));
    assertThatThrownBy(() -> read(file))
        .hasMessage(file + ", entry deep.json, line 1: is nested more than 128 deep");
  }

  @Test
  void anItemWithOneKeyTwiceIsRefusedAndTheOthersAreKept() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("posts.json"),
            "[{\"timestamp\":1700000000,\"data\":[{\"post\":\"a\"}]},\n"
                + "{\"timestamp\":1700000001,\"timestamp\":1,\"data\":[{\"post\":\"b\"}]}]");
    var result = read(file);
    assertThat(result.records())
        .extracting(r -> r.field(Fields.TEXT))
        .containsExactly(Optional.of("a"));
    assertThat(result.refused())
        .containsExactly(new RefusedEntry("posts.json", 2, "an object has one key twice"));
  }

  @Test
  void postsOfAPrivateAccountAreForFollowers() throws IOException {
    String profile =
        "{\"profile_user\":[{\"string_map_data\":{\"Username\":{\"value\":\"zoe\"},"
            + "\"Private Account\":{\"value\":\"True\"}}}]}";
    String posts = "[{\"media\":[{\"creation_timestamp\":1700000000,\"title\":\"a\"}]}]";
    Path zip =
        Archives.zip(
            folder.resolve("a.zip"),
            Map.of(
                "personal_information/personal_information.json", Archives.utf8(profile),
                "your_instagram_activity/media/posts_1.json", Archives.utf8(posts)));
    assertThat(read(zip).records())
        .filteredOn(r -> r.category() == Category.CONTENT_POST)
        .extracting((MemberRecord r) -> r.field(Fields.VISIBILITY))
        .containsExactly(Optional.of("followers"));
  }

  private static ImportResult read(Path path) {
    return new ArchiveReader().read(path, Optional.empty());
  }
}
