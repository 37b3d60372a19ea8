package dev.demur.program;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream into blocks of whole lines.
final class LineBlocks {
  /// The longest line, in bytes; the rest of a longer one is passed over.
  static final int MAX_LINE = 1 << 20;

  private static final int BLOCK = 1 << 18;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private byte[] rest = {};
  private boolean atStart = true;
  private boolean atEnd;

  LineBlocks(InputStream in) {
    this.in = in;
  }

  /// Some whole lines; the last line of a stream may lack its line feed.
  static final class Block {
    private final byte[] bytes;
    private final int length;
    private final boolean isTooLong;

    Block(byte[] bytes, int length, boolean isTooLong) {
      this.bytes = bytes;
      this.length = length;
      this.isTooLong = isTooLong;
    }

    byte[] bytes() {
      return bytes;
    }

    /// How many of the bytes belong to the block.
    int length() {
      return length;
    }

    /// Whether the block is the beginning of one line that is longer than allowed.
    boolean isTooLong() {
      return isTooLong;
    }

    boolean isEnd() {
      return length == 0;
    }

    /// Where the line that starts at `start` ends: its line feed, or the end of the block.
    int lineEnd(int start) {
      int end = start;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      return end;
    }

    boolean isBlank(int start, int end) {
      for (int i = start; i < end; i++) {
        if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
          return false;
        }
      }
      return true;
    }
  }

  /// The next block; an empty one at the end of the stream.
  Block next() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, Math.max(BLOCK, rest.length));
    int length = rest.length;
    rest = new byte[0];
    while (true) {
      length += fill(bytes, length);
      int end = lastLineFeed(bytes, length);
      if (atEnd || end >= 0) {
        return cut(bytes, atEnd ? length : end + 1, length);
      }
      if (length > MAX_LINE) {
        skipLine();
        return new Block(bytes, length, true);
      }
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
  }

  private int fill(byte[] bytes, int from) throws IOException {
    int read = atEnd ? 0 : in.readNBytes(bytes, from, bytes.length - from);
    atEnd |= read < bytes.length - from;
    if (atStart && from + read >= BYTE_ORDER_MARK.length) {
      atStart = false;
      if (Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
        Arrays.fill(bytes, 0, 3, (byte) ' ');
      }
    }
    return read;
  }

  private static int lastLineFeed(byte[] bytes, int length) {
    int i = length - 1;
    while (i >= 0 && bytes[i] != '\n') {
      i--;
    }
    return i;
  }

  private Block cut(byte[] bytes, int end, int length) {
    rest = Arrays.copyOfRange(bytes, end, length);
    return new Block(bytes, end, false);
  }

  /// Passes over the rest of a line; what follows it stays for the next block.
  private void skipLine() throws IOException {
    byte[] buffer = new byte[BLOCK];
    while (!atEnd) {
      int read = in.readNBytes(buffer, 0, buffer.length);
      atEnd = read < buffer.length;
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          rest = Arrays.copyOfRange(buffer, i + 1, read);
          return;
        }
      }
    }
  }
}
