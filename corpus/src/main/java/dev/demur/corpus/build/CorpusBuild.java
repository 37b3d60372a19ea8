package dev.demur.corpus.build;

import dev.demur.corpus.derive.Derivation;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.CorpusTable;
import dev.demur.corpus.store.RecordTable;
import dev.demur.model.MemberId;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Makes the corpus that a program permits out of the stored records, in one commit.
///
/// Buckets are worked on side by side, holders one at a time; memory holds one bucket a thread. The
/// same records and derivation give the same content root for any number of threads, and whether
/// built from nothing or on top of an earlier corpus. A build that is killed leaves the corpus
/// before it and is run again.
public final class CorpusBuild {
  private final RecordTable records;
  private final CorpusTable corpus;
  private final int threads;

  /// @param threads how many to work with, at least 1
  public CorpusBuild(RecordTable records, CorpusTable corpus, int threads) {
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
    this.threads = threads;
  }

  /// Told of each bucket that is done, from any thread.
  @FunctionalInterface
  public interface Progress {
    void done(int buckets, int of);
  }

  /// Builds and commits.
  ///
  /// @param dirty the only holders for whom anything but their own entries can have changed since
  ///   the last build; empty means everybody. Include the holders who name a person whose facts
  ///   changed, see [RecordTable#holdersNaming]
  /// @param beforeCommit runs when all is derived and nothing yet visible; what speaks of the
  ///   corpus before must go now
  public CorpusSummary run(
      Derivation derivation,
      Optional<Set<MemberId>> dirty,
      Runnable beforeCommit,
      Progress progress) {
    Summing summing = new Summing();
    try (RecordTable.View view = records.view();
        CorpusTable.Change change = corpus.change()) {
      inParallel(new Job(derivation, dirty, view, change, summing, progress));
      beforeCommit.run();
      change.commit();
    }
    return summing.summary();
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
    private final Summing summing;
    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();

    Job(
        Derivation derivation,
        Optional<Set<MemberId>> dirty,
        RecordTable.View view,
        CorpusTable.Change change,
        Summing summing,
        Progress progress) {
      this.derivation = derivation;
      this.dirty = dirty;
      this.view = view;
      this.change = change;
      this.summing = summing;
      this.progress = progress;
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
      summing.add(entries);
      progress.done(done.incrementAndGet(), corpus.buckets());
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
