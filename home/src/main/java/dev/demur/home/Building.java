package dev.demur.home;

import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.Minimiser;
import dev.demur.corpus.store.StorableRecord;
import dev.demur.learn.file.AtomicFile;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
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

  /// Builds a snapshot, which replaces the one before.
  ///
  /// @param base where the base model is, for a removal that must be finished first
  /// @param asOf the instant of every decision; empty means now
  /// @param threads holders derived at a time; changes nothing but the time
  public static Snapshot run(
      Home home,
      Program program,
      Supplier<Path> base,
      Optional<Instant> asOf,
      int threads,
      Progress progress) {
    try (JobLock _ = home.lock()) {
      new Forgetting(home, base, progress).finishLocked();
      Instant at = asOf.orElseGet(home.clock()::instant);
      LedgerView view = home.ledger().view();
      Membership membership = Membership.at(view.under(program.name()), new TreeSet<>());
      minimiseMinors(home, membership, at);
      SortedMap<MemberId, List<CorpusEntry>> entries =
          Deriving.fresh(home, program, membership, at, threads, progress);
      home.corpus().holders().forEach(gone -> entries.putIfAbsent(gone, List.of()));
      keepCopy(home, program);
      home.corpus().replace(entries);
      Snapshot snapshot =
          new Snapshot(
              program.name(), program.sha256(), at, view.position(), "", 0, 0, new TreeMap<>());
      return note(home, write(home, snapshot));
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
  static Snapshot write(Home home, Snapshot before) {
    long[] in = {0};
    SortedMap<String, Long> reasons = new TreeMap<>();
    home.corpus()
        .scanEntries((holder, entries) -> {
          for (CorpusEntry entry : entries) {
            if (entry.purpose() == Purpose.CONTENT_GENERATION) {
              switch (entry.outcome()) {
                case CorpusEntry.In _ -> in[0]++;
                case CorpusEntry.Out(var reason) -> reasons.merge(reason, 1L, Long::sum);
              }
            }
          }
        });
    String root = home.corpus().contentRoot();
    Snapshot snapshot =
        new Snapshot(
            before.program(),
            before.programSha256(),
            before.asOf(),
            before.ledgerPosition(),
            root,
            in[0],
            reasons.values().stream().mapToLong(Long::longValue).sum(),
            reasons);
    new JsonFile<>(home.layout().snapshot(), Snapshot.class).write(snapshot);
    return snapshot;
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
