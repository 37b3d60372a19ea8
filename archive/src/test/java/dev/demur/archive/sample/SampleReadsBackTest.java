package dev.demur.archive.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ImportResult;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the reader makes of the archives, against what was planted in them.
class SampleReadsBackTest {
  private static final int MEMBERS = 150;
  @TempDir static Path folder;
  private static final Map<String, ImportResult> IMPORTS = new TreeMap<>();

  @BeforeAll
  static void writeAndRead() throws IOException {
    SampleNetwork.write(new SampleSettings(MEMBERS, 3), folder);
    try (var archives = Files.list(folder.resolve("archives"))) {
      for (Path archive : archives.sorted().toList()) {
        String name = archive.getFileName().toString();
        IMPORTS.put(
            name.substring(0, name.length() - ".zip".length()),
            new ArchiveReader().read(archive, Optional.empty()));
      }
    }
  }

  @Test
  void nothingIsRefused() {
    assertThat(IMPORTS.values()).allSatisfy(result -> assertThat(result.refused()).isEmpty());
  }

  @Test
  void theMemberIdIsInsideTheArchive() {
    assertThat(IMPORTS).hasSize(MEMBERS);
    IMPORTS.forEach((name, result) -> assertThat(result.holder().value()).isEqualTo(name));
    assertThat(IMPORTS.values())
        .allSatisfy(result ->
            assertThat(result.notes()).noneMatch(note -> note.toString().contains("account id")));
  }

  @Test
  void noRecordIsLostDoubledOrInAWrongCategory() throws IOException {
    var expected = new TreeMap<String, Integer>();
    for (Map<String, String> line : lines("records.jsonl")) {
      expected.merge(
          line.get("member") + " " + line.get("category"),
          Integer.parseInt(line.get("records")),
          Integer::sum);
    }
    var actual = new TreeMap<String, Integer>();
    IMPORTS.forEach((member, result) ->
        result
            .records()
            .forEach(
                record -> actual.merge(member + " " + record.category().code(), 1, Integer::sum)));
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void everythingPlantedStandsInARecordWhereTheTruthSaysItDoes() throws IOException {
    var texts = new HashMap<String, List<String>>();
    IMPORTS.forEach((member, result) ->
        texts.put(
            member, result.records().stream().flatMap(r -> r.fields().values().stream()).toList()));
    for (Map<String, String> line : lines("planted.jsonl")) {
      if (line.get("kind").equals("ip")) {
        continue;
      }
      int start = Integer.parseInt(line.get("start"));
      String text = line.get("text");
      assertThat(texts.get(line.get("member")))
          .as("%s", line)
          .anyMatch(value -> value.startsWith(text, start));
    }
  }

  @Test
  void canariesOfCredentialsPaymentsAndSalariesAreInNoRecord() throws IOException {
    var kinds =
        List.of(
            "canary.login",
            "canary.challenge",
            "canary.receipt",
            "canary.salary",
            "canary.verification");
    for (Map<String, String> line : lines("canaries.jsonl")) {
      if (kinds.contains(line.get("kind"))) {
        assertThat(IMPORTS.get(line.get("member")).records())
            .noneMatch(record -> holds(record, line.get("text")));
      }
    }
  }

  private static boolean holds(MemberRecord record, String text) {
    return record.fields().values().stream().anyMatch(value -> value.contains(text));
  }

  private static List<Map<String, String>> lines(String file) throws IOException {
    var lines = new ArrayList<Map<String, String>>();
    for (String line : Files.readAllLines(folder.resolve("truth").resolve(file))) {
      lines.add(JsonLines.parse(line));
    }
    return lines;
  }
}
