package dev.demur.archive.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/// A container that keeps the bytes of entries: each is read two or three times, and unpacking
/// costs more than reading.
///
/// At most an eighth of the heap is kept, until it is closed; entries beyond that are unpacked
/// anew.
final class KeepingContainer implements ContainerAround {
  private static final int SHARE_OF_HEAP = 8;
  private static final long MAX_KEPT = 512L << 20;

  private final Container container;
  private final Map<String, byte[]> kept = new HashMap<>();
  private long room = Math.min(MAX_KEPT, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);

  KeepingContainer(Container container) {
    this.container = container;
  }

  @Override
  public Container inner() {
    return container;
  }

  @Override
  public InputStream open(Entry entry) {
    byte[] bytes = kept.get(entry.name());
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    return entry.size() > room ? container.open(entry) : keep(entry);
  }

  private InputStream keep(Entry entry) {
    try (InputStream stream = container.open(entry)) {
      byte[] bytes = wholly(stream, entry);
      kept.put(entry.name(), bytes);
      room -= bytes.length;
      return new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      throw TextEntry.unreadable(entry, e);
    }
  }

  /// All bytes of an entry, and its end, where its checksum is compared.
  private static byte[] wholly(InputStream stream, Entry entry) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(entry.size())];
    int count = stream.readNBytes(bytes, 0, bytes.length);
    if (count < bytes.length || stream.read() >= 0) {
      throw new IOException("has not the %d bytes announced".formatted(entry.size()));
    }
    return bytes;
  }

  @Override
  public void close() {
    kept.clear();
    container.close();
  }
}
