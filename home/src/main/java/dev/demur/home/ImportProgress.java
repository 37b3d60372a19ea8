package dev.demur.home;

import java.nio.file.Path;
import java.util.List;

/// How far an import is, in bytes of the archives on disk.
final class ImportProgress {
  private static final String STEP = "importing";

  /// Most bytes of an archive are read twice: once to check it, once for its records.
  private static final double PASSES = 2;

  private final Progress progress;
  private final long[] bytes;
  private final long total;
  private int current;
  private long before;

  ImportProgress(Progress progress, List<Path> archives) {
    this.progress = progress;
    this.bytes = archives.stream().mapToLong(ImportPaths::bytesOf).toArray();
    this.total = java.util.Arrays.stream(bytes).sum();
  }

  /// How much of the current archive has been read.
  void share(double read) {
    long within = (long) (bytes[current] * Math.min(1, read / PASSES));
    progress.bytes(STEP, Math.min(before + within, Math.max(0, total - 1)), total);
  }

  /// How many bytes of the current file have been read; it is read once.
  void read(long read) {
    if (current < bytes.length) {
      share(PASSES * read / Math.max(1, bytes[current]));
    }
  }

  /// The current archive is done.
  void next() {
    before += bytes[current];
    current++;
    progress.bytes(STEP, before, total);
  }

  /// What has been read is being stored.
  void storing() {
    progress.at("storing records", 0, 0);
  }
}
