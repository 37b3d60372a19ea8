package dev.demur.trace;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Corpora for tests: written by hand, or random over few words so that they repeat.
final class Corpora {
  private static final List<String> WORDS =
      List.of("a", "the", "team", "Team,", "leads", "écrit", "and", "1,000", "[PERSON_1]", "x.");

  private Corpora() {}

  static CorpusRow row(String member, int record, String text) {
    return new CorpusRow(
        new MemberId(member),
        new RecordId("%032x".formatted(record)),
        Purpose.CONTENT_GENERATION,
        Category.CONTENT_POST,
        Optional.empty(),
        text,
        new TreeMap<>());
  }

  /// A text of up to `most` random words.
  static String text(SplittableRandom random, int most) {
    List<String> words = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  /// Rows of up to 12 members, in random order.
  static List<CorpusRow> random(SplittableRandom random) {
    List<CorpusRow> rows = new ArrayList<>();
    int members = 1 + random.nextInt(12);
    for (int member = 0; member < members; member++) {
      int texts = 1 + random.nextInt(4);
      for (int text = 0; text < texts; text++) {
        rows.add(row("m" + member, rows.size(), text(random, 12)));
      }
    }
    Collections.shuffle(rows, new java.util.Random(random.nextLong()));
    return rows;
  }

  /// Writes the rows as segments, each member's into one of `count`, and opens them.
  static TraceIndex index(Path folder, List<CorpusRow> rows, int count) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int slice = i;
      Path file = folder.resolve("s" + slice + ".trace");
      Segment.write(
          file,
          rows.stream()
              .filter(row -> Math.floorMod(row.member().hashCode(), count) == slice)
              .toList());
      files.add(file);
    }
    return TraceIndex.open(files);
  }

  static TraceIndex index(Path folder, List<CorpusRow> rows) throws IOException {
    return index(folder, rows, 1);
  }

  static Set<MemberId> members(String... ids) {
    return Set.copyOf(java.util.Arrays.stream(ids).map(MemberId::new).toList());
  }
}
