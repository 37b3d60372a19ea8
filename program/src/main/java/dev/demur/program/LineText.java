package dev.demur.program;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// One line after another as characters, in one array. Belongs to one thread.
final class LineText {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private CharBuffer chars = CharBuffer.allocate(1 << 12);

  /// Decodes a line; it has [#length] characters in [#chars] until the next one.
  void decode(byte[] bytes, int offset, int length) throws CaseRefused {
    if (chars.capacity() < length) {
      chars = CharBuffer.allocate(2 * length);
    }
    chars.clear();
    decoder.reset();
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, offset, length), chars, true);
    if (result.isError()) {
      throw CaseRefused.found("bytes that are not UTF-8", "JSON in UTF-8");
    }
  }

  char[] chars() {
    return chars.array();
  }

  int length() {
    return chars.position();
  }
}
