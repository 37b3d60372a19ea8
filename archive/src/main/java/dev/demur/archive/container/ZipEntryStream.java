package dev.demur.archive.container;

import dev.demur.archive.ArchiveRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The unpacked bytes of one entry; ends with a refusal unless length and checksum are those of the
/// directory. Never gives more bytes than the directory announces.
final class ZipEntryStream extends InputStream {
  private static final int CHUNK = 1 << 15;

  private final Path path;
  private final FileChannel file;
  private final ZipEntryHeader entry;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final ByteBuffer packed;
  private long packedOffset;
  private long packedLeft;
  private long given;
  private boolean ended;

  ZipEntryStream(Path path, FileChannel file, ZipEntryHeader entry, long dataOffset) {
    this.path = path;
    this.file = file;
    this.entry = entry;
    this.packedOffset = dataOffset;
    this.packedLeft = entry.packedSize();
    this.packed = ByteBuffer.allocate((int) Math.min(CHUNK, entry.packedSize())).limit(0);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int count =
        entry.method() == ZipEntryHeader.STORED
            ? copy(bytes, offset, length)
            : inflate(bytes, offset, length);
    if (count < 0) {
      finish();
      return -1;
    }
    crc.update(bytes, offset, count);
    given += count;
    if (given > entry.size()) {
      throw refused("the directory announces %d bytes; there are more".formatted(entry.size()));
    }
    return count;
  }

  private int copy(byte[] bytes, int offset, int length) throws IOException {
    if (!packed.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, packed.remaining());
    packed.get(bytes, offset, count);
    return count;
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(bytes, offset, length);
      while (count == 0) {
        if (inflater.finished()) {
          return -1;
        }
        if (inflater.needsDictionary() || !fill()) {
          throw refused("its packed data end too early");
        }
        inflater.setInput(packed.array(), 0, packed.limit());
        count = inflater.inflate(bytes, offset, length);
      }
      return count;
    } catch (DataFormatException e) {
      throw refused("its packed data are damaged");
    }
  }

  private boolean fill() throws IOException {
    if (packedLeft == 0) {
      return false;
    }
    packed.clear().limit((int) Math.min(packed.capacity(), packedLeft));
    int count = file.read(packed, packedOffset);
    if (count <= 0) {
      throw refused("its packed data end too early");
    }
    packed.flip();
    packedOffset += count;
    packedLeft -= count;
    return true;
  }

  private void finish() {
    ended = true;
    if (given != entry.size()) {
      throw refused(
          "the directory announces %d bytes; there are %d".formatted(entry.size(), given));
    }
    if (crc.getValue() != entry.crc()) {
      throw refused("its checksum is wrong");
    }
  }

  private ArchiveRefused refused(String reason) {
    return new ArchiveRefused(
        path, EntryNames.shown(entry.name()), 0, reason, "download the archive again");
  }

  @Override
  public void close() {
    inflater.end();
  }
}
