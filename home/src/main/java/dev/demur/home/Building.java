package dev.demur.home;

import dev.demur.corpus.build.BuildEngine;
import dev.demur.corpus.build.CorpusBuild;
import dev.demur.corpus.build.CorpusSummary;
import dev.demur.corpus.build.LocalEngine;
import dev.demur.corpus.store.Minimiser;
import dev.demur.corpus.store.StorableRecord;
import dev.demur.learn.file.AtomicFile;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Decides every record under a program and makes the corpus of those that are in.
public final class Building {
  private Building() {}

  /// How to build; changes nothing but the time.
  ///
  /// @param engine who does the work
  /// @param texts whether texts of the snapshot before may stand where they are made from the same
  public record Manner(BuildEngine engine, CorpusBuild.Texts texts) {
    /// In threads of this process, on top of the snapshot before.
    public static Manner local(int threads) {
      return new Manner(new LocalEngine(threads), CorpusBuild.Texts.TAKEN_OVER);
    }
  }

  /// A snapshot, and how many texts had to be made for it.
  public record Built(Snapshot snapshot, long made) {}

  /// Builds a snapshot in threads of this process, on top of the one before.
  ///
  /// @param base where the base model is, for a removal that must be finished first
  /// @param asOf the instant of every decision; empty means now
  public static Snapshot run(
      Home home,
      Program program,
      Supplier<Path> base,
      Optional<Instant> asOf,
      int threads,
      Progress progress) {
    return run(home, program, base, asOf, Manner.local(threads), progress).snapshot();
  }

  /// Builds a snapshot, which replaces the one before.
  ///
  /// @param base where the base model is, for a removal that must be finished first
  /// @param asOf the instant of every decision; empty means now
  public static Built run(
      Home home,
      Program program,
      Supplier<Path> base,
      Optional<Instant> asOf,
      Manner manner,
      Progress progress) {
    return home.lineage()
        .during(
            Jobs.build(program, asOf),
            () -> locked(home, program, base, asOf, manner, progress),
            Jobs::built);
  }

  private static Built locked(
      Home home,
      Program program,
      Supplier<Path> base,
      Optional<Instant> asOf,
      Manner manner,
      Progress progress) {
    try (JobLock _ = home.lock()) {
      new Forgetting(home, base, progress).finishLocked();
      Instant at = asOf.orElseGet(home.clock()::instant);
      LedgerView view = home.ledger().view();
      Membership membership = Membership.at(ProgramView.of(view, program), new TreeSet<>());
      minimiseMinors(home, membership, at);
      keepCopy(home, program);
      JsonFile<Snapshot> manifest = manifest(home);
      // Between commit and manifest there is none, so that none ever speaks of another corpus.
      CorpusBuild.Built built =
          new CorpusBuild(home.records(), home.corpus(), manner.engine())
              .run(
                  Deriving.fresh(home, program, membership, at),
                  () -> Deriving.plan(home, program, membership, at),
                  manner.texts(),
                  manifest::delete,
                  (done, of) -> progress.at("deciding", done, of));
      Snapshot snapshot =
          Snapshot.of(program.name(), program.sha256(), at, view.position(), built.summary());
      manifest.write(snapshot);
      return new Built(note(home, snapshot), built.made());
    } catch (IOException e) {
      throw new UncheckedIOException("the build could not read or write: " + e.getMessage(), e);
    }
  }

  /// Content of members who by now are known to be under age must not stay stored.
  private static void minimiseMinors(Home home, Membership membership, Instant at) {
    Minimiser minimiser = new Minimiser(home.tokens());
    SortedMap<MemberId, List<StorableRecord>> changed = new TreeMap<>();
    home.records()
        .scan((holder, records) -> {
          List<StorableRecord> now =
              records.stream()
                  .map(record -> minimiser.minimise(record, membership.factsOf(holder), at))
                  .toList();
          List<MemberRecord> plain = now.stream().map(StorableRecord::record).toList();
          if (!plain.equals(records)) {
            changed.put(holder, now);
          }
        });
    if (!changed.isEmpty()) {
      home.records().replace(changed);
    }
  }

  private static void keepCopy(Home home, Program program) throws IOException {
    Path copy = Snapshots.copyOf(home, program.sha256());
    if (!Files.exists(copy)) {
      Files.createDirectories(copy.getParent());
      AtomicFile.writeString(copy, program.source());
    }
  }

  /// Writes the manifest of what the corpus table holds now.
  ///
  /// @param before whose program, instant and position stand
  /// @param now of that table
  static void write(Home home, Snapshot before, CorpusSummary now) {
    manifest(home).write(before.with(now));
  }

  private static JsonFile<Snapshot> manifest(Home home) {
    return new JsonFile<>(home.layout().snapshot(), Snapshot.class);
  }

  private static Snapshot note(Home home, Snapshot snapshot) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put("snapshot", snapshot.id());
    details.put("program", snapshot.programSha256());
    details.put("root", snapshot.contentRoot());
    home.ledger().append(new Event.OperatorNoted("snapshot-built", details));
    return snapshot;
  }
}
