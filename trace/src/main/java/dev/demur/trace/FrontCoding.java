package dev.demur.trace;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/// Makes the bytes of [FrontCoded].
final class FrontCoding {
  private final int[] blocks;
  private final byte[] bytes;

  /// @param texts ascending, each of at most [FrontCoded#LONGEST] bytes
  FrontCoding(List<byte[]> texts) {
    blocks = new int[FrontCoded.blocks(texts.size())];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] before = new byte[0];
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i);
      if (text.length > FrontCoded.LONGEST) {
        throw new IllegalArgumentException(
            "a word has %d bytes, at most %d fit".formatted(text.length, FrontCoded.LONGEST));
      }
      boolean whole = i % FrontCoded.BLOCK == 0;
      if (whole) {
        blocks[i / FrontCoded.BLOCK] = out.size();
      }
      int mismatch = whole ? 0 : Arrays.mismatch(before, text);
      int shared = mismatch < 0 ? text.length : mismatch;
      out.write(shared);
      out.write(text.length - shared);
      out.write(text, shared, text.length - shared);
      before = text;
    }
    bytes = out.toByteArray();
  }

  int[] blocks() {
    return blocks;
  }

  byte[] bytes() {
    return bytes;
  }
}
