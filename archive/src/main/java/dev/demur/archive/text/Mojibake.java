package dev.demur.archive.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Repairs text whose UTF-8 bytes were each written as one character: `Ã©` for `é`.
public final class Mojibake {
  private static final int LAST_BYTE = 0xFF;
  private static final int FIRST_HIGH = 0x80;

  private Mojibake() {}

  /// The text as it was meant; text that is right already is left alone, so twice is once.
  public static String repaired(String text) {
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= text.charAt(i);
    }
    if (bits < FIRST_HIGH || bits > LAST_BYTE) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return text; // not UTF-8 bytes, so these are the characters that were meant
    }
  }
}
