package dev.demur.archive.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How an entry's bytes stand for text, found by reading all of them.
public enum Encoding {
  UTF_8(StandardCharsets.UTF_8, 0),
  UTF_8_MARKED(StandardCharsets.UTF_8, 3),
  UTF_16LE(StandardCharsets.UTF_16LE, 2),
  UTF_16BE(StandardCharsets.UTF_16BE, 2),
  /// Not UTF-8, so taken for the code page of Western European Windows.
  WINDOWS_1252(Charset.forName("windows-1252"), 0);

  private final Charset charset;
  private final int markLength;

  Encoding(Charset charset, int markLength) {
    this.charset = charset;
    this.markLength = markLength;
  }

  Charset charset() {
    return charset;
  }

  /// Bytes of the byte order mark, which is no text.
  int markLength() {
    return markLength;
  }

  /// The encoding that the first bytes announce.
  static Optional<Encoding> marked(byte[] start) {
    int first = start.length > 0 ? start[0] & 0xFF : -1;
    int second = start.length > 1 ? start[1] & 0xFF : -1;
    int third = start.length > 2 ? start[2] & 0xFF : -1;
    if (first == 0xEF && second == 0xBB && third == 0xBF) {
      return Optional.of(UTF_8_MARKED);
    }
    if (first == 0xFF && second == 0xFE) {
      return Optional.of(UTF_16LE);
    }
    return first == 0xFE && second == 0xFF ? Optional.of(UTF_16BE) : Optional.empty();
  }
}
