package dev.demur.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceViewTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spansAreThoseFoundByReadingEverything(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = Corpora.random(random);
    Set<MemberId> ignored = random.nextBoolean() ? Corpora.members("m0", "m2") : Set.of();
    TraceIndex index = Corpora.index(folder, rows, 1 + random.nextInt(3));
    index.tombstone(ignored);
    var expected = new BruteForce(rows, ignored);

    for (int i = 0; i < 10; i++) {
      String text = Corpora.text(random, 15);
      int minWords = 1 + random.nextInt(4);
      assertThat(index.spans(text, minWords).stream().map(TraceViewTest::place))
          .isEqualTo(expected.spans(Words.of(text).list(), minWords));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void sharedSpansAreThoseThatEnoughMembersWrote(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = Corpora.random(random);
    TraceIndex index = Corpora.index(folder, rows, 1 + random.nextInt(3));
    index.tombstone(Corpora.members("m1"));
    var expected = new BruteForce(rows, Corpora.members("m1"));

    for (int i = 0; i < 10; i++) {
      String text = Corpora.text(random, 15);
      int minWords = 1 + random.nextInt(3);
      int k = 1 + random.nextInt(3);
      assertThat(index.view().spans(text, minWords, k).stream().map(TraceViewTest::place))
          .isEqualTo(expected.spans(Words.of(text).list(), minWords, k));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMembersOwnSpansAreThoseThatTheMemberWrote(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = Corpora.random(random);
    TraceIndex index = Corpora.index(folder, rows, 1 + random.nextInt(3));
    index.tombstone(Corpora.members("m0"));
    String text = Corpora.text(random, 25);

    for (String member : List.of("m0", "m1", "m2", "nobody")) {
      List<CorpusRow> own =
          rows.stream()
              .filter(row -> row.member().value().equals(member) && !member.equals("m0"))
              .toList();
      assertThat(
              index.view().only(new MemberId(member)).spans(text, 2).stream()
                  .map(TraceViewTest::place))
          .isEqualTo(new BruteForce(own, Set.of()).spans(Words.of(text).list(), 2));
    }
  }

  private static List<Integer> place(Span span) {
    return List.of(span.firstWord(), span.firstWord() + span.words().size());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void supportAndPlacesAreThoseFoundByReadingEverything(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = Corpora.random(random);
    TraceIndex index = Corpora.index(folder, rows, 1 + random.nextInt(3));
    index.tombstone(Corpora.members("m1"));
    var expected = new BruteForce(rows, Corpora.members("m1", "m3"));
    TraceView view = index.view().without(new MemberId("m3"));

    for (int i = 0; i < 30; i++) {
      List<String> words = Words.of("a " + Corpora.text(random, 3)).list();
      int members = expected.supporters(words).size();
      assertThat(view.support(words, 100)).isEqualTo(members);
      assertThat(view.support(words, 2)).isEqualTo(Math.min(2, members));
      assertThat(view.occurrences(words, 1_000))
          .containsExactlyInAnyOrderElementsOf(expected.occurrences(words));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void continuationsAreThoseThatEnoughMembersWrite(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = Corpora.random(random);
    TraceIndex index = Corpora.index(folder, rows, 2);
    index.tombstone(Corpora.members("m1"));
    var expected = new BruteForce(rows, Corpora.members("m1"));

    for (int i = 0; i < 10; i++) {
      List<String> words = Words.of("the " + Corpora.text(random, 3)).list();
      int k = 1 + random.nextInt(3);
      Map<String, Integer> found = new TreeMap<>();
      index.continuations(words, k, 100).forEach(next -> found.put(next.word(), next.members()));
      assertThat(found).isEqualTo(longestFirst(expected, words, k));
    }
  }

  private static Map<String, Integer> longestFirst(BruteForce expected, List<String> words, int k) {
    Map<String, Integer> found = new TreeMap<>();
    for (int from = 0; from < words.size(); from++) {
      expected.next(words.subList(from, words.size()), k).forEach(found::putIfAbsent);
    }
    return found;
  }

  @Test
  void aMemberWhoWritesItAThousandTimesCountsOnce() throws IOException {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rows.add(Corpora.row("m1", i, "nobody else ever wrote this"));
    }
    rows.add(Corpora.row("m2", 1_000, "nobody else"));
    TraceIndex index = Corpora.index(folder, rows);

    assertThat(index.support(Words.of("ever wrote this").list(), 10)).isEqualTo(1);
    assertThat(index.support(Words.of("nobody else").list(), 10)).isEqualTo(2);
    assertThat(index.continuations(List.of("nobody"), 2, 5))
        .containsExactly(new Continuation("else", "else ", 2, 1));
    assertThat(index.continuations(List.of("else"), 2, 5)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void stretchesBehindAPlaceAreThoseOfTheWholeThatEndThere(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    TraceIndex index = Corpora.index(folder, Corpora.random(random), 3);
    index.tombstone(Corpora.members("m1"));

    for (int i = 0; i < 40; i++) {
      String text = Corpora.text(random, 30);
      int place = random.nextInt(text.length() + 1);
      int minWords = 1 + random.nextInt(3);
      assertThat(index.view().spansBehind(text, place, minWords))
          .isEqualTo(
              index.spans(text, minWords).stream().filter(span -> span.end() > place).toList());
    }
  }

  @Test
  void theTenthMemberMakesTheDifference() throws IOException {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(Corpora.row("m" + i, i, "I look forward to working with you."));
    }
    TraceIndex index = Corpora.index(folder, rows, 3);
    List<String> words = Words.of("looking: I LOOK forward to").list().subList(1, 5);

    assertThat(index.support(words, 10)).isEqualTo(10);
    assertThat(index.continuations(words, 10, 5))
        .containsExactly(new Continuation("working", "working ", 10, 4));

    index.tombstone(Corpora.members("m7"));

    assertThat(index.support(words, 10)).isEqualTo(9);
    assertThat(index.continuations(words, 10, 5)).isEmpty();
  }

  @Test
  void wordsAreContinuedAsMostMembersWriteThem() throws IOException {
    List<CorpusRow> rows =
        List.of(
            Corpora.row("a", 1, "we use Java, mostly"),
            Corpora.row("b", 2, "we use Java, sometimes"),
            Corpora.row("c", 3, "we use java"),
            Corpora.row("d", 4, "we use [COMPANY_1]"),
            Corpora.row("e", 5, "we use [COMPANY_2]"));
    TraceIndex index = Corpora.index(folder, rows);

    assertThat(index.continuations(List.of("we", "use"), 2, 5))
        .containsExactly(new Continuation("java", "Java, ", 3, 2));
    assertThat(index.continuations(List.of("we", "use"), 3, 5))
        .containsExactly(new Continuation("java", "java ", 3, 2));
  }

  @Test
  void aMatchNeverRunsFromOneRecordIntoTheNext() throws IOException {
    TraceIndex index =
        Corpora.index(
            folder, List.of(Corpora.row("a", 1, "one two"), Corpora.row("a", 2, "three four")));

    assertThat(index.spans("one two three four", 1))
        .extracting(Span::words)
        .containsExactly(List.of("one", "two"), List.of("three", "four"));
    assertThat(index.continuations(List.of("two"), 1, 5)).isEmpty();
  }

  @Test
  void nothingIsFoundInAnEmptyIndexOrForNoWords() throws IOException {
    var empty = new TraceIndex();
    TraceIndex some = Corpora.index(folder, List.of(Corpora.row("a", 1, "one two")));

    assertThat(empty.spans("one two", 1)).isEmpty();
    assertThat(empty.support(List.of("one"), 1)).isZero();
    assertThat(some.spans("", 1)).isEmpty();
    assertThat(some.support(List.of(), 1)).isZero();
    assertThat(some.occurrences(List.of(), 1)).isEmpty();
    assertThat(some.continuations(List.of(), 1, 1)).isEmpty();
    assertThatThrownBy(() -> some.spans("one", 0)).hasMessage("minWords must be at least 1, got 0");
    assertThatThrownBy(() -> some.support(List.of("one"), 0))
        .hasMessage("limit must be at least 1, got 0");
    assertThatThrownBy(() -> some.continuations(List.of("one"), 0, 1))
        .hasMessage("k must be at least 1, got 0");
  }

  @Test
  void aRequestSeesOneCorpusWhileSegmentsAreReplaced() throws IOException {
    TraceIndex index = Corpora.index(folder, List.of(Corpora.row("a", 1, "one two")));
    TraceView before = index.view();

    index.tombstone(Corpora.members("a"));
    assertThat(index.support(List.of("one"), 1)).isZero();
    index.publish(List.of(), Set.of());

    assertThat(before.support(List.of("one"), 1)).isEqualTo(1);
    assertThat(index.segments()).isEmpty();
  }

  @Test
  void aMemberInTwoSegmentsIsRefused() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Segment.write(first, List.of(Corpora.row("a", 1, "one")));
    Segment.write(second, List.of(Corpora.row("a", 2, "two")));

    assertThatThrownBy(() -> TraceIndex.open(List.of(first, second)))
        .hasMessage("the rows of one member lie in two segments; each member belongs to one slice");
  }
}
