package dev.demur.corpus.store;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/// Which file each bucket of a table has, for whoever keeps what was read from it: as long as the
/// file is the same one, so are its rows, since files are never changed and no name comes twice.
///
/// Asks the catalog each time and waits for no lock, so that a member's request does not wait for a
/// removal. Thread-safe.
final class Watch {
  private final Supplier<Table> opening;
  private @Nullable Table table;
  private long known = -1;
  private SortedMap<Integer, String> files = Collections.emptySortedMap();

  /// @param opening a table that is nobody else's; asked once, by the first who wants to know
  Watch(Supplier<Table> opening) {
    this.opening = opening;
  }

  /// The name of the file of each bucket that has rows; nothing where the table is being changed
  /// right now, so that the answer may be neither the old nor the new one.
  synchronized Optional<SortedMap<Integer, String>> files() {
    try {
      Table now = refreshed();
      @Nullable Snapshot snapshot = now.currentSnapshot();
      long id = snapshot == null ? 0 : snapshot.snapshotId();
      if (id != known) {
        files = names(new BucketFiles(now).current());
        known = id;
      }
      return Optional.of(files);
    } catch (RuntimeException e) {
      // A change has swept away the lists of the version before it. Its own are there the next
      // time.
      return Optional.empty();
    }
  }

  private Table refreshed() {
    Table opened = table;
    if (opened == null) {
      opened = opening.get();
      table = opened;
    } else {
      opened.refresh();
    }
    return opened;
  }

  static SortedMap<Integer, String> names(Map<Integer, DataFile> current) {
    SortedMap<Integer, String> names = new TreeMap<>();
    current.forEach((bucket, file) -> names.put(bucket, file.location()));
    return Collections.unmodifiableSortedMap(names);
  }
}
