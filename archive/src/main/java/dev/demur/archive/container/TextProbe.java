package dev.demur.archive.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/// Finds the encoding of a text by reading it once.
final class TextProbe {
  private static final int CHUNK = 1 << 14;
  private static final int SAMPLE = 4096;

  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
  private final CharBuffer characters = CharBuffer.allocate(CHUNK);
  private final CharsetDecoder decoder;
  private boolean wellFormed = true;
  private boolean fitsWindows = true;
  private int line = 1;
  private int foreignLine;

  private TextProbe(CharsetDecoder decoder) {
    this.decoder = decoder;
  }

  /// What was found.
  ///
  /// @param encoding empty when it is no text; `fault` then says why
  /// @param firstForeignLine the first line that is not UTF-8; 0 when every one is
  record Finding(
      Optional<Encoding> encoding, String fault, boolean isEmpty, int firstForeignLine) {}

  static Finding probe(InputStream stream) throws IOException {
    byte[] start = stream.readNBytes(SAMPLE);
    Optional<Encoding> marked = Encoding.marked(start);
    Encoding expected = marked.orElse(Encoding.UTF_8);
    var probe = new TextProbe(expected.charset().newDecoder());
    long length = probe.readAll(start, expected.markLength(), stream);
    boolean isEmpty = length == expected.markLength();
    if (probe.wellFormed) {
      return marked.isEmpty() && looksUtf16(start)
          ? new Finding(Optional.empty(), "is UTF-16 without a byte order mark", false, 0)
          : new Finding(Optional.of(expected), "", isEmpty, 0);
    }
    if (marked.isPresent()) {
      String fault = "is not the %s its first bytes announce".formatted(expected.charset().name());
      return new Finding(Optional.empty(), fault, isEmpty, probe.foreignLine);
    }
    return probe.fitsWindows && !looksUtf16(start)
        ? new Finding(Optional.of(Encoding.WINDOWS_1252), "", isEmpty, probe.foreignLine)
        : new Finding(
            Optional.empty(), "is neither UTF-8 nor windows-1252 text", isEmpty, probe.foreignLine);
  }

  private static boolean looksUtf16(byte[] start) {
    int zeros = 0;
    for (byte b : start) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros * 4 > start.length;
  }

  private long readAll(byte[] start, int from, InputStream stream) throws IOException {
    decoder.onMalformedInput(CodingErrorAction.REPORT);
    decoder.onUnmappableCharacter(CodingErrorAction.REPORT);
    long length = start.length;
    int skipped = Math.min(from, start.length);
    bytes.put(start, skipped, start.length - skipped);
    look(start, skipped, start.length);
    decode(false);
    byte[] chunk = new byte[CHUNK / 2];
    int count;
    while ((count = stream.read(chunk)) > 0) {
      length += count;
      bytes.put(chunk, 0, count);
      look(chunk, 0, count);
      decode(false);
    }
    decode(true);
    return length;
  }

  private void decode(boolean atEnd) {
    bytes.flip();
    if (wellFormed) {
      var result = decoder.decode(bytes, characters.clear(), atEnd);
      if (result.isError()) {
        wellFormed = false;
        foreignLine = line + newlines(bytes.array(), bytes.position());
      }
    }
    if (wellFormed) {
      line += newlines(bytes.array(), bytes.position());
      bytes.compact();
    } else {
      bytes.clear();
    }
  }

  private void look(byte[] chunk, int from, int to) {
    for (int i = from; i < to && fitsWindows; i++) {
      byte b = chunk[i];
      fitsWindows = b >= 0 || !isUnusedInWindows(b & 0xFF);
    }
  }

  private static boolean isUnusedInWindows(int value) {
    return value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D;
  }

  private static int newlines(byte[] chunk, int to) {
    int count = 0;
    for (int i = 0; i < to; i++) {
      count += chunk[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
