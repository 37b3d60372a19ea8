package dev.demur.home;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.ImportResult;
import dev.demur.corpus.store.Minimiser;
import dev.demur.corpus.store.StorableRecord;
import dev.demur.home.ImportReport.Refusal;
import dev.demur.home.ImportReport.SkippedEntry;
import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Takes members' archives and the platform's facts into a home.
///
/// Importing again changes nothing. Records are stored before their member is known as one, so that
/// a member without records is never seen; killed in between, the next import goes on.
public final class Importing {
  /// Records are committed when this many wait, which bounds memory.
  private static final int MAX_WAITING = 50_000;

  private final Home home;
  private final ArchiveReader reader = new ArchiveReader();
  private final List<StorableRecord> waiting = new ArrayList<>();
  private final List<MemberId> joining = new ArrayList<>();
  private final SortedMap<String, Long> taken = new TreeMap<>();
  private final List<SkippedEntry> skipped = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private long members;

  private Importing(Home home) {
    this.home = home;
  }

  /// Imports archives, zips or folders; a folder of zips means each of them.
  ///
  /// @param facts a file as [Facts] reads it
  /// @param member whose archive it is, when the archive does not say; only with a single one
  public static ImportReport run(
      Home home,
      List<Path> paths,
      Optional<Path> facts,
      Optional<MemberId> member,
      Progress progress) {
    try (JobLock _ = home.lock()) {
      return new Importing(home).run(paths, facts, member, progress);
    }
  }

  private ImportReport run(
      List<Path> paths, Optional<Path> facts, Optional<MemberId> member, Progress progress) {
    List<Path> archives = archivesAmong(paths);
    if (member.isPresent() && archives.size() != 1) {
      throw new InputRefused(
          "--member names whose archive it is; give one archive with it, got " + archives.size());
    }
    long learnt = learn(facts);
    LedgerView known = home.ledger().view().load();
    Instant now = home.clock().instant();
    for (int i = 0; i < archives.size(); i++) {
      take(archives.get(i), member, known, now);
      progress.at("importing", i + 1, archives.size());
    }
    store();
    return new ImportReport(members, learnt, taken, skipped, refused);
  }

  private long learn(Optional<Path> facts) {
    if (facts.isEmpty()) {
      return 0;
    }
    LedgerView known = home.ledger().view().load();
    List<Entry> entries = Facts.read(facts.get(), known, home.clock().instant());
    home.ledger().appendAll(entries);
    return entries.size();
  }

  private void take(Path archive, Optional<MemberId> member, LedgerView known, Instant now) {
    ImportResult result;
    try {
      result = reader.read(archive, member);
    } catch (ArchiveRefused e) {
      refused.add(
          new Refusal(archive.toString(), e.entry().orElse(""), 0, String.valueOf(e.getMessage())));
      return;
    }
    Minimiser minimiser = new Minimiser(home.tokens());
    var holder = known.factsOf(result.holder());
    result
        .records()
        .forEach(record -> {
          waiting.add(minimiser.minimise(record, holder, now));
          taken.merge(record.category().code(), 1L, Long::sum);
        });
    members++;
    if (!known.hasJoined(result.holder())) {
      joining.add(result.holder());
    }
    String path = archive.toString();
    result.skipped().forEach(s -> skipped.add(new SkippedEntry(path, s.entry(), s.reason())));
    result.refused().forEach(r -> refused.add(new Refusal(path, r.entry(), r.line(), r.reason())));
    if (waiting.size() >= MAX_WAITING) {
      store();
    }
  }

  private void store() {
    if (!waiting.isEmpty()) {
      home.records().put(waiting);
      waiting.clear();
    }
    Instant now = home.clock().instant();
    home.ledger()
        .appendAll(
            joining.stream()
                .map(m -> Entry.of(m, new Event.MemberJoined(), now).withKey("joined"))
                .toList());
    joining.clear();
  }

  private static List<Path> archivesAmong(List<Path> paths) {
    List<Path> archives = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new InputRefused(path + ": there is no such file or folder");
      }
      List<Path> zips = Files.isDirectory(path) ? zipsIn(path) : List.of();
      archives.addAll(zips.isEmpty() ? List.of(path) : zips);
    }
    return archives;
  }

  /// The zips in a folder that holds nothing else.
  private static List<Path> zipsIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> all = entries.sorted().toList();
      boolean onlyZips =
          all.stream().allMatch(e -> Files.isRegularFile(e) && e.toString().endsWith(".zip"));
      return onlyZips ? all : List.of();
    } catch (IOException e) {
      throw new InputRefused(folder + ": the folder cannot be read", e);
    }
  }
}
