package dev.demur.learn.safetensors;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads and writes files in the safetensors format.
///
/// A file is: the length of the header as 8 bytes, little endian; the header, JSON; the numbers,
/// little endian, row-major [1]. The page `docs/reference/safetensors.md` says what our writer adds
/// to that so that equal contents give equal bytes.
///
/// [1] <https://huggingface.co/docs/safetensors/index#format>
public final class Safetensors {
  private static final int LENGTH_BYTES = 8;
  private static final int ALIGNMENT = 8;
  private static final int MAX_HEADER_BYTES = 100_000_000;
  private static final int CHUNK_BYTES = 1 << 20;

  private Safetensors() {}

  /// Writes a file, atomically: afterwards it is there whole, or as it was before.
  public static void write(
      Path file,
      SortedMap<String, Tensor> tensors,
      SortedMap<String, String> metadata,
      Storage storage)
      throws IOException {
    if (tensors.containsKey(Header.METADATA)) {
      throw new IllegalArgumentException("no tensor may be named " + Header.METADATA);
    }
    AtomicFile.write(file, channel -> writeTo(channel, tensors, metadata, storage));
  }

  /// Reads a file whole.
  ///
  /// @throws SafetensorsException when it is not exactly what its header says
  public static SafetensorsFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Header header = readHeader(file, channel);
      SortedMap<String, Tensor> tensors = new TreeMap<>();
      for (Header.Slot slot : header.slots()) {
        tensors.put(slot.name(), readTensor(channel, slot));
      }
      return new SafetensorsFile(tensors, header.metadata());
    }
  }

  /// Reads the metadata alone, checking the header and the file's length but no numbers.
  public static SortedMap<String, String> readMetadata(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return readHeader(file, channel).metadata();
    }
  }

  private static void writeTo(
      WritableByteChannel channel,
      SortedMap<String, Tensor> tensors,
      SortedMap<String, String> metadata,
      Storage storage)
      throws IOException {
    byte[] header = padded(Header.of(tensors, metadata, storage).json());
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(header.length).flip();
    AtomicFile.writeFully(channel, buffer);
    AtomicFile.writeFully(channel, header);
    buffer.clear();
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.data()) {
        if (buffer.remaining() < storage.bytes()) {
          flush(buffer, channel);
        }
        storage.put(buffer, value);
      }
    }
    flush(buffer, channel);
  }

  private static void flush(ByteBuffer buffer, WritableByteChannel channel) throws IOException {
    AtomicFile.writeFully(channel, buffer.flip());
    buffer.clear();
  }

  private static byte[] padded(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    int length = Math.ceilDiv(bytes.length, ALIGNMENT) * ALIGNMENT;
    byte[] padded = Arrays.copyOf(bytes, length);
    Arrays.fill(padded, bytes.length, length, (byte) ' ');
    return padded;
  }

  private static Header readHeader(Path file, FileChannel channel) throws IOException {
    long fileBytes = channel.size();
    if (fileBytes < LENGTH_BYTES) {
      throw new SafetensorsException(
          file, "%d bytes are too few for a safetensors file".formatted(fileBytes));
    }
    ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    readFully(channel, length);
    long headerBytes = length.flip().getLong();
    long afterLength = fileBytes - LENGTH_BYTES;
    if (headerBytes < 0 || headerBytes > Math.min(MAX_HEADER_BYTES, afterLength)) {
      throw new SafetensorsException(
          file,
          "the header claims %d bytes; at most %d are allowed and the file has %d more"
              .formatted(headerBytes, MAX_HEADER_BYTES, afterLength));
    }
    ByteBuffer json = ByteBuffer.allocate(Math.toIntExact(headerBytes));
    readFully(channel, json);
    try {
      return Header.parse(json.array(), afterLength - headerBytes);
    } catch (Header.Fault fault) {
      throw new SafetensorsException(file, fault.text());
    }
  }

  private static Tensor readTensor(FileChannel channel, Header.Slot slot) throws IOException {
    Tensor tensor = Tensor.zeros(slot.dimensions());
    float[] data = tensor.data();
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int chunk = CHUNK_BYTES / slot.storage().bytes();
    for (int from = 0; from < data.length; from += chunk) {
      int to = Math.min(data.length, from + chunk);
      buffer.clear().limit((to - from) * slot.storage().bytes());
      readFully(channel, buffer);
      buffer.flip();
      slot.storage().take(buffer, data, from, to);
    }
    return tensor;
  }

  private static void readFully(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
  }
}
