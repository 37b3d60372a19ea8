package dev.demur.trace;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Where the parts of a segment lie in its bytes; see `docs/reference/trace-segment.md`.
final class SegmentLayout {
  static final byte[] MAGIC = "DEMURTRC".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 2;
  static final int DIGEST_BYTES = 32;
  static final int RECORD_BYTES = 16;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final int DIGEST_AT = 16;
  private static final int VERSION_AT = 8;
  private static final int WIDEST_VARIANT_AT = 12;
  private static final int COUNTS = 8;

  /// Variants from this one on stand in a list of their own, so that the others take four bits.
  static final int RARE_VARIANT = 15;

  private static final int COUNTS_AT = DIGEST_AT + DIGEST_BYTES;
  static final int HEADER_BYTES = COUNTS_AT + COUNTS * Integer.BYTES;

  private final MemorySegment bytes;
  private long at = HEADER_BYTES;

  final int memberCount;
  final int rowCount;
  final int tokenCount;
  final int wordCount;
  final int rareCount;
  final StringTable members;
  final FrontCoded vocabulary;
  final long surfaceCodes;
  final Packed textSurfaces;
  final StringTable surfaceTexts;
  final Packed firstSurface;
  final long memberFirstRow;
  final long records;
  final Packed rowFirstToken;
  final Packed firstSuffix;
  final Packed tokens;
  final Packed variants;
  final Packed rareTokens;
  final Packed rareVariants;
  final Packed suffixes;

  SegmentLayout(MemorySegment bytes) {
    this.bytes = bytes;
    memberCount = count(0);
    rowCount = count(1);
    wordCount = count(2);
    int surfaceCount = count(3);
    int textCount = count(4);
    tokenCount = count(5);
    rareCount = count(6);
    int vocabularyBytes = count(7);
    members = strings(memberCount);
    Packed blocks = packed(FrontCoded.blocks(wordCount), Packed.widthFor(vocabularyBytes));
    vocabulary = new FrontCoded(bytes, blocks, take(vocabularyBytes), wordCount);
    surfaceCodes = take(surfaceCount);
    textSurfaces = packed(textCount, Packed.widthFor(surfaceCount));
    surfaceTexts = strings(textCount);
    firstSurface = packed(wordCount + 1L, Packed.widthFor(surfaceCount));
    memberFirstRow = take((memberCount + 1L) * Integer.BYTES);
    records = take((long) rowCount * RECORD_BYTES);
    rowFirstToken = packed(rowCount + 1L, Packed.widthFor(tokenCount));
    firstSuffix = packed(wordCount + 1L, Packed.widthFor(tokenCount));
    tokens = packed(tokenCount, Packed.widthFor(wordCount));
    variants = packed(tokenCount, Packed.widthFor(RARE_VARIANT));
    rareTokens = packed(rareCount, Packed.widthFor(tokenCount));
    rareVariants = packed(rareCount, Packed.widthFor(bytes.get(INT, WIDEST_VARIANT_AT)));
    suffixes = packed(tokenCount - rowCount, Packed.widthFor(tokenCount));
  }

  MemorySegment bytes() {
    return bytes;
  }

  static int version(MemorySegment bytes) {
    return bytes.get(INT, VERSION_AT);
  }

  /// Bytes the parts take together, without the digest at the end.
  long end() {
    return at;
  }

  int int32(long table, int index) {
    return bytes.get(INT, table + (long) index * Integer.BYTES);
  }

  int uint8(long table, int index) {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, table + index));
  }

  /// Which of its word's surfaces a token has.
  int variant(long token) {
    int variant = variants.get(token);
    return variant < RARE_VARIANT ? variant : rareVariants.get(rareTokens.find(rareCount, token));
  }

  private int count(int number) {
    int count = bytes.get(INT, COUNTS_AT + (long) number * Integer.BYTES);
    if (count < 0) {
      throw new IndexOutOfBoundsException("a count is negative");
    }
    return count;
  }

  private StringTable strings(int count) {
    long ends = at;
    long texts = ends + (long) count * Integer.BYTES;
    int length = count == 0 ? 0 : int32(ends, count - 1);
    take(texts - ends + length);
    return new StringTable(bytes, ends, texts, count);
  }

  private Packed packed(long count, int width) {
    return new Packed(bytes, take(Packed.size(count, width)), width);
  }

  private long take(long size) {
    long begin = at;
    at = (begin + size + 7) & ~7L;
    if (size < 0 || at > bytes.byteSize()) {
      throw new IndexOutOfBoundsException("a part reaches past the end");
    }
    return begin;
  }
}
