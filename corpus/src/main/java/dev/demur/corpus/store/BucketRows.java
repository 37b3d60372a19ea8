package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/// The rows of one bucket's file, one member at a time, by the members' ids. Not thread-safe.
///
/// @param <R> one row
final class BucketRows<R> implements Iterator<List<R>>, AutoCloseable {
  private final CloseableIterable<Record> file;
  private final RowFormat<R> format;
  private final Iterator<Record> records;
  private @Nullable R head;

  BucketRows(CloseableIterable<Record> file, RowFormat<R> format) {
    this.file = file;
    this.format = format;
    this.records = file.iterator();
    this.head = read();
  }

  private @Nullable R read() {
    return records.hasNext() ? format.read(records.next()) : null;
  }

  @Override
  public boolean hasNext() {
    return head != null;
  }

  /// All rows of the next member, at least one.
  @Override
  public List<R> next() {
    R first = head;
    if (first == null) {
      throw new NoSuchElementException("no more members in this bucket");
    }
    MemberId member = format.member(first);
    List<R> rows = new ArrayList<>();
    R row = first;
    while (row != null && format.member(row).equals(member)) {
      rows.add(row);
      row = read();
    }
    head = row;
    return rows;
  }

  /// The rows of one member; empty when there are none. To be asked for members in the order of
  /// their ids.
  List<R> of(MemberId member) {
    while (isBefore(member)) {
      next();
    }
    R first = head;
    return first != null && format.member(first).equals(member) ? next() : List.of();
  }

  private boolean isBefore(MemberId member) {
    R first = head;
    return first != null && format.member(first).compareTo(member) < 0;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the file of a bucket", e);
    }
  }
}
