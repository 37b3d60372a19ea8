package dev.demur.archive.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/// A container that keeps the bytes of small entries: each is read two or three times, and
/// unpacking costs more than reading.
///
/// At most [#MAX_KEPT] bytes are kept, until it is closed; entries beyond that are unpacked anew.
final class KeepingContainer implements ContainerAround {
  private static final int MAX_ENTRY = 4 << 20;
  private static final int MAX_KEPT = 32 << 20;

  private final Container container;
  private final Map<String, byte[]> kept = new HashMap<>();
  private long room = MAX_KEPT;

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
    return entry.size() > Math.min(MAX_ENTRY, room) ? container.open(entry) : keep(entry);
  }

  private InputStream keep(Entry entry) {
    try (InputStream stream = container.open(entry)) {
      byte[] bytes = stream.readAllBytes();
      kept.put(entry.name(), bytes);
      room -= bytes.length;
      return new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      throw TextEntry.unreadable(entry, e);
    }
  }

  @Override
  public void close() {
    kept.clear();
    container.close();
  }
}
