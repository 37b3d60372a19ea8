package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Canary phrases stand in private messages, credentials, payments, salaries, applications and in
/// what minors wrote: after import, build and training none of them is anywhere in the home.
class NothingForbiddenTest {
  @TempDir Path folder = Path.of("");

  @Test
  void noCanaryIsAnywhereInTheHome() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 60, 3);
    List<String> canaries = canaries(folder.resolve("network/truth/canaries.jsonl"));
    try (Home home = network.trained("home", Set.of())) {
      StringBuilder tables = new StringBuilder();
      home.records().scan((holder, records) -> records.forEach(r -> append(tables, r)));
      home.corpus().scan((holder, rows) -> rows.forEach(r -> tables.append(r.text()).append('\n')));
      home.corpus()
          .scan((holder, rows) -> rows.forEach(r -> tables.append(r.fields()).append('\n')));
      String stored = tables.toString();

      assertThat(canaries).hasSizeGreaterThan(20);
      assertThat(stored).isNotEmpty();
      for (String canary : canaries) {
        assertThat(stored).as("tables").doesNotContain(canary);
      }
      for (Path file : files(home.layout().root())) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String canary : canaries) {
          assertThat(bytes.contains(canary)).as("%s in %s", canary, file).isFalse();
        }
      }
    }
  }

  private static void append(StringBuilder tables, MemberRecord record) {
    tables.append(record.fields()).append('\n');
    tables.append(record.createdAt().map(m -> m.raw()).orElse("")).append('\n');
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> canaries(Path file) throws IOException {
    List<String> canaries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode json = JsonFile.JSON.readTree(line);
      canaries.add(json.path("text").asString());
    }
    return canaries;
  }
}
