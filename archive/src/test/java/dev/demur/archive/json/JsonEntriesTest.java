package dev.demur.archive.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ImportResult;
import dev.demur.archive.RefusedEntry;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Entries that are read at once, and larger ones that are checked before they are read.
final class JsonEntriesTest {
  private static final int LARGE = 5 << 20;
  private static final String FRIENDS =
      """
      {"friends_v2":[{"name":"Jane Roe","timestamp":1700000000}]}\
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "large: {0}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false | ,{"name":   | is truncated: it ends before its JSON does
          true  | ,{"name":   | is truncated: it ends before its JSON does
          false | ,,]}        | is not valid JSON
          true  | ,,]}        | is not valid JSON
          false | ]} alert(1) | has something behind its value, which is neither run nor read
          true  | ]} alert(1) | has something behind its value, which is neither run nor read
          """)
  void nothingOfADamagedEntryIsKept(boolean isLarge, String end, String reason) throws IOException {
    write("friends.json", FRIENDS);
    write("your_friends.json", posts(isLarge) + end);
    ImportResult result = read();
    assertThat(result.refused()).extracting(RefusedEntry::reason).containsExactly(reason);
    assertThat(result.refused().getFirst().line()).isEqualTo(2);
    assertThat(result.records()).hasSize(1).allMatch(JsonEntriesTest::isJane);
  }

  @ParameterizedTest(name = "large: {0}")
  @CsvSource({"false", "true"})
  void aTextThatIsTooLongDamagesItsEntry(boolean isLarge) throws IOException {
    write("friends.json", FRIENDS);
    String text = "x".repeat(LARGE);
    write("your_friends.json", posts(isLarge) + ",{\"name\":\"" + text + "\"}]}");
    ImportResult result = read();
    assertThat(result.refused().getFirst().reason()).startsWith("has a text of more than");
    assertThat(result.records()).hasSize(1).allMatch(JsonEntriesTest::isJane);
  }

  private static boolean isJane(MemberRecord friend) {
    return friend.fields().containsValue("Jane");
  }

  private static String posts(boolean isLarge) {
    String space = isLarge ? " ".repeat(LARGE) : "";
    return "{\"friends_v2\":" + space + "[\n{\"name\":\"John Doe\",\"timestamp\":1700000000}";
  }

  private void write(String name, String json) throws IOException {
    Path file = folder.resolve("connections/friends/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
  }

  private ImportResult read() {
    return new ArchiveReader().read(folder, Optional.of(new MemberId("holder")));
  }
}
