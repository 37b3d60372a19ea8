package dev.demur.archive.container;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds the encoding of a text by reading it once, and once more when it is not what nearly all
/// are.
final class TextProbe {
  private static final int CHUNK = 1 << 14;
  private static final int SAMPLE = 4096;

  /// Bytes decoded together where one is not ASCII.
  private static final int WINDOW = 16;

  private static final long NONE = -1;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  private TextProbe() {}

  /// What was found.
  ///
  /// @param encoding empty when it is no text; `fault` then says why
  /// @param firstForeignLine the first line that is not UTF-8; 0 when every one is
  record Finding(
      Optional<Encoding> encoding, String fault, boolean isEmpty, int firstForeignLine) {}

  /// @param text opens the text from its beginning
  /// @param size how many bytes it has, as announced
  static Finding probe(Supplier<InputStream> text, long size) throws IOException {
    byte[] start;
    Encoding expected;
    Optional<Encoding> marked;
    Decoding decoding;
    try (InputStream stream = text.get()) {
      start = stream.readNBytes(SAMPLE);
      marked = Encoding.marked(start);
      expected = marked.orElse(Encoding.UTF_8);
      decoding = new Decoding(expected, start, stream, size);
    }
    boolean isEmpty = decoding.length == expected.markLength();
    if (decoding.firstForeign == NONE) {
      return marked.isEmpty() && looksUtf16(start)
          ? new Finding(Optional.empty(), "is UTF-16 without a byte order mark", false, 0)
          : new Finding(Optional.of(expected), "", isEmpty, 0);
    }
    try (InputStream stream = text.get()) {
      var scan = new Scan(stream, decoding.firstForeign);
      if (marked.isPresent()) {
        String fault =
            "is not the %s its first bytes announce".formatted(expected.charset().name());
        return new Finding(Optional.empty(), fault, isEmpty, scan.line);
      }
      return scan.fitsWindows && !looksUtf16(start)
          ? new Finding(Optional.of(Encoding.WINDOWS_1252), "", isEmpty, scan.line)
          : new Finding(
              Optional.empty(), "is neither UTF-8 nor windows-1252 text", isEmpty, scan.line);
    }
  }

  private static boolean looksUtf16(byte[] start) {
    int zeros = 0;
    for (byte b : start) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros * 4 > start.length;
  }

  /// The first pass: how long the text is, and where it stops being what is expected.
  private static final class Decoding {
    private final ByteBuffer bytes;
    private final CharBuffer characters;
    private final CharsetDecoder decoder;
    private long decoded;
    private long length;
    private long firstForeign = NONE;
    private final boolean skipsAscii;

    Decoding(Encoding expected, byte[] start, InputStream stream, long size) throws IOException {
      int chunk = (int) Math.min(CHUNK, start.length + size + 1);
      bytes = ByteBuffer.allocate(chunk);
      characters = CharBuffer.allocate(chunk);
      decoder =
          expected
              .charset()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      skipsAscii = expected.charset().equals(StandardCharsets.UTF_8);
      length = start.length;
      decoded = Math.min(expected.markLength(), start.length);
      bytes.put(start, (int) decoded, start.length - (int) decoded);
      decode(false);
      int count;
      while ((count = stream.read(bytes.array(), bytes.position(), bytes.remaining())) > 0) {
        length += count;
        bytes.position(bytes.position() + count);
        decode(false);
      }
      decode(true);
    }

    /// Leaves out the ASCII characters in front, which are what is expected without being decoded.
    private void skipAscii() {
      byte[] array = bytes.array();
      int i = bytes.position();
      while (i + Long.BYTES <= bytes.limit() && ((long) EIGHT.get(array, i) & HIGH_BITS) == 0) {
        i += Long.BYTES;
      }
      while (i < bytes.limit() && array[i] >= 0) {
        i++;
      }
      bytes.position(i);
    }

    /// Whether what is in the buffer is what is expected. Text that is mostly ASCII is decoded in
    /// small windows around what is not.
    private boolean decodesWell(boolean atEnd) {
      int limit = bytes.limit();
      while (true) {
        if (skipsAscii) {
          skipAscii();
        }
        boolean last = !skipsAscii || limit - bytes.position() <= WINDOW;
        bytes.limit(last ? limit : bytes.position() + WINDOW);
        boolean isError = decoder.decode(bytes, characters.clear(), atEnd && last).isError();
        bytes.limit(limit);
        if (isError || last) {
          return !isError;
        }
      }
    }

    private void decode(boolean atEnd) {
      bytes.flip();
      if (firstForeign == NONE) {
        boolean fits = decodesWell(atEnd);
        decoded += bytes.position();
        firstForeign = fits ? NONE : decoded;
      }
      if (firstForeign == NONE) {
        bytes.compact();
      } else {
        bytes.clear();
      }
    }
  }

  /// The second pass: on which line a byte stands, and whether all of them are windows-1252.
  private static final class Scan {
    private int line = 1;
    private boolean fitsWindows = true;

    Scan(InputStream stream, long place) throws IOException {
      byte[] chunk = new byte[CHUNK];
      long left = place;
      int count;
      while ((count = stream.read(chunk)) > 0) {
        for (int i = 0; i < count; i++) {
          line += i < left && chunk[i] == '\n' ? 1 : 0;
          fitsWindows &= chunk[i] >= 0 || !isUnusedInWindows(chunk[i] & 0xFF);
        }
        left -= count;
      }
    }

    private static boolean isUnusedInWindows(int value) {
      return value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D;
    }
  }
}
