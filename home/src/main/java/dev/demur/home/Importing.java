package dev.demur.home;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.container.Limits;
import dev.demur.archive.platform.PlatformSource;
import dev.demur.archive.platform.Watermark;
import dev.demur.corpus.store.Minimiser;
import dev.demur.corpus.store.RecordIntake;
import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes members' archives and the platform's facts into a home.
///
/// Importing again changes nothing. An archive is taken whole or not at all, in memory that does
/// not grow with it; one that turns out to be of somebody under age is read again, to be stored
/// without content. Records are stored before their member is known as one, so that a member
/// without records is never seen; killed in between, the next import goes on.
public final class Importing {
  /// Records are stored when at least so many bytes wait, and as many as are stored already: so
  /// little is lost when the import is killed, and nothing is rewritten too often.
  private static final long MIN_WAITING_BYTES = 256L << 20;

  private final Home home;
  private final ArchiveReader reader;
  private final Minimiser minimiser;
  private final RecordIntake intake;
  private final LedgerView known;
  private final Instant now;
  private final ImportTally tally = new ImportTally();
  private final ImportProgress progress;
  private final ArchiveFacts stated = new ArchiveFacts();
  private final Set<MemberId> joining = new LinkedHashSet<>();
  private final Set<MemberId> ofPart = new LinkedHashSet<>();
  private final Map<MemberId, Watermark> marks = new HashMap<>();
  private long published;
  private @Nullable MemberId lastHolder;
  private Optional<MemberFacts> lastFacts = Optional.empty();

  private Importing(Home home, LedgerView known, Limits limits, ImportProgress progress) {
    this.home = home;
    this.known = known;
    this.now = home.clock().instant();
    this.progress = progress;
    this.reader = new ArchiveReader(limits, progress::share);
    this.minimiser = new Minimiser(home.tokens());
    this.intake = home.records().intake(home.layout().incoming(), this::isMinor);
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
    return run(
        home,
        new ImportRequest(paths, facts, member, Optional.empty(), Limits.DEFAULT, false),
        progress);
  }

  /// Imports archives and the platform's own tables.
  public static ImportReport run(Home home, ImportRequest request, Progress progress) {
    List<Path> paths = ImportPaths.among(request.paths());
    if (request.member().isPresent() && paths.size() != 1) {
      throw new InputRefused(
          "--member names whose archive it is; give one archive with it, got " + paths.size());
    }
    return home.lineage()
        .during(Jobs.take(), () -> locked(home, request, paths, progress), Jobs::taken);
  }

  private static ImportReport locked(
      Home home, ImportRequest request, List<Path> paths, Progress progress) {
    try (JobLock _ = home.lock()) {
      RecordIntake.clear(home.layout().incoming());
      try {
        long learnt = learn(home, request.facts());
        LedgerView known = home.ledger().view().load();
        var importing =
            new Importing(home, known, request.limits(), new ImportProgress(progress, paths));
        importing.tally.learnt(learnt);
        return importing.run(request, paths);
      } finally {
        RecordIntake.clear(home.layout().incoming());
      }
    }
  }

  private static long learn(Home home, Optional<Path> facts) {
    if (facts.isEmpty()) {
      return 0;
    }
    LedgerView known = home.ledger().view().load();
    List<Entry> entries = Facts.read(facts.get(), known, home.clock().instant());
    home.ledger().appendAll(entries);
    return entries.size();
  }

  private ImportReport run(ImportRequest request, List<Path> paths) {
    try (intake) {
      for (Path path : paths) {
        take(path, request);
        progress.next();
        if (intake.waitingBytes() >= Math.max(MIN_WAITING_BYTES, published)) {
          publish();
        }
      }
      if (paths.isEmpty() && request.mapping().isPresent()) {
        take(PlatformSource.query(request.mapping().get()), request.full());
      }
      publish();
    }
    return tally.report();
  }

  private void take(Path path, ImportRequest request) {
    if (request.mapping().isPresent()) {
      take(PlatformSource.mapped(request.mapping().get(), path), request.full());
    } else if (PlatformSource.isRecordFile(path) && request.member().isEmpty()) {
      take(PlatformSource.records(path), request.full());
    } else {
      take(path, request.member());
    }
  }

  /// A platform's table. How far it was read is noted once its records are stored.
  private void take(PlatformSource source, boolean full) {
    ofPart.clear();
    marks.clear();
    ImportMarks known = home.importMarks();
    Optional<Watermark> since =
        full ? Optional.empty() : source.incrementalName().flatMap(known::latest);
    var sink = new PlatformSource.Sink(this::add, this::mark, progress::read);
    try {
      var report = source.read(sink, since);
      intake.keep();
      tally.took(source.name(), report);
      ofPart.forEach(this::keep);
    } catch (ArchiveRefused e) {
      intake.drop();
      tally.refused(source.name(), e);
      return;
    }
    if (source.incrementalName().isPresent()) {
      publish();
      known.put(source.incrementalName().get(), marks);
    }
  }

  private void mark(MemberId member, Watermark mark) {
    marks.merge(member, mark, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  private void take(Path archive, Optional<MemberId> member) {
    ofPart.clear();
    try {
      var report = reader.read(archive, member, this::addOfArchive);
      if (stated.showsMinor(report.holder(), known, now)) {
        intake.drop();
        lastHolder = null;
        report = reader.read(archive, member, this::addOfArchive);
      }
      intake.keep();
      stated.keep();
      tally.took(archive.toString(), report);
      ofPart.add(report.holder());
      ofPart.forEach(this::keep);
    } catch (ArchiveRefused e) {
      intake.drop();
      stated.drop();
      tally.refused(archive.toString(), e);
    }
  }

  private void addOfArchive(MemberRecord record) {
    stated.see(record);
    add(record);
  }

  private void add(MemberRecord record) {
    if (!record.holder().equals(lastHolder)) {
      lastHolder = record.holder();
      lastFacts = stated.factsOf(record.holder(), known, now);
    }
    ofPart.add(record.holder());
    intake.add(minimiser.minimise(record, lastFacts, now));
  }

  private void keep(MemberId holder) {
    tally.member(holder);
    if (!known.hasJoined(holder)) {
      joining.add(holder);
    }
  }

  private boolean isMinor(MemberId holder) {
    return Minimiser.isMinor(stated.factsOf(holder, known, now), now);
  }

  private void publish() {
    progress.storing();
    published += intake.waitingBytes();
    tally.published(intake.publish());
    Instant joinedAt = home.clock().instant();
    List<Entry> entries = stated.entries(known, joinedAt);
    tally.learnt(entries.size());
    joining.forEach(
        m -> entries.add(Entry.of(m, new Event.MemberJoined(), joinedAt).withKey("joined")));
    home.ledger().appendAll(entries);
    joining.clear();
  }
}
