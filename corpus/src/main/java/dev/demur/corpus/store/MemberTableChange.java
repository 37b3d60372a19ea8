package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BinaryOperator;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/// A change of a [MemberTable] on its way: new files beside the old ones, named by nothing until
/// [#commit]. Closing without a commit leaves the table as it was.
///
/// @param <R> one row
final class MemberTableChange<R> implements AutoCloseable {
  private final MemberTable<R> owner;
  private final TableLock.Held held;
  private final Table table;
  private final BucketFiles files;
  private final Map<Integer, DataFile> before;
  private final Map<Integer, Optional<DataFile>> after = new ConcurrentSkipListMap<>();
  private boolean committed;

  MemberTableChange(MemberTable<R> owner, TableLock.Held held) {
    this.owner = owner;
    this.held = held;
    this.table = owner.table();
    this.files = new BucketFiles(table);
    this.before = files.current();
  }

  /// Sets what rows each of these members will have. Members of one bucket go in one call.
  void replace(Map<MemberId, ? extends Collection<R>> rows) {
    SortedMap<Integer, SortedMap<MemberId, List<R>>> byBucket = new TreeMap<>();
    rows.forEach((member, each) ->
        byBucket
            .computeIfAbsent(owner.bucketOf(member), bucket -> new TreeMap<>())
            .put(member, sorted(member, each)));
    byBucket.forEach(this::replaceBucket);
  }

  private List<R> sorted(MemberId member, Collection<R> rows) {
    List<R> sorted = new ArrayList<>(rows);
    sorted.sort(owner.format().order());
    for (int i = 0; i < sorted.size(); i++) {
      if (!owner.format().member(sorted.get(i)).equals(member)) {
        throw new IllegalArgumentException(
            "a row handed in for one member belongs to another: " + sorted.get(i));
      }
      if (i > 0 && owner.format().order().compare(sorted.get(i - 1), sorted.get(i)) == 0) {
        throw new IllegalArgumentException("a row was handed in twice: " + sorted.get(i));
      }
    }
    return sorted;
  }

  private void replaceBucket(int bucket, SortedMap<MemberId, List<R>> rows) {
    NavigableMap<MemberId, List<R>> all = new TreeMap<>();
    BucketRewrite<R> rewrite = rewriteOf(bucket);
    try (BucketRows<R> stored = rewrite.rows()) {
      stored.forEachRemaining(each -> all.put(owner.format().member(each.getFirst()), each));
    }
    all.putAll(rows);
    rewrite.run(all.values().stream().flatMap(List::stream).iterator()).ifPresent(this::put);
  }

  /// Where a bucket's rows stand and where others may go, for work in any thread or process.
  BucketRewrite<R> rewriteOf(int bucket) {
    return new BucketRewrite<>(files, owner.format(), bucket, before.get(bucket), fileName(bucket));
  }

  /// Merges sorted rows into a bucket as they stream by; writes nothing when nothing differs.
  ///
  /// @param incoming of members of this bucket, by member and order, no two of one place
  /// @param rule of a stored and an incoming row with one place, the one to keep
  void mergeBucket(
      int bucket, Iterator<R> incoming, BinaryOperator<R> rule, BucketMerge.Tally<R> tally) {
    Comparator<R> order =
        Comparator.comparing(owner.format()::member).thenComparing(owner.format().order());
    try (CloseableIterable<Record> stored = storedRows(bucket)) {
      Iterator<R> old = Iterators.map(stored.iterator(), owner.format()::read);
      BucketMerge<R> merge = new BucketMerge<>(old, incoming, order, rule, tally);
      long unchanged = 0;
      while (merge.hasNext()) {
        R row = merge.next();
        if (merge.changed()) {
          put(rewriteOf(bucket).write(unchanged, Iterators.after(row, merge)));
          return;
        }
        unchanged++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read bucket " + bucket, e);
    }
  }

  private CloseableIterable<Record> storedRows(int bucket) {
    DataFile file = before.get(bucket);
    return file == null ? CloseableIterable.empty() : files.read(file);
  }

  /// Takes up what a rewrite of a bucket came to. Each bucket once; from any thread.
  void put(BucketRewrite.Replacement replacement) {
    int bucket = replacement.bucket();
    if (after.putIfAbsent(bucket, Optional.ofNullable(replacement.file())) != null) {
      throw new IllegalStateException(
          "bucket %d was replaced in this change already; hand in its members together"
              .formatted(bucket));
    }
  }

  /// Unlike any name the table has used: sequence numbers only grow.
  private String fileName(int bucket) {
    return "%08d-%05d.parquet".formatted(sequence() + 1, bucket);
  }

  private long sequence() {
    Snapshot snapshot = table.currentSnapshot();
    return snapshot == null ? 0 : snapshot.sequenceNumber();
  }

  /// Makes the change visible, and the bytes of what it replaced disappear.
  void commit() {
    if (committed) {
      throw new IllegalStateException("a change is committed once");
    }
    committed = true;
    if (after.isEmpty()) {
      return;
    }
    Transaction transaction = table.newTransaction();
    overwrite(transaction);
    expireAllBut(transaction, transaction.table().currentSnapshot());
    transaction.commitTransaction();
    table.refresh();
    owner.sweep();
  }

  private void overwrite(Transaction transaction) {
    OverwriteFiles overwrite = transaction.newOverwrite();
    after.forEach((bucket, file) -> {
      DataFile old = before.get(bucket);
      if (old != null) {
        overwrite.deleteFile(old);
      }
      file.ifPresent(overwrite::addFile);
    });
    overwrite.commit();
  }

  private static void expireAllBut(Transaction transaction, Snapshot kept) {
    ExpireSnapshots expire =
        transaction.expireSnapshots().cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
    transaction
        .table()
        .snapshots()
        .forEach(snapshot -> {
          if (snapshot.snapshotId() != kept.snapshotId()) {
            expire.expireSnapshotId(snapshot.snapshotId());
          }
        });
    expire.commit();
  }

  @Override
  public void close() {
    try (held) {
      if (!committed && !after.isEmpty()) {
        owner.sweep();
      }
    }
  }
}
