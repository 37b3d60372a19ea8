package dev.demur.archive.container;

import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.RefusedEntry;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/// An archive's files, safe to read whoever made it.
///
/// Names are relative, without `..`, backslash, colon or control characters, and no two of a zip
/// are equal but for case. Reading more bytes than announced, or other bytes, throws
/// [ArchiveRefused].
public sealed interface Container extends AutoCloseable
    permits FolderContainer, ZipContainer, ContainerAround {
  /// Opens a zip, a folder, or a single file that is neither.
  ///
  /// @throws ArchiveRefused when it is missing, damaged, hostile or too large
  static Container open(Path path, Limits limits) {
    if (Files.isDirectory(path)) {
      return new KeepingContainer(FolderContainer.of(path, limits));
    }
    if (!Files.isRegularFile(path)) {
      throw new ArchiveRefused(path, "", 0, "no such file or folder", "check the path");
    }
    return new KeepingContainer(
        isLoneFile(path) ? FolderContainer.ofFile(path, limits) : ZipContainer.of(path, limits));
  }

  private static boolean isLoneFile(Path path) {
    String name = path.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
    return List.of(".csv", ".txt", ".json", ".js").stream().anyMatch(name::endsWith);
  }

  /// The same archive, telling how much of it has been read.
  ///
  /// @param meter takes the share of the unpacked bytes, which grows past 1 when they are read
  ///   twice
  default Container metered(DoubleConsumer meter) {
    return new MeteredContainer(this, meter);
  }

  Path path();

  Limits limits();

  /// Every file, in the order of its name.
  List<Entry> entries();

  /// What stands in the archive and is never opened, e.g. a link in a folder.
  List<RefusedEntry> refused();

  /// The unpacked bytes of one entry; closing is the caller's.
  ///
  /// @throws ArchiveRefused also while reading, when the bytes are not those announced
  InputStream open(Entry entry);

  @Override
  void close();
}
