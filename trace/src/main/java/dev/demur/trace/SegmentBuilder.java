package dev.demur.trace;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Makes the file of one segment from rows of the corpus. The bytes are a function of the rows
/// alone: neither their order nor anything outside them matters.
final class SegmentBuilder {
  /// Ways of writing one word that are told apart; all others count as the folded word.
  static final int MAX_VARIANTS = 255;

  private static final Comparator<CorpusRow> ORDER =
      Comparator.comparing(CorpusRow::member)
          .thenComparing(CorpusRow::record)
          .thenComparing(CorpusRow::text);

  private final List<CorpusRow> rows;
  private final List<Words> texts = new ArrayList<>();
  private final List<MemberId> members = new ArrayList<>();
  private final Ints memberFirstRow = new Ints();
  private final Ints rowFirstToken = new Ints();
  private final Map<String, Map<String, Integer>> variantCounts = new HashMap<>();
  private final List<byte[]> vocabulary;
  private final List<byte[]> surfaces = new ArrayList<>();
  private final Ints firstSurface = new Ints();
  private final int[] tokens;
  private final int[] variants;

  SegmentBuilder(List<CorpusRow> allRows) {
    rows = indexed(allRows);
    for (CorpusRow row : rows) {
      Words words = Words.of(row.text());
      if (members.isEmpty() || !members.getLast().equals(row.member())) {
        members.add(row.member());
        memberFirstRow.add(texts.size());
      }
      texts.add(words);
      for (int i = 0; i < words.size(); i++) {
        variantCounts
            .computeIfAbsent(words.list().get(i), word -> new HashMap<>())
            .merge(words.surface(i), 1, Integer::sum);
      }
    }
    memberFirstRow.add(texts.size());
    int count = texts.stream().mapToInt(words -> words.size() + 1).reduce(0, Math::addExact);
    tokens = new int[count];
    variants = new int[count];
    vocabulary =
        variantCounts.keySet().stream()
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .sorted(Arrays::compareUnsigned)
            .toList();
    number();
  }

  /// The rows that a segment holds, in its order: those that content generation may learn from.
  private static List<CorpusRow> indexed(List<CorpusRow> rows) {
    return rows.stream()
        .filter(row -> row.purpose() == Purpose.CONTENT_GENERATION && !row.text().isBlank())
        .sorted(ORDER)
        .toList();
  }

  /// Digest of the rows a segment of these rows would hold: 32 bytes.
  static byte[] digest(List<CorpusRow> rows) {
    MessageDigest digest = Sha256.digest();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, SegmentLayout.VERSION));
    for (CorpusRow row : indexed(rows)) {
      update(digest, row.member().value());
      update(digest, row.record().value());
      update(digest, row.text());
    }
    return digest.digest();
  }

  private static void update(MessageDigest digest, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, utf8.length));
    digest.update(utf8);
  }

  /// Numbers words by their order, ways of writing by how often they occur; 0 ends a row.
  private void number() {
    Map<String, Map<String, Integer>> variantNumbers = new HashMap<>();
    Map<String, Integer> wordNumbers = new HashMap<>();
    for (byte[] utf8 : vocabulary) {
      String word = new String(utf8, StandardCharsets.UTF_8);
      wordNumbers.put(word, wordNumbers.size() + 1);
      firstSurface.add(surfaces.size());
      variantNumbers.put(word, numberVariants(word));
    }
    firstSurface.add(surfaces.size());
    int at = 0;
    for (Words words : texts) {
      rowFirstToken.add(at);
      for (int i = 0; i < words.size(); i++) {
        String word = words.list().get(i);
        Map<String, Integer> numbers = Objects.requireNonNull(variantNumbers.get(word));
        tokens[at] = Objects.requireNonNull(wordNumbers.get(word));
        variants[at++] = numbers.getOrDefault(words.surface(i), numbers.size());
      }
      at++;
    }
    rowFirstToken.add(at);
  }

  private Map<String, Integer> numberVariants(String word) {
    Map<String, Integer> counts = new TreeMap<>(variantCounts.getOrDefault(word, Map.of()));
    List<String> kept =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MAX_VARIANTS)
            .map(Map.Entry::getKey)
            .toList();
    surfaces.addAll(SegmentSink.utf8(kept));
    if (kept.size() < counts.size()) {
      surfaces.addAll(SegmentSink.utf8(List.of(word + " ")));
    }
    Map<String, Integer> numbers = new HashMap<>();
    kept.forEach(surface -> numbers.put(surface, numbers.size()));
    return numbers;
  }

  void write(Path target) throws IOException {
    AtomicFile.write(target, this::writeTo);
  }

  private void writeTo(WritableByteChannel channel) throws IOException {
    SegmentSink sink = new SegmentSink(channel);
    int[] suffixes = suffixes();
    int widestVariant = Arrays.stream(variants).max().orElse(0);
    sink.bytes(SegmentLayout.MAGIC);
    sink.int32(SegmentLayout.VERSION);
    sink.int32(widestVariant);
    sink.bytes(digest(rows));
    sink.ints(
        new int[] {
          members.size(), rows.size(), vocabulary.size(), surfaces.size(), tokens.length, 0
        });
    sink.strings(SegmentSink.utf8(members.stream().map(MemberId::value).toList()));
    sink.strings(vocabulary);
    sink.strings(surfaces);
    sink.ints(firstSurface.toArray());
    sink.ints(memberFirstRow.toArray());
    for (CorpusRow row : rows) {
      sink.bytes(HexFormat.of().parseHex(row.record().value()));
    }
    sink.ints(rowFirstToken.toArray());
    sink.packed(tokens.length, Packed.widthFor(vocabulary.size()), i -> tokens[i]);
    sink.packed(tokens.length, Packed.widthFor(widestVariant), i -> variants[i]);
    sink.packed(suffixes.length, Packed.widthFor(tokens.length), i -> suffixes[i]);
    sink.finish();
  }

  /// The sorted suffixes, without those that begin at the end of a row: these come first.
  private int[] suffixes() {
    int[] all = SuffixArray.of(tokens, vocabulary.size());
    return Arrays.copyOfRange(all, rows.size(), all.length);
  }
}
