package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.transforms.Transforms;
import org.apache.iceberg.types.Types;

/// An Iceberg table of rows that belong to members, from which a member can be removed to the last
/// byte.
///
/// What is not named by the current version is not on disk: every change expires all older
/// snapshots by id in the commit that makes the new one, and then deletes every file which the new
/// version does not name; opening the table does the same, for files of writers that were killed.
/// Manifests hold no bounds and no counts of columns, snapshot summaries hold no names.
///
/// A table is bucketed by member, with at most one file for each bucket, in which each member's
/// rows stand together, members by id and rows by [RowFormat#order]. A change rewrites the buckets
/// of the members it touches, and only those in which something differs.
///
/// Thread-safe. Many views or one change at a time, over all processes, see [TableLock].
///
/// @param <R> one row
final class MemberTable<R> {
  private final RowFormat<R> format;
  private final Table table;
  private final LocalFiles files;
  private final Path folder;
  private final TableLock lock;
  private final Function<Object, Integer> bucketOf;
  private final int buckets;

  private final Watch watch;

  private MemberTable(
      RowFormat<R> format, Table table, Watch watch, LocalFiles files, Path folder) {
    this.format = format;
    this.table = table;
    this.watch = watch;
    this.files = files;
    this.folder = folder;
    this.lock = lockOf(folder);
    this.buckets = bucketsOf(table);
    this.bucketOf =
        value -> Transforms.<Object>bucket(buckets).bind(Types.StringType.get()).apply(value);
  }

  /// Opens a table, making it when it is not there, and deletes what killed writers left.
  ///
  /// @param buckets how many buckets a new table gets; the rows do not depend on it
  static <R> MemberTable<R> open(
      Warehouse warehouse, String name, RowFormat<R> format, int buckets) {
    Path folder = warehouse.folderOf(name);
    try (TableLock.Held _ = lockOf(folder).write()) {
      Table table = warehouse.table(name, format.schema(), buckets);
      Watch watch = new Watch(() -> warehouse.table(name, format.schema(), buckets));
      MemberTable<R> opened = new MemberTable<>(format, table, watch, warehouse.files(), folder);
      opened.sweep();
      return opened;
    }
  }

  private static TableLock lockOf(Path folder) {
    return TableLock.of(folder.resolveSibling(folder.getFileName() + ".lock"));
  }

  private static int bucketsOf(Table table) {
    String transform = table.spec().fields().getFirst().transform().toString();
    return Integer.parseInt(transform.replaceAll("\\D", ""));
  }

  int buckets() {
    return buckets;
  }

  int bucketOf(MemberId member) {
    return bucketOf.apply(member.value());
  }

  /// A version of the table that stays readable, from any thread, until it is closed.
  View view() {
    return new View(lock.read());
  }

  /// A change that no reader sees before it is committed. Belongs to the thread that opened it.
  MemberTableChange<R> change() {
    TableLock.Held held = lock.write();
    try {
      table.refresh();
      sweep();
      return new MemberTableChange<>(this, held);
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /// All rows of one member.
  List<R> of(MemberId member) {
    try (View view = view()) {
      return view.of(member);
    }
  }

  /// What stays the same as long as a member's rows do; see [Watch].
  Optional<String> stampOf(MemberId member) {
    return watch.files().map(files -> files.getOrDefault(bucketOf(member), ""));
  }

  /// What stays the same as long as the rows of a bucket do, of all that have rows; see [Watch].
  Optional<SortedMap<Integer, String>> stamps() {
    return watch.files();
  }

  /// All rows of each of these members who has any.
  SortedMap<MemberId, List<R>> of(Set<MemberId> members) {
    try (View view = view()) {
      return view.of(members);
    }
  }

  /// Everyone who has rows.
  SortedSet<MemberId> members() {
    try (View view = view()) {
      return view.members();
    }
  }

  /// Sets what rows each of these members has, in one atomic commit. A member with no rows is gone.
  void replace(Map<MemberId, ? extends Collection<R>> rows) {
    try (MemberTableChange<R> change = change()) {
      change.replace(rows);
      change.commit();
    }
  }

  /// Removes all rows of these members, and their bytes.
  void erase(Collection<MemberId> members) {
    Map<MemberId, List<R>> none = new HashMap<>();
    members.forEach(member -> none.put(member, List.of()));
    replace(none);
  }

  RowFormat<R> format() {
    return format;
  }

  Table table() {
    return table;
  }

  void sweep() {
    new TableSweep(table, files, folder).run();
  }

  /// Hands the rows of a file to a consumer, one member at a time.
  private void readFile(DataFile file, BiConsumer<MemberId, List<R>> consumer) {
    try (BucketRows<R> members = new BucketRows<>(new BucketFiles(table).read(file), format)) {
      members.forEachRemaining(rows -> consumer.accept(format.member(rows.getFirst()), rows));
    }
  }

  /// Takes up the rows of some members of a file; those of others are not made.
  private void readMembers(DataFile file, Set<MemberId> members, Map<MemberId, List<R>> found) {
    try (CloseableIterable<Record> rows = new BucketFiles(table).readAbout(file, members)) {
      Map<String, List<R>> byId = new HashMap<>();
      members.forEach(member -> byId.put(member.value(), new ArrayList<>()));
      for (Record row : rows) {
        List<R> ofMember = byId.get((String) row.getField(RowFormat.MEMBER));
        if (ofMember != null) {
          ofMember.add(format.read(row));
        }
      }
      for (MemberId member : members) {
        List<R> ofMember = byId.getOrDefault(member.value(), List.of());
        if (!ofMember.isEmpty()) {
          found.put(member, ofMember);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the file of a bucket", e);
    }
  }

  /// One version of the table, readable from any thread until closed.
  final class View implements AutoCloseable {
    private final TableLock.Held held;
    private final Map<Integer, DataFile> current;

    private View(TableLock.Held held) {
      this.held = held;
      try {
        table.refresh();
        this.current = new BucketFiles(table).current();
      } catch (RuntimeException e) {
        held.close();
        throw e;
      }
    }

    /// Hands the rows of one bucket to a consumer, member by member in the order of their ids.
    void bucket(int bucket, BiConsumer<MemberId, List<R>> consumer) {
      DataFile file = current.get(bucket);
      if (file != null) {
        readFile(file, consumer);
      }
    }

    /// What stays the same as long as the rows of a bucket do, of all that have rows.
    SortedMap<Integer, String> stamps() {
      return Watch.names(current);
    }

    /// Where a bucket's rows stand, for work in any thread or process while this view is open.
    BucketRewrite<R> rewriteOf(int bucket) {
      return new BucketRewrite<>(
          new BucketFiles(table), format, bucket, current.get(bucket), "none.parquet");
    }

    /// Hands all rows to a consumer, bucket by bucket, one member at a time.
    void scan(BiConsumer<MemberId, List<R>> consumer) {
      current.keySet().forEach(bucket -> bucket(bucket, consumer));
    }

    /// All rows of one member.
    List<R> of(MemberId member) {
      return of(Set.of(member)).getOrDefault(member, List.of());
    }

    /// All rows of each of these members who has any; of a bucket, little more than theirs is read.
    SortedMap<MemberId, List<R>> of(Set<MemberId> members) {
      SortedMap<MemberId, List<R>> found = new TreeMap<>();
      Map<Integer, Set<MemberId>> byBucket = new TreeMap<>();
      members.forEach(member ->
          byBucket.computeIfAbsent(bucketOf(member), bucket -> new TreeSet<>()).add(member));
      byBucket.forEach((bucket, ofBucket) -> {
        DataFile file = current.get(bucket);
        if (file != null) {
          readMembers(file, ofBucket, found);
        }
      });
      return found;
    }

    /// Everyone who has rows.
    SortedSet<MemberId> members() {
      SortedSet<MemberId> members = new TreeSet<>();
      columns(
          List.of(RowFormat.MEMBER),
          row -> members.add(new MemberId((String) row.getField(RowFormat.MEMBER))));
      return members;
    }

    /// Hands some columns of all rows to a consumer; reads no other columns.
    void columns(List<String> names, Consumer<Record> consumer) {
      Schema columns = table.schema().select(names);
      for (DataFile file : current.values()) {
        try (CloseableIterable<Record> records = new BucketFiles(table).read(file, columns)) {
          records.forEach(consumer);
        } catch (IOException e) {
          throw new UncheckedIOException("cannot read " + file.location(), e);
        }
      }
    }

    /// Whose row has this text in a column; reads that column only, up to the row.
    Optional<MemberId> memberWith(String column, String text) {
      Schema columns = table.schema().select(RowFormat.MEMBER, column);
      for (DataFile file : current.values()) {
        try (CloseableIterable<Record> records = new BucketFiles(table).read(file, columns)) {
          for (Record row : records) {
            if (text.equals(row.getField(column))) {
              return Optional.of(new MemberId((String) row.getField(RowFormat.MEMBER)));
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException("cannot read " + file.location(), e);
        }
      }
      return Optional.empty();
    }

    /// The file of each bucket.
    Map<Integer, DataFile> files() {
      return new TreeMap<>(current);
    }

    @Override
    public void close() {
      held.close();
    }
  }
}
