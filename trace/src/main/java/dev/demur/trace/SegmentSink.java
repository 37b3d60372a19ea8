package dev.demur.trace;

import dev.demur.learn.file.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Writes the parts of a segment in order, each padded to 8 bytes, and the digest of all at the
/// end.
final class SegmentSink {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ALIGNMENT = 8;

  private final WritableByteChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long written;

  SegmentSink(WritableByteChannel channel) {
    this.channel = channel;
  }

  void bytes(byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; at += BUFFER_BYTES) {
      int length = Math.min(BUFFER_BYTES, bytes.length - at);
      room(length);
      buffer.put(bytes, at, length);
    }
    written += bytes.length;
  }

  void int32(int value) throws IOException {
    room(Integer.BYTES);
    buffer.putInt(value);
    written += Integer.BYTES;
  }

  private void int64(long value) throws IOException {
    room(Long.BYTES);
    buffer.putLong(value);
    written += Long.BYTES;
  }

  void pad() throws IOException {
    int missing = (int) (-written & (ALIGNMENT - 1));
    bytes(new byte[missing]);
  }

  void ints(int[] values) throws IOException {
    for (int value : values) {
      int32(value);
    }
    pad();
  }

  void strings(List<byte[]> texts) throws IOException {
    int end = 0;
    for (byte[] text : texts) {
      end = Math.addExact(end, text.length);
      int32(end);
    }
    for (byte[] text : texts) {
      bytes(text);
    }
    pad();
  }

  /// Writes ascending texts, see [FrontCoded].
  void frontCoded(FrontCoding texts) throws IOException {
    packed(texts.blocks().length, Packed.widthFor(texts.bytes().length), i -> texts.blocks()[i]);
    bytes(texts.bytes());
    pad();
  }

  static List<byte[]> utf8(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  void packed(int[] numbers, int width) throws IOException {
    packed(numbers.length, width, i -> numbers[i]);
  }

  /// Writes `count` numbers of `width` bits, see [Packed].
  void packed(int count, int width, IntUnaryOperator value) throws IOException {
    long waiting = 0;
    int bits = 0;
    for (int i = 0; i < count; i++) {
      long number = value.applyAsInt(i);
      waiting |= number << bits;
      bits += width;
      if (bits >= Long.SIZE) {
        int64(waiting);
        bits -= Long.SIZE;
        waiting = bits == 0 ? 0 : number >>> (width - bits);
      }
    }
    if (bits > 0) {
      int64(waiting);
    }
    int64(0);
  }

  /// Writes what is buffered and the digest of all that went before.
  void finish() throws IOException {
    flush();
    channel.write(ByteBuffer.wrap(digest.digest()));
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    digest.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
