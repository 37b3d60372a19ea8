package dev.demur.corpus.dedup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Zeroed memory that grows, in a file instead of the heap.
///
/// Where the system allows it, as Unix does, the file has no name from the moment it is opened, so
/// that a process that dies leaves nothing behind. Its blocks are allocated before they are mapped:
/// a full disk is an exception here and not a fault somewhere else. Not thread-safe.
final class FileMemory implements AutoCloseable {
  private static final long LEAST = 1 << 14;
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 16).asReadOnlyBuffer();

  private final FileChannel file;
  private Arena mapped = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;

  /// @param folder where there is room; made if it is not there
  FileMemory(Path folder) {
    try {
      Files.createDirectories(folder);
      // In one call, so that hardly a moment is left in which a kill leaves the name, of an empty
      // file.
      file =
          FileChannel.open(
              folder.resolve(".seen-" + UUID.randomUUID() + ".tmp"),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep texts for comparison in %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /// Makes it so large at least; what is there stays.
  void reserve(long bytes) {
    long size = memory.byteSize();
    if (bytes > size) {
      resize(Math.max(Math.max(bytes, size + size / 4), LEAST));
    }
  }

  private void resize(long bytes) {
    try {
      for (long at = memory.byteSize(); at < bytes; ) {
        int length = Math.toIntExact(Math.min(ZEROS.capacity(), bytes - at));
        at += file.write(ZEROS.duplicate().limit(length), at);
      }
      Arena next = Arena.ofShared();
      MemorySegment whole = file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, next);
      mapped.close();
      mapped = next;
      memory = whole;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep %,d bytes for the comparison of texts, free some disk space: %s"
              .formatted(bytes, e.getMessage()),
          e);
    }
  }

  long size() {
    return memory.byteSize();
  }

  long longAt(long index) {
    return memory.getAtIndex(ValueLayout.JAVA_LONG, index);
  }

  void setLong(long index, long value) {
    memory.setAtIndex(ValueLayout.JAVA_LONG, index, value);
  }

  int intAt(long index) {
    return memory.getAtIndex(ValueLayout.JAVA_INT, index);
  }

  void setInt(long index, int value) {
    memory.setAtIndex(ValueLayout.JAVA_INT, index, value);
  }

  /// Copies numbers from here, the first of them at an index.
  void copy(long index, long[] to, int count) {
    MemorySegment.copy(memory, ValueLayout.JAVA_LONG, index * Long.BYTES, to, 0, count);
  }

  /// Copies numbers to here, the first of them to an index.
  void set(long index, long[] from) {
    MemorySegment.copy(from, 0, memory, ValueLayout.JAVA_LONG, index * Long.BYTES, from.length);
  }

  @Override
  public void close() {
    mapped.close();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close a file of texts for comparison", e);
    }
  }
}
