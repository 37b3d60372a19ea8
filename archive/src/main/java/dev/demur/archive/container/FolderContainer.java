package dev.demur.archive.container;

import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.RefusedEntry;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A folder, or one lone file, as an archive. Links are reported, never followed.
final class FolderContainer implements Container {
  private final Path path;
  private final Path root;
  private final Limits limits;
  private final List<Entry> entries;
  private final List<RefusedEntry> refused;

  private FolderContainer(
      Path path, Path root, Limits limits, List<Entry> entries, List<RefusedEntry> refused) {
    this.path = path;
    this.root = root;
    this.limits = limits;
    this.entries = List.copyOf(entries);
    this.refused = List.copyOf(refused);
  }

  static FolderContainer of(Path path, Limits limits) {
    try {
      Path root = path.toRealPath();
      var walk = new Walk(path, root, limits);
      Files.walkFileTree(root, walk);
      if (walk.entries.isEmpty() && walk.refused.isEmpty()) {
        throw new ArchiveRefused(path, "", 0, "the folder is empty", "");
      }
      walk.entries.sort(Comparator.comparing(Entry::name));
      walk.refused.sort(Comparator.comparing(RefusedEntry::entry));
      return new FolderContainer(path, root, limits, walk.entries, walk.refused);
    } catch (IOException e) {
      throw new ArchiveRefused(path, "", 0, "cannot be read: " + e.getClass().getSimpleName(), "");
    }
  }

  /// A table or chat that somebody took out of its archive.
  static FolderContainer ofFile(Path file, Limits limits) {
    try {
      Path real = file.toRealPath();
      var entry = new Entry(file.getFileName().toString(), Files.size(real));
      if (entry.size() > limits.maxEntryBytes()) {
        throw new ArchiveRefused(file, "", 0, Refusals.tooLarge(entry.size(), limits), "");
      }
      Path root = java.util.Objects.requireNonNull(real.getParent());
      return new FolderContainer(file, root, limits, List.of(entry), List.of());
    } catch (IOException e) {
      throw new ArchiveRefused(file, "", 0, "cannot be read: " + e.getClass().getSimpleName(), "");
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public List<RefusedEntry> refused() {
    return refused;
  }

  @Override
  public InputStream open(Entry entry) {
    try {
      Path file = root.resolve(entry.name());
      if (!file.toRealPath().startsWith(root)) {
        throw new ArchiveRefused(path, entry.name(), 0, "leads out of the folder", "");
      }
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + entry.name() + " of " + path, e);
    }
  }

  @Override
  public void close() {}

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<Entry> entries = new ArrayList<>();
    private final List<RefusedEntry> refused = new ArrayList<>();
    private final Path path;
    private final Path root;
    private final Limits limits;
    private long total;

    Walk(Path path, Path root, Limits limits) {
      this.path = path;
      this.root = root;
      this.limits = limits;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = root.relativize(file).toString().replace(File.separatorChar, '/');
      if (attributes.isRegularFile()) {
        add(name, attributes.size());
      } else {
        refused.add(
            new RefusedEntry(
                EntryNames.shown(name), 0, "is a link or a device, which is not followed"));
      }
      return FileVisitResult.CONTINUE;
    }

    private void add(String name, long size) {
      total += size;
      String shown = EntryNames.shown(name);
      EntryNames.fault(name, limits)
          .ifPresentOrElse(
              fault -> refused.add(new RefusedEntry(shown, 0, fault)),
              () -> entries.add(new Entry(name, size)));
      if (entries.size() + refused.size() > limits.maxEntries()) {
        throw new ArchiveRefused(path, "", 0, Refusals.tooMany(limits), Refusals.RAISE);
      }
      if (size > limits.maxEntryBytes()) {
        throw new ArchiveRefused(path, shown, 0, Refusals.tooLarge(size, limits), Refusals.RAISE);
      }
      if (total > limits.maxTotalBytes()) {
        throw new ArchiveRefused(path, "", 0, Refusals.tooLargeInAll(limits), Refusals.RAISE);
      }
    }
  }
}
