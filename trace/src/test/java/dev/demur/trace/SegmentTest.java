package dev.demur.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.CorpusRow;
import dev.demur.model.Purpose;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theBytesDependOnTheRowsAlone(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = Corpora.random(random);
    List<CorpusRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.add(otherPurpose(Corpora.row("m99", 9_999, "not for content generation")));
    shuffled.add(Corpora.row("m98", 9_998, "  \n"));

    Segment.write(folder.resolve("one"), rows);
    Segment.write(folder.resolve("two"), shuffled);

    assertThat(folder.resolve("two")).hasSameBinaryContentAs(folder.resolve("one"));
    assertThat(Segment.isCurrent(folder.resolve("one"), shuffled)).isTrue();
  }

  private static CorpusRow otherPurpose(CorpusRow row) {
    return new CorpusRow(
        row.member(),
        row.record(),
        Purpose.OTHER_ML,
        row.category(),
        row.createdAt(),
        row.text(),
        row.fields());
  }

  @Test
  void nothingOfAMemberWhoLeftRemains() throws IOException {
    CorpusRow stays = Corpora.row("stays", 1, "we meet on Mondays");
    CorpusRow leaves = Corpora.row("leaves", 2, "we meet on xylophones");
    Path file = folder.resolve("s0-j0.trace");

    Segment.write(file, List.of(stays, leaves));
    assertThat(latin(file)).contains("xylophones", "leaves");
    assertThat(Segment.isCurrent(file, List.of(stays))).isFalse();
    Segment.write(file, List.of(stays));

    assertThat(latin(file)).doesNotContain("xylophones", "leaves").contains("ondays", "stays");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  private static String latin(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aSegmentWithoutRowsIsASegment() throws IOException {
    Segment.write(folder.resolve("empty"), List.of());
    Segment segment = Segment.open(folder.resolve("empty"));

    assertThat(segment).hasToString("Segment[0 members, 0 rows, 0 words]");
    assertThat(segment.inputDigest()).isEqualTo(Segment.inputDigest(List.of()));
  }

  @Test
  void textsWithoutWordsAndThousandsOfSpellingsAreHeld() throws IOException {
    List<CorpusRow> rows = new ArrayList<>();
    rows.add(Corpora.row("a", 0, "!!! ... 😀"));
    for (int i = 0; i < 1_024; i++) {
      rows.add(Corpora.row("b", i + 1, spelling("longerword", i) + " next"));
    }
    TraceIndex index = Corpora.index(folder, rows);

    assertThat(index.support(List.of("longerword", "next"), 10)).isEqualTo(1);
    assertThat(index.occurrences(List.of("longerword"), 5_000)).hasSize(1_024);
    assertThat(index.continuations(List.of("longerword"), 1, 3)).hasSize(1);
  }

  private static String spelling(String word, int bits) {
    StringBuilder spelled = new StringBuilder(word);
    IntStream.range(0, word.length())
        .filter(i -> (bits >> i & 1) == 1)
        .forEach(i -> spelled.setCharAt(i, Character.toUpperCase(word.charAt(i))));
    return spelled.toString();
  }

  @Test
  void aFileThatIsNoSegmentIsRefused() throws IOException {
    Path file = folder.resolve("s0-j0.trace");
    Files.writeString(file, "something else, long enough to have a header".repeat(10));

    assertThatThrownBy(() -> Segment.open(file))
        .isInstanceOf(SegmentException.class)
        .hasMessage(
            file + ": is no trace segment; delete it and run `demur train`, which builds it again");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> Segment.open(file)).hasMessageContaining("is no trace segment");
    assertThat(Segment.isCurrent(file, List.of())).isFalse();
    assertThat(Segment.isCurrent(folder.resolve("absent"), List.of())).isFalse();
  }

  @Test
  void anyFlippedOrMissingByteIsSeen() throws IOException {
    Path file = folder.resolve("s0-j0.trace");
    Segment.write(file, List.of(Corpora.row("a", 1, "one two three")));
    byte[] whole = Files.readAllBytes(file);

    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertThatThrownBy(() -> Segment.open(file)).isInstanceOf(SegmentException.class);
    }
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> Segment.open(file)).hasMessageContaining("its digest does not hold");
  }

  @Test
  void aNewerVersionIsNamed() throws IOException {
    Path file = folder.resolve("s0-j0.trace");
    Segment.write(file, List.of());
    byte[] newer = Files.readAllBytes(file);
    newer[8] = 3;
    Files.write(file, newer);

    assertThatThrownBy(() -> Segment.open(file))
        .hasMessageContaining("is of version 3, this build knows 2");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyWordIsReadBackAsItWasWritten(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> ways =
        List.of("don't ", "DON'T ", "Zoë ", "zoe,", "Data ", "DATA. ", "1,000 ", "(data) ", "x!?");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      boolean rare = random.nextInt(4) == 0;
      text.append(rare ? "way" + "!".repeat(random.nextInt(3)) : ways.get(random.nextInt(9)));
      text.append(rare ? "-" + (char) ('a' + random.nextInt(26)) + " " : "");
    }
    Path file = folder.resolve("s0-j0.trace");
    Segment.write(file, List.of(Corpora.row("a", 1, text.toString())));
    Segment segment = Segment.open(file);
    Words words = Words.of(text.toString());

    assertThat(segment.words()).isEqualTo(words.size());
    for (int suffix = 0; suffix < segment.words(); suffix++) {
      int word = segment.occurrence(suffix).word();
      int number = segment.wordAt(suffix, 0);
      assertThat(segment.word(number)).isEqualTo(words.list().get(word));
      assertThat(segment.wordNumber(segment.word(number))).isEqualTo(number);
      assertThat(segment.surface(number, segment.surfaceAt(suffix, 0)))
          .isEqualTo(words.surface(word));
    }
  }

  @Test
  void surfacesBeyondTheRoomForThemReadAsTheFoldedWord() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      String glue = "" + (char) ('!' + i % 15) + (char) ('‐' + i / 15 % 8) + (char) ('†' + i / 120);
      text.append("word").append(glue).append(' ');
    }
    Path file = folder.resolve("s0-j0.trace");
    Segment.write(file, List.of(Corpora.row("a", 1, text.toString())));
    Segment segment = Segment.open(file);
    Words words = Words.of(text.toString());

    int folded = 0;
    int number = segment.wordNumber("word");
    for (int suffix = 0; suffix < segment.words(); suffix++) {
      if (segment.wordAt(suffix, 0) != number) {
        continue;
      }
      String surface = segment.surface(number, segment.surfaceAt(suffix, 0));
      String written = words.surface(segment.occurrence(suffix).word());
      folded += surface.equals(written) ? 0 : 1;
      assertThat(surface).isIn(written, "word ");
    }
    assertThat(folded).isPositive();
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {0, 1, 15, 16, 17, 500})
  void wordsAreFoundAmongThoseBesideThem(int count) {
    List<String> words =
        IntStream.range(0, count)
            .mapToObj(i -> "wo" + Integer.toString(i * 7919 % 4001, 36) + (i % 5 == 0 ? "é" : ""))
            .distinct()
            .sorted((one, other) ->
                Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
            .toList();
    FrontCoded coded = coded(SegmentSink.utf8(words));

    for (int i = 0; i < words.size(); i++) {
      assertThat(coded.get(i)).isEqualTo(words.get(i));
      assertThat(coded.find(words.get(i))).isEqualTo(i);
      assertThat(coded.find(words.get(i) + "0")).isEqualTo(words.indexOf(words.get(i) + "0"));
    }
    assertThat(coded.find("")).isEqualTo(-1);
    assertThat(coded.find("zzz")).isEqualTo(-1);
  }

  private static FrontCoded coded(List<byte[]> words) {
    FrontCoding coding = new FrontCoding(words);
    ByteBuffer blocks =
        ByteBuffer.allocate((coding.blocks().length + 2) * Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(coding.blocks()).forEach(blocks::putInt);
    byte[] all = Arrays.copyOf(blocks.array(), blocks.capacity() + coding.bytes().length);
    System.arraycopy(coding.bytes(), 0, all, blocks.capacity(), coding.bytes().length);
    MemorySegment bytes = MemorySegment.ofArray(all);
    return new FrontCoded(bytes, new Packed(bytes, 0, 32), blocks.capacity(), words.size());
  }
}
