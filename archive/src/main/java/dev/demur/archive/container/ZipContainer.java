package dev.demur.archive.container;

import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.RefusedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A zip file as an archive; everything in it is checked before the first entry is read.
final class ZipContainer implements Container {
  private static final int LOCAL_SIZE = 30;
  private static final long ALL_ONES_32 = 0xFFFFFFFFL;

  private final Path path;
  private final FileChannel file;
  private final Limits limits;
  private final Map<String, Stored> stored = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /// An entry's header and where its packed bytes start.
  private record Stored(ZipEntryHeader header, long dataOffset) {}

  private ZipContainer(Path path, FileChannel file, Limits limits) {
    this.path = path;
    this.file = file;
    this.limits = limits;
  }

  static ZipContainer of(Path path, Limits limits) {
    try {
      var zip = new ZipContainer(path, FileChannel.open(path), limits);
      try {
        zip.load();
        return zip;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ArchiveRefused(path, "", 0, "cannot be read: " + e.getClass().getSimpleName(), "");
    }
  }

  private void load() throws IOException {
    var directory = new ZipDirectory(path, file, limits).read();
    directory.entries().forEach(this::checkEntry);
    checkNames(directory.entries());
    checkTotal(directory.entries());
    checkSharing(directory.entries());
    var places = new ArrayList<Stored>();
    for (ZipEntryHeader header : directory.entries()) {
      places.add(new Stored(header, dataOffset(header)));
    }
    checkOverlap(places, directory.offset());
    for (Stored place : places) {
      ZipEntryHeader header = place.header();
      if (!header.isDirectory()) {
        stored.put(header.name(), place);
        entries.add(new Entry(header.name(), header.size()));
      }
    }
    if (entries.isEmpty()) {
      throw new ArchiveRefused(path, "", 0, "holds folders only", "download it again");
    }
    entries.sort(Comparator.comparing(Entry::name));
  }

  private void checkEntry(ZipEntryHeader entry) {
    EntryNames.fault(entry.name(), limits).ifPresent(fault -> refuse(entry, fault, ""));
    if (entry.isEncrypted()) {
      refuse(entry, "is encrypted", "unpack it with its password and import the folder");
    }
    if (entry.isSpecial()) {
      refuse(entry, "is a symbolic link or a device", "");
    }
    if (entry.method() != ZipEntryHeader.STORED && entry.method() != ZipEntryHeader.DEFLATED) {
      refuse(
          entry,
          "is packed with method %d; stored (0) and deflated (8) are read"
              .formatted(entry.method()),
          "unpack it and import the folder");
    }
    if (entry.method() == ZipEntryHeader.STORED && entry.size() != entry.packedSize()) {
      refuse(entry, "is stored, yet its packed and unpacked sizes differ", "");
    }
    if (entry.size() > limits.maxEntryBytes()) {
      refuse(entry, Refusals.tooLarge(entry.size(), limits), Refusals.RAISE);
    }
    checkRatio(entry);
  }

  private void checkRatio(ZipEntryHeader entry) {
    long packed = Math.max(1, entry.packedSize());
    if (entry.size() > Limits.RATIO_FREE_BYTES && entry.size() / packed >= limits.maxRatio()) {
      refuse(
          entry,
          "unpacks to %d times its size; at most %d are accepted"
              .formatted(entry.size() / packed, limits.maxRatio()),
          Refusals.RAISE);
    }
  }

  private void checkNames(List<ZipEntryHeader> all) {
    var seen = new HashMap<String, String>();
    for (ZipEntryHeader entry : all) {
      String plain = entry.isDirectory() ? null : entry.name();
      if (plain == null) {
        continue;
      }
      String folded = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      String other = seen.put(folded, plain);
      if (other != null) {
        String reason =
            other.equals(plain)
                ? "stands in the zip twice"
                : "differs from entry %s in case only".formatted(EntryNames.shown(other));
        refuse(entry, reason, "");
      }
    }
  }

  private void checkTotal(List<ZipEntryHeader> all) {
    long total = 0;
    for (ZipEntryHeader entry : all) {
      total += entry.size();
      if (total > limits.maxTotalBytes()) {
        throw new ArchiveRefused(path, "", 0, Refusals.tooLargeInAll(limits), Refusals.RAISE);
      }
    }
  }

  private void checkSharing(List<ZipEntryHeader> all) {
    var owners = new HashMap<Long, ZipEntryHeader>();
    for (ZipEntryHeader entry : all) {
      ZipEntryHeader other = owners.put(entry.localOffset(), entry);
      if (other != null) {
        refuse(entry, "shares its bytes with entry " + EntryNames.shown(other.name()), "");
      }
    }
  }

  /// Reads the local header, which must say what the directory says.
  private long dataOffset(ZipEntryHeader entry) throws IOException {
    ByteBuffer local = bytes(entry, entry.localOffset(), LOCAL_SIZE);
    if (local.getInt(0) != ZipDirectory.LOCAL_SIGNATURE) {
      refuse(entry, "has no local header where the directory says", "");
    }
    int nameLength = Short.toUnsignedInt(local.getShort(26));
    int extraLength = Short.toUnsignedInt(local.getShort(28));
    ByteBuffer name = bytes(entry, entry.localOffset() + LOCAL_SIZE, nameLength);
    boolean sameName = StandardCharsets.ISO_8859_1.decode(name).toString().equals(entry.rawName());
    boolean sameMethod = Short.toUnsignedInt(local.getShort(8)) == entry.method();
    boolean sameLock = ((Short.toUnsignedInt(local.getShort(6)) ^ entry.flags()) & 1) == 0;
    if (!sameName || !sameMethod || !sameLock || !sameSizes(entry, local)) {
      refuse(entry, "its local header and the directory disagree", "");
    }
    return entry.localOffset() + LOCAL_SIZE + nameLength + extraLength;
  }

  private static boolean sameSizes(ZipEntryHeader entry, ByteBuffer local) {
    if (entry.hasDataDescriptor()) {
      return true;
    }
    long packed = Integer.toUnsignedLong(local.getInt(18));
    long size = Integer.toUnsignedLong(local.getInt(22));
    boolean wide = packed == ALL_ONES_32 || size == ALL_ONES_32;
    return wide || (packed == entry.packedSize() && size == entry.size());
  }

  private void checkOverlap(List<Stored> places, long directoryOffset) {
    var inOrder = new ArrayList<>(places);
    inOrder.sort(Comparator.comparingLong(place -> place.header().localOffset()));
    for (int i = 0; i < inOrder.size(); i++) {
      Stored place = inOrder.get(i);
      long next =
          i + 1 < inOrder.size() ? inOrder.get(i + 1).header().localOffset() : directoryOffset;
      if (place.header().packedSize() > next - place.dataOffset()) {
        refuse(place.header(), "overlaps what follows it", "");
      }
    }
  }

  private ByteBuffer bytes(ZipEntryHeader entry, long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (offset < 0 || offset > file.size() || file.read(bytes, offset + bytes.position()) < 0) {
        refuse(entry, "has no local header where the directory says", "");
      }
    }
    return bytes.flip();
  }

  private void refuse(ZipEntryHeader entry, String reason, String hint) {
    throw new ArchiveRefused(path, EntryNames.shown(entry.name()), 0, reason, hint);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public List<RefusedEntry> refused() {
    return List.of();
  }

  @Override
  public InputStream open(Entry entry) {
    Stored place = stored.get(entry.name());
    if (place == null) {
      throw new IllegalArgumentException("no entry %s in %s".formatted(entry.name(), path));
    }
    return new ZipEntryStream(path, file, place.header(), place.dataOffset());
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + path, e);
    }
  }
}
