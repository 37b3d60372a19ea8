package dev.demur.corpus.build;

import dev.demur.corpus.derive.Derivation;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.CorpusTable;
import dev.demur.corpus.store.PersonTokens;
import dev.demur.corpus.store.RecordTable;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// Makes the corpus that a program permits out of the stored records, in one commit.
///
/// Buckets are worked on side by side, holders one at a time; memory holds one bucket a thread. The
/// same records and request give the same content root for any number of threads, and whether built
/// from nothing or on top of an earlier corpus. A build that is killed leaves the corpus before it
/// and is run again.
public final class CorpusBuild {
  private static final int SNAPSHOT_DIGITS = 16;

  private final RecordTable records;
  private final CorpusTable corpus;
  private final PersonTokens tokens;
  private final Path manifest;
  private final int threads;

  /// @param manifest where the manifest of the latest snapshot is, and goes
  /// @param threads how many to work with, at least 1
  public CorpusBuild(
      RecordTable records, CorpusTable corpus, PersonTokens tokens, Path manifest, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    if (records.buckets() != corpus.buckets()) {
      throw new IllegalArgumentException(
          "records have %d buckets and the corpus %d; make both with the same number"
              .formatted(records.buckets(), corpus.buckets()));
    }
    this.records = records;
    this.corpus = corpus;
    this.tokens = tokens;
    this.manifest = manifest;
    this.threads = threads;
  }

  /// Builds, and writes the manifest.
  public Snapshot run(BuildRequest request) {
    Derivation derivation =
        new Derivation(
            request.program(),
            tokens.resolving(request.facts(), request.members()),
            request.deletedAt(),
            request.objectorNames(),
            request.at(),
            request.alsoAt());
    Summary summary = new Summary();
    Optional<Set<MemberId>> dirty = request.dirty().filter(_ -> isContinued(request));
    try (RecordTable.View view = records.view();
        CorpusTable.Change change = corpus.change()) {
      inParallel(new Job(derivation, dirty, view, change, summary));
      // From here to the end there is no manifest, so that none ever speaks of another corpus.
      Snapshot.delete(manifest);
      change.commit();
    }
    Snapshot snapshot = snapshot(request, summary);
    snapshot.write(manifest);
    return snapshot;
  }

  /// Whether the last build had the same program, instant and objectors, so that holders who are
  /// not dirty have what they would get.
  private boolean isContinued(BuildRequest request) {
    return Snapshot.read(manifest)
        .filter(last -> last.programSha256().equals(request.program().sha256()))
        .filter(last -> last.at().equals(request.at()))
        .filter(last -> last.objectors().equals(tokens.digestOf(request.objectorNames())))
        .isPresent();
  }

  private Snapshot snapshot(BuildRequest request, Summary summary) {
    String root = summary.contentRoot();
    return new Snapshot(
        root.substring(0, SNAPSHOT_DIGITS),
        root,
        request.program().name(),
        request.program().sha256(),
        request.at(),
        tokens.digestOf(request.objectorNames()),
        summary.funnels());
  }

  private void inParallel(Job job) {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int bucket = 0; bucket < corpus.buckets(); bucket++) {
        int each = bucket;
        running.add(workers.submit(() -> job.bucket(each)));
      }
      try {
        for (Future<?> future : running) {
          future.get();
        }
      } catch (ExecutionException e) {
        workers.shutdownNow();
        throw new IllegalStateException("a bucket could not be built", e.getCause());
      } catch (InterruptedException e) {
        workers.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the build was interrupted; run it again", e);
      }
    }
  }

  /// The work on each bucket. Thread-safe.
  private final class Job {
    private final Derivation derivation;
    private final Optional<Set<MemberId>> dirty;
    private final Set<Integer> dirtyBuckets = new HashSet<>();
    private final RecordTable.View view;
    private final CorpusTable.Change change;
    private final Summary summary;

    Job(
        Derivation derivation,
        Optional<Set<MemberId>> dirty,
        RecordTable.View view,
        CorpusTable.Change change,
        Summary summary) {
      this.derivation = derivation;
      this.dirty = dirty;
      this.view = view;
      this.change = change;
      this.summary = summary;
      dirty.ifPresent(
          holders -> holders.forEach(holder -> dirtyBuckets.add(records.bucketOf(holder))));
    }

    void bucket(int bucket) {
      SortedMap<MemberId, List<CorpusEntry>> entries = new TreeMap<>();
      if (dirty.isEmpty()) {
        derive(bucket, holder -> true, entries);
        change.setBucket(bucket, entries);
      } else {
        Set<MemberId> holders = dirty.get();
        entries.putAll(change.bucket(bucket));
        if (dirtyBuckets.contains(bucket)) {
          entries.keySet().removeAll(holders);
          derive(bucket, holders::contains, entries);
          change.setBucket(bucket, entries);
        }
      }
      summary.add(entries);
    }

    private void derive(
        int bucket, Predicate<MemberId> wanted, SortedMap<MemberId, List<CorpusEntry>> entries) {
      view.bucket(
          bucket,
          (holder, stored) -> {
            if (wanted.test(holder)) {
              entries.put(holder, derivation.derive(holder, stored));
            }
          });
    }
  }
}
