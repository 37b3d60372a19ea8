package dev.demur.archive.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zips byte by byte, so that any of them can be wrong.
public final class RawZip {
  private final List<Item> items = new ArrayList<>();
  private int announced = -1;
  private byte[] comment = {};

  /// One entry; what is written where is free to differ.
  public static final class Item {
    private byte[] name;
    private byte[] localName;
    private byte[] content;
    private int method = 8;
    private int flags = 0x0800;
    private int host;
    private int external;
    private long size;
    private long localSize;
    private long crc;
    private int sameLocalAs = -1;

    private Item(String name, byte[] content) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.localName = this.name;
      this.content = content;
      this.size = content.length;
      this.localSize = content.length;
      var sum = new CRC32();
      sum.update(content);
      this.crc = sum.getValue();
    }

    public Item name(byte[] bytes, int newFlags) {
      name = bytes;
      localName = bytes;
      flags = newFlags;
      return this;
    }

    public Item localName(String other) {
      localName = other.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    public Item stored() {
      method = 0;
      return this;
    }

    public Item method(int other) {
      method = other;
      return this;
    }

    public Item flag(int bit) {
      flags |= bit;
      return this;
    }

    public Item unixMode(int mode) {
      host = 3;
      external = mode << 16;
      return this;
    }

    public Item lyingSize(long announcedSize) {
      size = announcedSize;
      localSize = announcedSize;
      return this;
    }

    public Item lyingLocalSize(long announcedSize) {
      localSize = announcedSize;
      return this;
    }

    public Item lyingChecksum() {
      crc ^= 1;
      return this;
    }

    public Item atLocalHeaderOf(int item) {
      sameLocalAs = item;
      return this;
    }
  }

  /// Adds an entry and gives it for changes.
  public Item add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Item add(String name, byte[] content) {
    var item = new Item(name, content);
    items.add(item);
    return item;
  }

  public RawZip announcing(int entries) {
    announced = entries;
    return this;
  }

  public RawZip comment(String text) {
    comment = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  public Path writeTo(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  public byte[] bytes() throws IOException {
    var out = new ByteArrayOutputStream();
    var directory = new ByteArrayOutputStream();
    var offsets = new ArrayList<Integer>();
    for (Item item : items) {
      byte[] packed = item.method == 8 ? deflated(item.content) : item.content;
      int offset = item.sameLocalAs >= 0 ? offsets.get(item.sameLocalAs) : out.size();
      offsets.add(offset);
      if (item.sameLocalAs < 0) {
        out.write(local(item, packed.length));
        out.write(packed);
      }
      directory.write(central(item, packed.length, offset));
    }
    int start = out.size();
    out.write(directory.toByteArray());
    int count = announced < 0 ? items.size() : announced;
    out.write(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) count)
            .putShort((short) count)
            .putInt(directory.size())
            .putInt(start)
            .putShort((short) comment.length)
            .array());
    out.write(comment);
    return out.toByteArray();
  }

  private static byte[] local(Item item, int packedSize) {
    return little(30 + item.localName.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putShort((short) item.flags)
        .putShort((short) item.method)
        .putInt(0)
        .putInt((int) item.crc)
        .putInt(packedSize)
        .putInt((int) item.localSize)
        .putShort((short) item.localName.length)
        .putShort((short) 0)
        .put(item.localName)
        .array();
  }

  private static byte[] central(Item item, int packedSize, int offset) {
    return little(46 + item.name.length)
        .putInt(0x02014b50)
        .putShort((short) (item.host << 8 | 20))
        .putShort((short) 20)
        .putShort((short) item.flags)
        .putShort((short) item.method)
        .putInt(0)
        .putInt((int) item.crc)
        .putInt(packedSize)
        .putInt((int) item.size)
        .putShort((short) item.name.length)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(item.external)
        .putInt(offset)
        .put(item.name)
        .array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater(6, true);
    deflater.setInput(content);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 13];
    while (!deflater.finished()) {
      out.write(chunk, 0, deflater.deflate(chunk));
    }
    deflater.end();
    return out.toByteArray();
  }
}
