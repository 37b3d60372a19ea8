package dev.demur.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The right to change what a home derives: one job at a time, over all processes.
///
/// An operating-system lock on a file, so that it ends with its process, however that ends. Choices
/// do not need it; they go to the ledger, which takes writers of its own.
final class JobLock implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MAX_POLLS = 3000; // 10 min

  private final FileChannel channel;

  private JobLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits up to ten minutes for the job that holds the lock.
  static JobLock take(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      for (int poll = 0; poll < MAX_POLLS; poll++) {
        if (tryLock(channel) != null) {
          return new JobLock(channel);
        }
        Thread.sleep(POLL);
      }
      channel.close();
      throw new IllegalStateException(
          "another job has held %s for ten minutes; wait for it, or end it".formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another job", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // a thread of this process holds it
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release the job lock", e);
    }
  }
}
