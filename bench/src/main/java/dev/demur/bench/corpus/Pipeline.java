package dev.demur.bench.corpus;

import dev.demur.corpus.build.CorpusBuild;
import dev.demur.corpus.build.CorpusBuild.Texts;
import dev.demur.corpus.build.LocalEngine;
import dev.demur.corpus.dedup.NearDuplicates;
import dev.demur.corpus.derive.Derivation;
import dev.demur.corpus.store.CorpusTable;
import dev.demur.corpus.store.Minimiser;
import dev.demur.corpus.store.PersonTokens;
import dev.demur.corpus.store.RecordIntake;
import dev.demur.corpus.store.RecordTable;
import dev.demur.corpus.store.Warehouse;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import dev.demur.program.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Stored records to a corpus without near-duplicates, on Iceberg tables, as `demur build` and
/// training do it.
final class Pipeline implements AutoCloseable {
  private static final int BUCKETS = 32;
  private static final int TEXTS_A_MEMBER = 60;
  private static final int SHARDS = 4;
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
  private static final Instant WRITTEN = Instant.parse("2025-12-01T10:00:00Z");
  private static final PersonTokens TOKENS =
      new PersonTokens("a key for benchmarks".getBytes(StandardCharsets.UTF_8));
  private static final MemberFacts PERMITTING =
      new MemberFacts(
          List.of(new MemberFacts.Residence("DE", Instant.EPOCH)),
          Optional.of(LocalDate.of(1985, 5, 5)),
          List.of(),
          List.of(),
          List.of(new MemberFacts.Notice(Instant.parse("2025-09-18T00:00:00Z"))),
          Optional.empty());

  private final Path folder;
  private final Warehouse warehouse;
  private final RecordTable records;
  private final CorpusTable corpus;

  Pipeline(Path folder) {
    this.folder = folder;
    this.warehouse =
        Warehouse.open("jdbc:sqlite:" + folder.resolve("catalog.db"), folder.resolve("warehouse"));
    this.records = RecordTable.open(warehouse, TOKENS, BUCKETS);
    this.corpus = CorpusTable.open(warehouse, BUCKETS);
  }

  /// Stores records of many members, each with a name, a few connections and posts.
  ///
  /// @return the characters of all posts
  long store(GeneratedTexts texts, long characters) {
    Minimiser minimiser = new Minimiser(TOKENS);
    long stored = 0;
    try (RecordIntake intake = records.intake(folder.resolve("incoming"), holder -> false)) {
      for (int member = 0; stored < characters; member++) {
        for (int number = 0; number < TEXTS_A_MEMBER; number++) {
          MemberRecord record = record(member, number, texts);
          intake.add(minimiser.minimise(record, Optional.of(PERMITTING), NOW));
          stored += record.field(Fields.TEXT).map(String::length).orElse(0);
        }
        intake.keep();
      }
      intake.publish();
    }
    return stored;
  }

  private static MemberRecord record(int member, int number, GeneratedTexts texts) {
    MemberId holder = new MemberId("member-" + member);
    Category category =
        number == 0
            ? Category.PROFILE_NAME
            : number < 6 ? Category.CONTACT_CONNECTION : Category.CONTENT_POST;
    Map<String, String> fields =
        switch (category) {
          case PROFILE_NAME -> Map.of(Fields.FIRST_NAME, "Ada", Fields.LAST_NAME, "Byron" + member);
          case CONTACT_CONNECTION ->
              Map.of(
                  Fields.FIRST_NAME, "Anna" + number,
                  Fields.LAST_NAME, "Berg",
                  Fields.PERSON, "member-" + (member + number));
          default -> Map.of(Fields.TEXT, texts.next());
        };
    return new MemberRecord(
        new RecordId("%016x%016x".formatted(member, number)),
        holder,
        Optional.of(holder),
        List.of(),
        List.of(),
        category,
        Optional.of(new Moment(WRITTEN, Moment.Precision.SECOND, Moment.Zone.UTC, "2025-12-01")),
        new TreeMap<>(fields),
        new Source("linkedin", "Shares.csv", number));
  }

  /// Decides, redacts, screens and writes the corpus.
  CorpusBuild.Built build(Texts texts, int threads) {
    Derivation derivation =
        new Derivation(
            Program.shipped("linkedin-2025").orElseThrow(),
            person -> Optional.of(PERMITTING),
            record -> Optional.empty(),
            Set.of(),
            NOW,
            Optional.empty());
    return new CorpusBuild(records, corpus, new LocalEngine(threads))
        .run(
            derivation,
            () -> {
              throw new IllegalStateException("no other process takes part in this benchmark");
            },
            texts,
            () -> {},
            (done, of) -> {});
  }

  /// Reads the corpus back and drops near-duplicates, a shard at a time as training does.
  ///
  /// @return how many texts are left
  long unlike() {
    NearDuplicates[] shards = new NearDuplicates[SHARDS];
    Arrays.setAll(shards, shard -> new NearDuplicates(folder));
    long[] left = {0};
    corpus.scan((holder, rows) -> {
      NearDuplicates shard = shards[Math.floorMod(holder.hashCode(), SHARDS)];
      for (CorpusRow row : rows) {
        left[0] += !row.text().isEmpty() && shard.isNew(row.text()) ? 1 : 0;
      }
    });
    Arrays.stream(shards).forEach(NearDuplicates::close);
    return left[0];
  }

  /// Reads every record, and nothing else.
  long read() {
    long[] count = {0};
    records.scan((holder, each) -> count[0] += each.size());
    return count[0];
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
