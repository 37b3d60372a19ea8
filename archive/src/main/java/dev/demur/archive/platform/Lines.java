package dev.demur.archive.platform;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The lines of a file as bytes, in memory bounded by the longest one.
final class Lines implements Closeable {
  /// A longer line is given as too long, and its bytes are passed over.
  static final int MAX_LINE_BYTES = 16 << 20;

  private static final int FIRST_BUFFER = 1 << 17;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int start;
  private int end;
  private boolean atEnd;
  private boolean tooLong;
  private int line;
  private long bytes;
  private int length;
  private int lineStart;

  Lines(Path file) throws IOException {
    this.in = Files.newInputStream(file);
  }

  /// Goes to the next line; false at the end.
  boolean next() throws IOException {
    tooLong = false;
    int from = start;
    while (true) {
      int at = lineEnd(from);
      if (at >= 0) {
        take(at, at + 1);
        return true;
      }
      from = end;
      if (atEnd) {
        if (start == end) {
          return false;
        }
        take(end, end);
        return true;
      }
      if (end - start > MAX_LINE_BYTES) {
        tooLong = true;
        start = end;
      }
      from -= fill();
    }
  }

  private int lineEnd(int from) {
    for (int i = from; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void take(int lineEnd, int next) {
    line++;
    lineStart = start;
    length = lineEnd - start;
    if (length > 0 && buffer[lineEnd - 1] == '\r') {
      length--;
    }
    start = next;
    tooLong |= length > MAX_LINE_BYTES;
  }

  /// Reads more; returns by how much what is kept was moved to the front.
  private int fill() throws IOException {
    int moved = start;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      atEnd = true;
    } else {
      end += count;
      bytes += count;
    }
    return moved;
  }

  /// The bytes of the line are `length` from `start`, until the next call of [#next].
  byte[] buffer() {
    return buffer;
  }

  int start() {
    return lineStart;
  }

  int length() {
    return length;
  }

  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    for (int i = lineStart; i < lineStart + length; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /// 1 is the first line.
  int number() {
    return line;
  }

  /// How many bytes of the file have been read.
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
