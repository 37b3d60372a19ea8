package dev.demur.learn.tokenizer;

import java.util.Optional;

/// One printable character for each of the 256 bytes, as GPT-2 writes tokens in files.
///
/// Printable Latin-1 characters stand for themselves; the other bytes take the characters from
/// U+0100 on, in order. So a space is `Ġ` and a line feed `Ċ`.
final class ByteAlphabet {
  static final int BYTES = 256;
  private static final char FIRST_SUBSTITUTE = 0x100;
  private static final char[] CHARACTER = new char[BYTES];
  private static final int[] BYTE = new int[2 * BYTES];

  static {
    java.util.Arrays.fill(BYTE, -1);
    char substitute = FIRST_SUBSTITUTE;
    for (int b = 0; b < BYTES; b++) {
      CHARACTER[b] = standsForItself(b) ? (char) b : substitute++;
      BYTE[CHARACTER[b]] = b;
    }
  }

  private ByteAlphabet() {}

  private static boolean standsForItself(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
  }

  /// The bytes in characters.
  static String write(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      text.append(CHARACTER[b & 0xFF]);
    }
    return text.toString();
  }

  /// The bytes of such characters; empty when one of them stands for no byte.
  static Optional<byte[]> read(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (c >= BYTE.length || BYTE[c] < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) BYTE[c];
    }
    return Optional.of(bytes);
  }
}
