package dev.demur.corpus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Many readers or one writer of a table, over threads and over processes.
///
/// A writer removes files that the table no longer names, so nobody may be reading them, and nobody
/// else may be writing files that the table does not name yet. A lock on a file does this between
/// processes, and the system lets go of it when a process dies; a lock in memory does it between
/// the threads of one.
final class TableLock {
  private static final Map<Path, TableLock> LOCKS = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantReadWriteLock threads = new ReentrantReadWriteLock(true);
  private int readers;
  private @Nullable FileChannel channel;

  private TableLock(Path file) {
    this.file = file;
  }

  /// The one lock of this process on a lock file.
  static TableLock of(Path file) {
    return LOCKS.computeIfAbsent(file.toAbsolutePath().normalize(), TableLock::new);
  }

  /// A lock that is held until it is closed.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits until no other process or thread writes.
  Held read() {
    threads.readLock().lock();
    try {
      enterReader();
    } catch (RuntimeException e) {
      threads.readLock().unlock();
      throw e;
    }
    return () -> {
      leaveReader();
      threads.readLock().unlock();
    };
  }

  /// Waits until no other process or thread reads or writes.
  Held write() {
    if (threads.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          "a table cannot be changed inside a scan of it; collect first, then change");
    }
    threads.writeLock().lock();
    try {
      if (threads.getWriteHoldCount() == 1) {
        acquire(false);
      }
    } catch (RuntimeException e) {
      threads.writeLock().unlock();
      throw e;
    }
    return () -> {
      if (threads.getWriteHoldCount() == 1) {
        release();
      }
      threads.writeLock().unlock();
    };
  }

  private synchronized void enterReader() {
    if (readers == 0 && !threads.isWriteLockedByCurrentThread()) {
      acquire(true);
    }
    readers++;
  }

  private synchronized void leaveReader() {
    readers--;
    if (readers == 0 && !threads.isWriteLockedByCurrentThread()) {
      release();
    }
  }

  private void acquire(boolean shared) {
    try {
      Files.createDirectories(file.getParent());
      FileChannel opened =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock _ = opened.lock(0, Long.MAX_VALUE, shared); // let go of when the channel is closed
      channel = opened;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private void release() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + file, e);
    } finally {
      channel = null;
    }
  }
}
