package dev.demur.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Source;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must not matter to the records of an archive.
final class ArchiveLawsTest {
  private static final Optional<MemberId> NOBODY_SAYS = Optional.empty();
  private static final List<String> LONG_TABLES =
      List.of(
          "messages.csv",
          "Shares_900001.csv",
          "Comments_900001.csv",
          "Skills.csv",
          "Positions.csv");

  @TempDir Path folder;

  private final Map<String, byte[]> entries = new TreeMap<>();

  static LongStream seeds() {
    return Seeds.upTo(6);
  }

  @BeforeEach
  void readTheSyntheticArchive() throws IOException {
    Path archive = Golden.resource(dev.demur.archive.container.RawZip.class, "../linkedin/new");
    try (Stream<Path> files = Files.walk(archive)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        entries.put(archive.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  @Test
  void aZipAndItsFolderGiveTheSame() throws IOException {
    Path archive = Golden.resource(dev.demur.archive.container.RawZip.class, "../linkedin/new");
    assertThat(new ArchiveReader().read(archive, NOBODY_SAYS)).isEqualTo(read(entries));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfEntriesDoesNotMatter(long seed) throws IOException {
    var names = new ArrayList<>(entries.keySet());
    Collections.shuffle(names, new Random(seed));
    var shuffled = new LinkedHashMap<String, byte[]>();
    names.forEach(name -> shuffled.put(name, entries.get(name)));
    assertThat(read(shuffled)).isEqualTo(read(entries));
  }

  @Test
  void aWrappingFolderDoesNotMatter() throws IOException {
    var wrapped = new LinkedHashMap<String, byte[]>();
    entries.forEach((name, bytes) -> wrapped.put("Complete_Export (1)/" + name, bytes));
    assertThat(read(wrapped).records()).isEqualTo(read(entries).records());
  }

  @Test
  void lineEndsAndAByteOrderMarkDoNotMatter() throws IOException {
    var changed = new LinkedHashMap<String, byte[]>();
    entries.forEach((name, bytes) -> {
      String text = new String(bytes, StandardCharsets.UTF_8);
      changed.put(
          name,
          name.endsWith(".csv") ? Archives.utf8("\uFEFF" + text.replace("\n", "\r\n")) : bytes);
    });
    assertThat(read(changed).records()).isEqualTo(read(entries).records());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anArchiveInTwoPartsIsThatArchive(long seed) throws IOException {
    var random = new Random(seed);
    var first = new LinkedHashMap<String, byte[]>();
    var second = new LinkedHashMap<String, byte[]>();
    entries.forEach((name, bytes) -> (random.nextBoolean() ? first : second).put(name, bytes));
    var holder = Optional.of(new MemberId("marit-solheim-example"));
    var parts = new HashSet<MemberRecord>(read(first, holder).records());
    parts.addAll(read(second, holder).records());

    assertThat(withoutSelfByName(parts))
        .isEqualTo(withoutSelfByName(new HashSet<>(read(entries, holder).records())));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTableInTwoFilesIsThatTable(long seed) throws IOException {
    var random = new Random(seed);
    var split = new LinkedHashMap<>(entries);
    for (String name : LONG_TABLES) {
      List<String> rows = rows(new String(entries.get(name), StandardCharsets.UTF_8));
      int cut = 1 + random.nextInt(rows.size());
      String header = rows.getFirst();
      String tail = String.join("", rows.subList(cut, rows.size()));
      split.put(name, Archives.utf8(String.join("", rows.subList(0, cut))));
      split.put(name.replace(".csv", "_2.csv"), Archives.utf8(header + tail));
    }
    assertThat(withoutLines(read(split).records()))
        .isEqualTo(withoutLines(read(entries).records()));
  }

  @Test
  void rowsThatStandTwiceAreOneRecord() throws IOException {
    var doubled = new LinkedHashMap<>(entries);
    for (String name : LONG_TABLES) {
      String text = new String(entries.get(name), StandardCharsets.UTF_8);
      doubled.put(name, Archives.utf8(text + (text.endsWith("\n") ? "" : "\n") + text));
    }
    assertThat(read(doubled).records()).isEqualTo(read(entries).records());
  }

  @Test
  void theStreamGivesWhatTheListGives() throws IOException {
    Path zip = Archives.zip(folder.resolve("a.zip"), entries);
    var streamed = new HashSet<MemberRecord>();
    var report = new ArchiveReader().read(zip, NOBODY_SAYS, streamed::add);
    var result = new ArchiveReader().read(zip, NOBODY_SAYS);
    var ids = new HashSet<>(streamed.stream().map(MemberRecord::id).toList());
    assertThat(ids).isEqualTo(Set.copyOf(result.records().stream().map(MemberRecord::id).toList()));
    assertThat(report.kinds()).containsExactly("linkedin");
    assertThat(report.records()).isGreaterThanOrEqualTo(result.records().size());
  }

  @Test
  void anotherHolderHasOtherIdsAndTheSameRecords() throws IOException {
    var mine = read(entries);
    var theirs = read(entries, Optional.of(new MemberId("m1")));
    assertThat(theirs.records()).hasSameSizeAs(mine.records());
    assertThat(theirs.records()).doesNotContainAnyElementsOf(mine.records());
    assertThat(theirs.records().stream().filter(r -> r.author().equals(Optional.of(r.holder()))))
        .hasSize(
            Math.toIntExact(
                mine.records().stream()
                    .filter(r -> r.author().equals(Optional.of(r.holder())))
                    .count()));
  }

  private ImportResult read(Map<String, byte[]> archive) throws IOException {
    return read(archive, NOBODY_SAYS);
  }

  private ImportResult read(Map<String, byte[]> archive, Optional<MemberId> holder)
      throws IOException {
    return new ArchiveReader().read(Archives.zip(folder.resolve("a.zip"), archive), holder);
  }

  /// Without the tables in which the holder may be known by name only, which needs `Profile.csv`.
  private static Set<MemberRecord> withoutSelfByName(Set<MemberRecord> records) {
    var others = new HashSet<>(records);
    others.removeIf(r -> r.source().entry().endsWith("essages.csv"));
    return others;
  }

  private static Set<MemberRecord> withoutLines(List<MemberRecord> records) {
    var plain = new HashSet<MemberRecord>();
    for (MemberRecord r : records) {
      var source = new Source(r.source().kind(), r.source().entry(), 0);
      plain.add(
          new MemberRecord(
              r.id(),
              r.holder(),
              r.author(),
              r.about(),
              r.mentions(),
              r.category(),
              r.createdAt(),
              r.fields(),
              source));
    }
    return plain;
  }

  /// A table's rows with their line ends; quotes that are open at a line's end carry on.
  private static List<String> rows(String table) {
    var rows = new ArrayList<String>();
    var row = new StringBuilder();
    for (String line : table.split("(?<=\n)", -1)) {
      row.append(line);
      long quotes = row.toString().replace("\\\"", "").chars().filter(c -> c == '"').count();
      if (quotes % 2 == 0 && !row.isEmpty()) {
        rows.add(row.toString());
        row.setLength(0);
      }
    }
    return rows;
  }
}
