package dev.demur.corpus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/// Deletes every file under a table's folder that its current version does not name: files of
/// expired snapshots, and files of writers that were killed.
final class TableSweep {
  private final Table table;
  private final LocalFiles files;
  private final Path folder;

  TableSweep(Table table, LocalFiles files, Path folder) {
    this.table = table;
    this.files = files;
    this.folder = folder;
  }

  void run() {
    Set<Path> wanted = named();
    try (Stream<Path> walk = Files.walk(folder)) {
      // Deepest first, so that a folder is empty by the time it is looked at.
      List<Path> paths = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        if (Files.isDirectory(path)) {
          deleteIfEmpty(path);
        } else if (!wanted.contains(path)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot sweep " + folder, e);
    }
  }

  private void deleteIfEmpty(Path path) throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      if (children.findAny().isPresent() || path.equals(folder)) {
        return;
      }
    }
    Files.delete(path);
  }

  private Set<Path> named() {
    Set<Path> named = new HashSet<>();
    named.add(files.path(((BaseTable) table).operations().current().metadataFileLocation()));
    for (Snapshot snapshot : table.snapshots()) {
      named.add(files.path(snapshot.manifestListLocation()));
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        named.add(files.path(manifest.path()));
      }
    }
    for (DataFile file : new BucketFiles(table).current().values()) {
      named.add(files.path(file.location()));
    }
    return named;
  }
}
