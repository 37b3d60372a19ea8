package dev.demur.archive.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.Archives;
import dev.demur.archive.Golden;
import dev.demur.archive.ImportResult;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives of X, of today and of before 2018.
final class XTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"new", "old"})
  void anArchiveGivesTheseRecords(String name) throws IOException {
    var result = new ArchiveReader().read(Golden.resource(XTest.class, name), Optional.empty());
    Golden.assertMatches(XTest.class, name + ".golden.txt", result);
  }

  @Test
  void noSecretAndNoWordOfOthersIsInAnyRecord() {
    var result = new ArchiveReader().read(Golden.resource(XTest.class, "new"), Optional.empty());
    String all = result.records().stream().map(r -> r.fields().toString()).toList().toString();
    assertThat(all)
        .doesNotContain("do-not-keep", "203.0.113.9", "Private words", "Group words")
        .doesNotContain("Words of another", "Stone-milled", "Never hurry", "rye is overrated")
        .doesNotContain("Buy flour", "Secret bakers", "Taken back");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\"}}]; alert(1)|has something behind its value, which is neither run nor read",
        "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\"}}] []|has something behind its value, which is neither run nor read",
        "window.YTD.tweets.part0 = fetch('x')|is not valid JSON",
        "window.YTD.tweets.part0 = \"text\"|holds neither a list nor an object of JSON",
        "window.YTD.tweets.part0 = [{\"tweet\":|is truncated: it ends before its JSON does",
      })
  void aScriptThatIsMoreThanItsValueGivesNothing(String script, String reason) {
    assertThatThrownBy(() -> read(Map.of("data/tweets.js", script)))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessage(
            "%s, entry data/tweets.js, line 1: %s", folder.resolve("vera.zip").toString(), reason);
  }

  @Test
  void aLostWindowAndASemicolonDoNotMatter() throws IOException {
    var whole =
        read(
            Map.of(
                "data/tweets.js",
                "window.YTD.tweets.part0 = [{\"id_str\":\"1\",\"full_text\":\"a\"}]"));
    var bare =
        read(
            Map.of(
                "x/y/data/tweet.js",
                "YTD.tweet.part0=[{\"id_str\":\"1\",\"full_text\":\"a\"}] ; \n"));
    assertThat(ids(bare)).isEqualTo(ids(whole)).hasSize(1);
  }

  @Test
  void postsOfAProtectedAccountAreNotPublic() throws IOException {
    var result =
        read(
            Map.of(
                "data/tweets.js",
                    "window.YTD.tweets.part0 = [{\"id_str\":\"1\",\"full_text\":\"a\"}]",
                "data/protected-history.js",
                    "window.YTD.protected_history.part0 = [{\"protectedHistory\":{\"protectedAt\":\"2020-01-01T00:00:00.000Z\",\"action\":\"Protect\"}}]"));
    assertThat(result.records())
        .filteredOn(r -> r.field(Fields.TEXT).isPresent())
        .extracting(r -> r.field(Fields.VISIBILITY).orElse(""))
        .containsExactly("followers");
  }

  private ImportResult read(Map<String, String> entries) throws IOException {
    var bytes = new TreeMap<String, byte[]>();
    entries.forEach((name, text) -> bytes.put(name, Archives.utf8(text)));
    Path zip = Archives.zip(folder.resolve("vera.zip"), bytes);
    return new ArchiveReader().read(zip, Optional.empty());
  }

  private static Map<String, String> ids(ImportResult result) {
    return result.records().stream()
        .collect(Collectors.toMap(r -> r.id().value(), (MemberRecord r) -> r.fields().toString()));
  }
}
