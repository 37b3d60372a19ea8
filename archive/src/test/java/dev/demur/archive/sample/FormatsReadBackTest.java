package dev.demur.archive.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.Archives;
import dev.demur.archive.ImportResult;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsReadBackTest {
  private static final int MEMBERS = 25;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"X", "MASTODON", "WHATSAPP", "FACEBOOK", "INSTAGRAM"})
  void noRecordIsLostDoubledOrInAWrongCategoryAndTextsStandWhereTheTruthSays(SampleFormat format)
      throws IOException {
    SampleNetwork.write(new SampleSettings(MEMBERS, 5).in(format), folder);
    Map<String, ImportResult> imports = read();
    assertThat(imports).hasSize(MEMBERS);
    imports.forEach((name, result) -> {
      assertThat(result.holder().value()).isEqualTo(name);
      assertThat(result.refused()).isEmpty();
    });
    assertThat(actual(imports)).isEqualTo(expected());
    plantedTextsAreThere(imports);
    nothingOfMessagesAndLogInsIsThere(imports);
  }

  /// Without the conversations, in which the holder may be known by name only: a part that lacks
  /// the profile cannot tell.
  @ParameterizedTest
  @EnumSource(names = {"X", "MASTODON", "FACEBOOK", "INSTAGRAM", "LINKEDIN"})
  void anArchiveInTwoPartsIsThatArchiveAndTheOrderOfItsEntriesDoesNotMatter(SampleFormat format)
      throws IOException {
    SampleNetwork.write(new SampleSettings(10, 9).in(format), folder);
    try (var archives = Files.list(folder.resolve("archives"))) {
      for (Path archive : archives.sorted().toList()) {
        var holder = Optional.of(new ArchiveReader().read(archive, Optional.empty()).holder());
        Map<String, byte[]> entries = entries(archive);
        var names = new ArrayList<>(entries.keySet());
        Collections.shuffle(names, new Random(5));
        Set<MemberRecord> parts = new HashSet<>();
        for (int part = 0; part < 2; part++) {
          var some = new LinkedHashMap<String, byte[]>();
          for (int i = part; i < names.size(); i += 2) {
            some.put(names.get(i), entries.get(names.get(i)));
          }
          Path zip = Archives.zip(folder.resolve("part.zip"), some);
          parts.addAll(new ArchiveReader().read(zip, holder).records());
        }
        Set<MemberRecord> whole =
            new HashSet<>(new ArchiveReader().read(archive, holder).records());
        assertThat(withoutMessages(parts)).isEqualTo(withoutMessages(whole)).isNotEmpty();
      }
    }
  }

  private static Set<MemberRecord> withoutMessages(Set<MemberRecord> records) {
    var others = new HashSet<>(records);
    others.removeIf(r ->
        r.category().family().equals("private-message")
            || r.source().entry().endsWith("essages.csv"));
    return others;
  }

  private static Map<String, byte[]> entries(Path archive) throws IOException {
    var entries = new TreeMap<String, byte[]>();
    try (var zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private void nothingOfMessagesAndLogInsIsThere(Map<String, ImportResult> imports)
      throws IOException {
    for (Map<String, String> line : lines("canaries.jsonl")) {
      if (!line.get("column").equals("text")) {
        assertThat(imports.get(line.get("member")).records())
            .as("%s", line)
            .noneMatch(
                r -> r.fields().values().stream().anyMatch(v -> v.contains(line.get("text"))));
      }
    }
  }

  private Map<String, ImportResult> read() throws IOException {
    Map<String, ImportResult> imports = new TreeMap<>();
    try (var archives = Files.list(folder.resolve("archives"))) {
      for (Path archive : archives.sorted().toList()) {
        String name = archive.getFileName().toString();
        imports.put(
            name.substring(0, name.length() - ".zip".length()),
            new ArchiveReader().read(archive, Optional.empty()));
      }
    }
    return imports;
  }

  private static Map<String, Integer> actual(Map<String, ImportResult> imports) {
    Map<String, Integer> actual = new TreeMap<>();
    imports.forEach((member, result) ->
        result
            .records()
            .forEach(
                record -> actual.merge(member + " " + record.category().code(), 1, Integer::sum)));
    return actual;
  }

  private Map<String, Integer> expected() throws IOException {
    Map<String, Integer> expected = new TreeMap<>();
    for (Map<String, String> line : lines("records.jsonl")) {
      expected.merge(
          line.get("member") + " " + line.get("category"),
          Integer.parseInt(line.get("records")),
          Integer::sum);
    }
    return expected;
  }

  private void plantedTextsAreThere(Map<String, ImportResult> imports) throws IOException {
    Map<String, List<String>> texts = new HashMap<>();
    imports.forEach((member, result) ->
        texts.put(
            member, result.records().stream().flatMap(r -> r.fields().values().stream()).toList()));
    for (Map<String, String> line : lines("planted.jsonl")) {
      if (!line.get("column").equals("text")) {
        continue; // readers keep no text of private messages and log-ins
      }
      int start = Integer.parseInt(line.get("start"));
      assertThat(texts.get(line.get("member")))
          .as("%s", line)
          .anyMatch(value ->
              value.startsWith(line.get("text"), start)
                  || oneLineEach(value).contains(oneLineEach(line.get("text"))));
    }
  }

  /// HTML has no blank lines: of two line ends in a row, Mastodon's readers give one.
  private static String oneLineEach(String text) {
    return text.replaceAll("\\n+", "\n");
  }

  private List<Map<String, String>> lines(String file) throws IOException {
    List<Map<String, String>> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("truth").resolve(file))) {
      lines.add(JsonLines.parse(line));
    }
    return lines;
  }
}
