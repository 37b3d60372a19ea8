package dev.demur.trace;

import dev.demur.learn.file.Sha256;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The words of one slice's rows with their suffixes in order: one immutable file, mapped to
/// memory.
///
/// The file is a function of the rows alone, so equal rows give equal bytes, and forgetting a
/// member is building the file again from the rows that remain. Thread-safe. The mapping goes when
/// the segment is garbage.
public final class Segment {
  /// Changes whenever equal rows would give other bytes.
  public static final String VERSION = "trace-segment/" + SegmentLayout.VERSION;

  /// Larger, without its sign, than any byte of UTF-8.
  private static final byte BEHIND_UTF8 = (byte) 0xFF;

  private final SegmentLayout layout;
  private final List<MemberId> members;
  private final int[] memberFirstToken;
  private final String inputDigest;

  private Segment(SegmentLayout layout, String inputDigest) {
    this.layout = layout;
    this.inputDigest = inputDigest;
    List<MemberId> ids = new ArrayList<>();
    memberFirstToken = new int[layout.memberCount + 1];
    for (int i = 0; i <= layout.memberCount; i++) {
      memberFirstToken[i] = rowFirstToken(layout.int32(layout.memberFirstRow, i));
    }
    for (int i = 0; i < layout.memberCount; i++) {
      ids.add(new MemberId(layout.members.get(i)));
    }
    members = List.copyOf(ids);
  }

  /// Writes the segment of these rows: whole or not at all. Rows for other purposes than content
  /// generation, and rows without text, are left out.
  public static void write(Path target, List<CorpusRow> rows) throws IOException {
    new SegmentBuilder(rows).write(target);
  }

  /// Digest of what [#write] would take from the rows, as 64 hex digits; equal to [#inputDigest] of
  /// the file it would write.
  public static String inputDigest(List<CorpusRow> rows) {
    return HexFormat.of().formatHex(SegmentBuilder.digest(rows));
  }

  /// Whether the file is there, whole, and made from just these rows.
  public static boolean isCurrent(Path file, List<CorpusRow> rows) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      return open(file).inputDigest().equals(inputDigest(rows));
    } catch (SegmentException e) {
      return false;
    }
  }

  /// Opens a file and checks all of it against the digest at its end.
  ///
  /// @throws SegmentException if the file is not a whole segment of the version this build knows
  public static Segment open(Path file) throws IOException {
    MemorySegment bytes;
    try (FileChannel channel = FileChannel.open(file)) {
      bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
    check(file, bytes);
    try {
      SegmentLayout layout = new SegmentLayout(bytes);
      if (layout.end() + SegmentLayout.DIGEST_BYTES != bytes.byteSize()) {
        throw new SegmentException(file, "its parts do not add up to its size");
      }
      return new Segment(layout, hex(bytes, SegmentLayout.DIGEST_AT, SegmentLayout.DIGEST_BYTES));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      throw new SegmentException(file, "its parts do not fit its size");
    }
  }

  private static void check(Path file, MemorySegment bytes) throws SegmentException {
    long contentBytes = bytes.byteSize() - SegmentLayout.DIGEST_BYTES;
    if (contentBytes < SegmentLayout.HEADER_BYTES
        || bytes
                .asSlice(0, SegmentLayout.MAGIC.length)
                .mismatch(MemorySegment.ofArray(SegmentLayout.MAGIC))
            >= 0) {
      throw new SegmentException(file, "is no trace segment");
    }
    int version = SegmentLayout.version(bytes);
    if (version != SegmentLayout.VERSION) {
      throw new SegmentException(
          file, "is of version %d, this build knows %d".formatted(version, SegmentLayout.VERSION));
    }
    byte[] stated =
        bytes.asSlice(contentBytes, SegmentLayout.DIGEST_BYTES).toArray(ValueLayout.JAVA_BYTE);
    if (!Arrays.equals(stated, digest(bytes, contentBytes))) {
      throw new SegmentException(file, "is damaged: its digest does not hold");
    }
  }

  private static byte[] digest(MemorySegment bytes, long length) {
    MessageDigest digest = Sha256.digest();
    long step = 1L << 30;
    for (long at = 0; at < length; at += step) {
      ByteBuffer part = bytes.asSlice(at, Math.min(step, length - at)).asByteBuffer();
      digest.update(part);
    }
    return digest.digest();
  }

  private static String hex(MemorySegment bytes, long at, int length) {
    return HexFormat.of().formatHex(bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
  }

  /// Digest of the rows it was made from, 64 hex digits.
  public String inputDigest() {
    return inputDigest;
  }

  /// The members whose rows it holds, in their order.
  public List<MemberId> members() {
    return members;
  }

  /// How many rows it holds.
  public int rows() {
    return layout.rowCount;
  }

  /// How many words it holds.
  public int words() {
    return layout.tokenCount - layout.rowCount;
  }

  /// The number of a folded word, from 1; 0 where the segment does not hold it.
  int wordNumber(String word) {
    return layout.vocabulary.find(word) + 1;
  }

  /// The number of the first word that begins with a prefix, or comes behind all that do.
  ///
  /// @param behind whether those that begin with it are passed over
  int firstWord(String prefix, boolean behind) {
    byte[] utf8 = prefix.getBytes(StandardCharsets.UTF_8);
    byte[] wanted = behind ? Arrays.copyOf(utf8, utf8.length + 1) : utf8;
    if (behind) {
      wanted[utf8.length] = BEHIND_UTF8;
    }
    return layout.vocabulary.before(wanted) + 1;
  }

  String word(int number) {
    return layout.vocabulary.get(number - 1);
  }

  /// The word `depth` words behind the start of a suffix; 0 at the end of its row.
  int wordAt(int suffix, int depth) {
    return layout.tokens.get((long) layout.suffixes.get(suffix) + depth);
  }

  /// How the word `depth` words behind the start of a suffix is written there.
  int surfaceAt(int suffix, int depth) {
    long token = (long) layout.suffixes.get(suffix) + depth;
    return layout.firstSurface.get(layout.tokens.get(token) - 1L) + layout.variant(token);
  }

  /// @param word the number of the word that it is a surface of
  String surface(int word, int number) {
    int code = layout.uint8(layout.surfaceCodes, number);
    if (code == SurfaceCode.TEXT) {
      return layout.surfaceTexts.get(layout.textSurfaces.find(layout.surfaceTexts.count(), number));
    }
    return SurfaceCode.surface(word(word), code);
  }

  /// The first suffix that begins with a word, or with a later one.
  int firstSuffix(int word) {
    return layout.firstSuffix.get(word - 1L);
  }

  /// Of the suffixes from `low` to before `high`, which agree in `depth` words, the first whose
  /// next word is `word` or a later one.
  int firstWith(int word, int low, int high, int depth) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (wordAt(middle, depth) < word) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// Of the suffixes from `low` to before `high`, the first that comes not before some words.
  ///
  /// @param after whether those that begin with these words come before them
  int firstFrom(int[] words, int count, int low, int high, boolean after) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = compare(middle, words, count);
      if (order < 0 || (order == 0 && after)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// How the first words of a suffix compare to these; 0 if it begins with them.
  private int compare(int suffix, int[] words, int count) {
    long token = layout.suffixes.get(suffix);
    for (int i = 0; i < count; i++) {
      int word = layout.tokens.get(token + i);
      if (word != words[i]) {
        // Behind the end of a row, which no word equals, nothing is looked at.
        return Integer.compare(word, words[i]);
      }
    }
    return 0;
  }

  /// Number of the member in whose rows a suffix lies.
  int memberOf(int suffix) {
    int token = layout.suffixes.get(suffix);
    int found = Arrays.binarySearch(memberFirstToken, token);
    return found >= 0 ? found : -found - 2;
  }

  Occurrence occurrence(int suffix) {
    int token = layout.suffixes.get(suffix);
    int row = rowOf(token);
    long record = layout.records + (long) row * SegmentLayout.RECORD_BYTES;
    return new Occurrence(
        members.get(memberOf(suffix)), recordAt(record), token - rowFirstToken(row));
  }

  private RecordId recordAt(long offset) {
    return new RecordId(hex(layout.bytes(), offset, SegmentLayout.RECORD_BYTES));
  }

  /// The last row that begins at or before a word.
  private int rowOf(int token) {
    int low = 0;
    int high = layout.rowCount - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (rowFirstToken(middle) <= token) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int rowFirstToken(int row) {
    return layout.rowFirstToken.get(row);
  }

  /// Sizes only: the words are members'.
  @Override
  public String toString() {
    return "Segment[%d members, %d rows, %d words]".formatted(members.size(), rows(), words());
  }
}
