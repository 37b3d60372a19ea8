package dev.demur.archive.container;

import dev.demur.archive.ArchiveRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the central directory of a zip, with everything in it that can be checked there.
/*
 * A zip says everything twice: in local headers before each entry, and in the central directory at
 * its end. Programs that believe different copies see different files, which is how most hostile
 * zips work. So this reader takes the directory as the only truth (as java.util.zip.ZipFile does),
 * and ZipContainer refuses every archive whose local headers say something else.
 *
 * Layout: APPNOTE.TXT 6.3.10, sections 4.3.12 (central directory), 4.3.14 to 4.3.16 (end records)
 * and 4.5.3 (ZIP64 extra field). All numbers are little-endian.
 */
final class ZipDirectory {
  static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int LOCATOR64_SIGNATURE = 0x07064b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int END_SIZE = 22;
  private static final int END64_SIZE = 56;
  private static final int LOCATOR64_SIZE = 20;
  private static final int ENTRY_SIZE = 46;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final long MAX_DIRECTORY_BYTES = 64 << 20;
  private static final long ALL_ONES_32 = 0xFFFFFFFFL;
  private static final int ALL_ONES_16 = 0xFFFF;
  private static final int UTF8_FLAG = 0x0800;
  private static final String TRUNCATED = "download it again; the file is not complete";

  private final Path path;
  private final FileChannel file;
  private final Limits limits;

  ZipDirectory(Path path, FileChannel file, Limits limits) {
    this.path = path;
    this.file = file;
    this.limits = limits;
  }

  /// Where the directory stands.
  record Place(long offset, long size, long entries) {}

  /// Where the directory starts, and its entries in the order in which they stand.
  record Content(long offset, List<ZipEntryHeader> entries) {}

  Content read() throws IOException {
    checkStart();
    Place place = place();
    if (place.entries() == 0) {
      throw refused("is an empty zip", "download it again");
    }
    if (place.entries() > limits.maxEntries()) {
      throw refused(Refusals.tooMany(limits), Refusals.RAISE);
    }
    if (place.size() > MAX_DIRECTORY_BYTES || place.size() < place.entries() * ENTRY_SIZE) {
      throw refused("its directory has an impossible size", "");
    }
    ByteBuffer bytes = bytes(place.offset(), Math.toIntExact(place.size()));
    var entries = new ArrayList<ZipEntryHeader>();
    while (bytes.hasRemaining()) {
      entries.add(entry(bytes));
    }
    if (entries.size() != place.entries()) {
      throw refused(
          "its directory lists %d entries and announces %d"
              .formatted(entries.size(), place.entries()),
          "");
    }
    return new Content(place.offset(), entries);
  }

  private void checkStart() throws IOException {
    if (file.size() == 0) {
      throw refused("is empty (0 bytes)", "download it again");
    }
    if (file.size() > limits.maxArchiveBytes()) {
      throw refused(
          "has %d bytes; at most %d are accepted".formatted(file.size(), limits.maxArchiveBytes()),
          Refusals.RAISE);
    }
    ByteBuffer start = bytes(0, (int) Math.min(file.size(), 64));
    String text = StandardCharsets.ISO_8859_1.decode(start.duplicate()).toString().strip();
    if (text.regionMatches(true, 0, "<!doctype", 0, 9)
        || text.regionMatches(true, 0, "<html", 0, 5)) {
      throw refused("is an HTML page, not a zip", "sign in and download the archive again");
    }
    int signature = start.remaining() < 4 ? 0 : start.getInt(0);
    if (signature != LOCAL_SIGNATURE && signature != END_SIGNATURE) {
      throw refused("is not a zip", "give the archive as the platform delivered it, or its folder");
    }
  }

  private Place place() throws IOException {
    int tail = (int) Math.min(file.size(), END_SIZE + MAX_COMMENT);
    long tailOffset = file.size() - tail;
    ByteBuffer bytes = bytes(tailOffset, tail);
    for (int at = tail - END_SIZE; at >= 0; at--) {
      boolean isEnd = bytes.getInt(at) == END_SIGNATURE;
      if (isEnd && at + END_SIZE + unsigned16(bytes, at + 20) == tail) {
        return place(bytes, at, tailOffset + at);
      }
    }
    throw refused("is truncated: it has no end record", TRUNCATED);
  }

  private Place place(ByteBuffer bytes, int at, long endOffset) throws IOException {
    int disk = unsigned16(bytes, at + 4) | unsigned16(bytes, at + 6);
    int entriesHere = unsigned16(bytes, at + 8);
    int entries = unsigned16(bytes, at + 10);
    long size = unsigned32(bytes, at + 12);
    long offset = unsigned32(bytes, at + 16);
    boolean is64 = entries == ALL_ONES_16 || size == ALL_ONES_32 || offset == ALL_ONES_32;
    if (is64 && at >= LOCATOR64_SIZE && bytes.getInt(at - LOCATOR64_SIZE) == LOCATOR64_SIGNATURE) {
      return place64(bytes.getLong(at - LOCATOR64_SIZE + 8), endOffset - LOCATOR64_SIZE);
    }
    if (disk != 0 || entriesHere != entries) {
      throw refused("is one part of a split zip", "join the parts first");
    }
    return checked(new Place(offset, size, entries), endOffset);
  }

  private Place place64(long offset, long locatorOffset) throws IOException {
    if (offset < 0 || offset > locatorOffset - END64_SIZE) {
      throw refused("its ZIP64 end record lies outside the file", TRUNCATED);
    }
    ByteBuffer end = bytes(offset, END64_SIZE);
    if (end.getInt(0) != END64_SIGNATURE) {
      throw refused("its ZIP64 end record is damaged", TRUNCATED);
    }
    return checked(new Place(end.getLong(48), end.getLong(40), end.getLong(32)), offset);
  }

  private Place checked(Place place, long endOffset) {
    boolean inside =
        place.offset() >= 0
            && place.size() >= 0
            && place.entries() >= 0
            && place.offset() <= endOffset
            && place.size() == endOffset - place.offset();
    if (!inside) {
      throw refused("its directory does not end where its end record starts", TRUNCATED);
    }
    return place;
  }

  private ZipEntryHeader entry(ByteBuffer bytes) {
    int at = bytes.position();
    if (bytes.remaining() < ENTRY_SIZE || bytes.getInt(at) != ENTRY_SIGNATURE) {
      throw refused("its directory is damaged", TRUNCATED);
    }
    int nameLength = unsigned16(bytes, at + 28);
    int extraLength = unsigned16(bytes, at + 30);
    int length = ENTRY_SIZE + nameLength + extraLength + unsigned16(bytes, at + 32);
    if (length > bytes.remaining()) {
      throw refused("its directory is damaged", TRUNCATED);
    }
    byte[] name = new byte[nameLength];
    bytes.get(at + ENTRY_SIZE, name);
    int flags = unsigned16(bytes, at + 8);
    String decoded = decoded(name, (flags & UTF8_FLAG) != 0);
    long[] numbers = {
      unsigned32(bytes, at + 24), unsigned32(bytes, at + 20), unsigned32(bytes, at + 42)
    };
    widen(numbers, bytes.slice(at + ENTRY_SIZE + nameLength, extraLength), decoded);
    bytes.position(at + length);
    return new ZipEntryHeader(
        decoded,
        new String(name, StandardCharsets.ISO_8859_1),
        flags,
        unsigned16(bytes, at + 10),
        unsigned32(bytes, at + 16),
        numbers[1],
        numbers[0],
        numbers[2],
        isUnix(bytes.get(at + 5)),
        bytes.getInt(at + 38));
  }

  private static boolean isUnix(byte host) {
    return host == 3 || host == 19;
  }

  /// Replaces size, packed size and offset, in this order, by their ZIP64 values where they have
  /// any.
  private void widen(long[] numbers, ByteBuffer extra, String name) {
    ByteBuffer fields = extra.order(ByteOrder.LITTLE_ENDIAN);
    while (fields.remaining() >= 4) {
      int id = Short.toUnsignedInt(fields.getShort());
      int length = Short.toUnsignedInt(fields.getShort());
      if (length > fields.remaining()) {
        break;
      }
      ByteBuffer field = fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      fields.position(fields.position() + length);
      for (int i = 0; id == 1 && i < numbers.length; i++) {
        if (numbers[i] == ALL_ONES_32 && field.remaining() >= Long.BYTES) {
          numbers[i] = field.getLong();
        }
      }
    }
    for (long number : numbers) {
      if (number < 0) {
        throw refused(name, "announces an impossible size", "");
      }
    }
  }

  /// UTF-8 where it is, else code page 437, the zip format's original one.
  private String decoded(byte[] name, boolean mustBeUtf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      if (mustBeUtf8) {
        throw refused("an entry's name is not the UTF-8 it announces", "");
      }
      return new String(name, Charset.forName("IBM437"));
    }
  }

  private ByteBuffer bytes(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) {
        throw refused("is truncated", TRUNCATED);
      }
    }
    return bytes.flip();
  }

  private static int unsigned16(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static long unsigned32(ByteBuffer bytes, int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  private ArchiveRefused refused(String reason, String hint) {
    return refused("", reason, hint);
  }

  private ArchiveRefused refused(String entry, String reason, String hint) {
    return new ArchiveRefused(path, EntryNames.shown(entry), 0, reason, hint);
  }
}
