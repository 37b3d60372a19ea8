package dev.demur.cli;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Notices;
import dev.demur.home.Progress;
import dev.demur.model.CorpusRow;
import dev.demur.model.Purpose;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The corpus of a sample network, for measurements: archives written, imported, decided and
/// redacted in a home that is deleted again. The same rows for the same seed.
final class SampleCorpus {
  private static final String PROGRAM = "linkedin-2025";
  private static final Instant NOTICE = Instant.parse("2025-09-18T09:00:00Z");
  private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));

  private SampleCorpus() {}

  /// Rows with text of content generation, by member and record.
  static List<CorpusRow> rows(int members, long seed, int threads, Progress progress)
      throws IOException {
    return allRows(members, seed, threads, progress).stream()
        .filter(row -> !row.text().isBlank())
        .toList();
  }

  /// All rows of content generation, those of structured facts among them.
  static List<CorpusRow> allRows(int members, long seed, int threads, Progress progress)
      throws IOException {
    Path folder = Files.createTempDirectory("demur-sample");
    try {
      SampleNetwork.write(new SampleSettings(members, seed), folder.resolve("network"));
      Path key = folder.resolve("key");
      Files.writeString(key, "a key for measurements, nobody's secret");
      try (Home home = Home.open(folder.resolve("home"), CLOCK, Optional.of(key))) {
        return rows(home, folder.resolve("network"), threads, progress);
      }
    } finally {
      delete(folder);
    }
  }

  private static List<CorpusRow> rows(Home home, Path network, int threads, Progress progress) {
    Importing.run(
        home,
        List.of(network.resolve("archives")),
        Optional.of(network.resolve("members.jsonl")),
        Optional.empty(),
        progress);
    Program program = Program.shipped(PROGRAM).orElseThrow();
    Notices.send(home, program, Optional.of(NOTICE));
    Building.run(home, program, Base::usual, Optional.of(AS_OF), threads, progress);
    List<CorpusRow> texts = new ArrayList<>();
    home.corpus()
        .scan((holder, rows) ->
            rows.stream()
                .filter(row -> row.purpose() == Purpose.CONTENT_GENERATION)
                .forEach(texts::add));
    texts.sort(Comparator.comparing(CorpusRow::member).thenComparing(CorpusRow::record));
    return texts;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
