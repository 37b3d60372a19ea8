package dev.demur.corpus.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/// Writes what a bucket shall hold into a file of its own, which nothing names yet; memory does not
/// grow with the bucket. May be sent to another process that sees the same folder.
///
/// @param <R> one row
final class BucketRewrite<R> implements Serializable {
  private static final long serialVersionUID = 1;

  private final BucketFiles files;
  private final RowFormat<R> format;
  private final int bucket;
  private final @Nullable DataFile old;
  private final String newName;

  /// @param old the bucket's file; null when it has none
  /// @param newName of the file to write
  BucketRewrite(
      BucketFiles files, RowFormat<R> format, int bucket, @Nullable DataFile old, String newName) {
    this.files = files;
    this.format = format;
    this.bucket = bucket;
    this.old = old;
    this.newName = newName;
  }

  /// The same, into another file.
  BucketRewrite<R> attempt(int number) {
    return new BucketRewrite<>(files, format, bucket, old, number + "-" + newName);
  }

  /// What a bucket gets in the place of its file; no file when nothing is left.
  record Replacement(int bucket, @Nullable DataFile file) implements Serializable {}

  /// The rows that the bucket has.
  BucketRows<R> rows() {
    return new BucketRows<>(stored(), format);
  }

  private CloseableIterable<Record> stored() {
    return old == null ? CloseableIterable.empty() : files.read(old);
  }

  /// Writes nothing when the rows wanted are those there are.
  ///
  /// @param wanted by member and order
  Optional<Replacement> run(Iterator<R> wanted) {
    long same = 0;
    try (CloseableIterable<Record> stored = stored()) {
      Iterator<Record> before = stored.iterator();
      while (wanted.hasNext()) {
        R row = wanted.next();
        if (!before.hasNext() || !format.read(before.next()).equals(row)) {
          return Optional.of(write(same, Iterators.after(row, wanted)));
        }
        same++;
      }
      if (!before.hasNext()) {
        return Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read bucket " + bucket, e);
    }
    return Optional.of(same == 0 ? new Replacement(bucket, null) : write(same, noMore()));
  }

  private Iterator<R> noMore() {
    return java.util.Collections.emptyIterator();
  }

  /// The first rows as they were, then the rest.
  Replacement write(long unchanged, Iterator<R> rest) {
    try (CloseableIterable<Record> head = stored()) {
      Iterator<Record> all =
          Iterators.chain(
              Iterators.limit(head.iterator(), unchanged), Iterators.map(rest, format::write));
      return new Replacement(bucket, files.write(bucket, newName, all));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read bucket " + bucket, e);
    }
  }
}
