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
import java.util.stream.IntStream;

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
  private final Ints surfaceCodes = new Ints();
  private final Ints textSurfaces = new Ints();
  private final List<byte[]> surfaceTexts = new ArrayList<>();
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
      firstSurface.add(surfaceCodes.size());
      variantNumbers.put(word, numberVariants(word));
    }
    firstSurface.add(surfaceCodes.size());
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
    kept.forEach(surface -> addSurface(word, surface));
    if (kept.size() < counts.size()) {
      addSurface(word, word + " ");
    }
    Map<String, Integer> numbers = new HashMap<>();
    kept.forEach(surface -> numbers.put(surface, numbers.size()));
    return numbers;
  }

  private void addSurface(String word, String surface) {
    int code = SurfaceCode.of(word, surface);
    if (code == SurfaceCode.TEXT) {
      textSurfaces.add(surfaceCodes.size());
      surfaceTexts.add(surface.getBytes(StandardCharsets.UTF_8));
    }
    surfaceCodes.add(code);
  }

  void write(Path target) throws IOException {
    AtomicFile.write(target, this::writeTo);
  }

  private void writeTo(WritableByteChannel channel) throws IOException {
    SegmentSink sink = new SegmentSink(channel);
    FrontCoding words = new FrontCoding(vocabulary);
    int[] rare =
        IntStream.range(0, variants.length)
            .filter(i -> variants[i] >= SegmentLayout.RARE_VARIANT)
            .toArray();
    int widestVariant = Arrays.stream(variants).max().orElse(0);
    sink.bytes(SegmentLayout.MAGIC);
    sink.int32(SegmentLayout.VERSION);
    sink.int32(widestVariant);
    sink.bytes(digest(rows));
    sink.ints(
        new int[] {
          members.size(),
          rows.size(),
          vocabulary.size(),
          surfaceCodes.size(),
          surfaceTexts.size(),
          tokens.length,
          rare.length,
          words.bytes().length
        });
    sink.strings(SegmentSink.utf8(members.stream().map(MemberId::value).toList()));
    sink.frontCoded(words);
    writeSurfaces(sink);
    sink.ints(memberFirstRow.toArray());
    for (CorpusRow row : rows) {
      sink.bytes(HexFormat.of().parseHex(row.record().value()));
    }
    int place = Packed.widthFor(tokens.length);
    sink.packed(rowFirstToken.toArray(), place);
    int[] suffixes = suffixes();
    sink.packed(firstSuffixes(suffixes), place);
    sink.packed(tokens, Packed.widthFor(vocabulary.size()));
    int commonest = SegmentLayout.RARE_VARIANT;
    sink.packed(variants.length, Packed.widthFor(commonest), i -> Math.min(variants[i], commonest));
    sink.packed(rare, place);
    sink.packed(rare.length, Packed.widthFor(widestVariant), i -> variants[rare[i]]);
    sink.packed(suffixes, place);
    sink.finish();
  }

  private void writeSurfaces(SegmentSink sink) throws IOException {
    int[] codes = surfaceCodes.toArray();
    byte[] bytes = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      bytes[i] = (byte) codes[i];
    }
    sink.bytes(bytes);
    sink.pad();
    sink.packed(textSurfaces.toArray(), Packed.widthFor(codes.length));
    sink.strings(surfaceTexts);
    sink.packed(firstSurface.toArray(), Packed.widthFor(codes.length));
  }

  /// Where the suffixes of each word begin, and how many suffixes there are.
  private int[] firstSuffixes(int[] suffixes) {
    int[] first = new int[vocabulary.size() + 1];
    int at = 0;
    for (int word = 1; word <= vocabulary.size(); word++) {
      first[word - 1] = at;
      while (at < suffixes.length && tokens[suffixes[at]] == word) {
        at++;
      }
    }
    first[vocabulary.size()] = at;
    return first;
  }

  /// The sorted suffixes, without those that begin at the end of a row: these come first.
  private int[] suffixes() {
    int[] all = SuffixArray.of(tokens, vocabulary.size());
    return Arrays.copyOfRange(all, rows.size(), all.length);
  }
}
