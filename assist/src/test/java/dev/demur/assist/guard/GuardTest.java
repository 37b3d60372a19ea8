package dev.demur.assist.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Profiles;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.testsupport.Seeds;
import dev.demur.trace.TraceIndex;
import dev.demur.trace.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static final String SECRET = "my grandmother taught me to weld in her shed";
  private static final String COMMON = "we are looking for people who like to learn";

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(40);
  }

  private Guard guard(Profiles asker, List<CorpusRow> rows) throws IOException {
    return Guard.of(Profiles.index(folder, rows).view(), asker.profile());
  }

  private static List<Refusal> refusals(List<Finding> findings) {
    return findings.stream().map(Finding::refusal).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My grandmother taught me to weld",
        "as MY   grandmother, taught: me - to weld",
        "mу grаndmоther tаught me tо weld",
        "my grand\u00ADmother taught me to we\u200Bld in a barn",
        "ｍｙ ｇｒａｎｄｍｏｔｈｅｒ ｔａｕｇｈｔ ｍｅ ｔｏ ｗｅｌｄ"
      })
  void sixWordsOfOneMemberAreHeldBackHoweverTheyAreWritten(String text) throws IOException {
    Guard guard = guard(Profiles.ada(), Profiles.posts(1, SECRET));

    List<Finding> findings = guard.check(text);

    assertThat(refusals(findings)).contains(Refusal.UNSUPPORTED_SPAN);
    assertThat(findings.getFirst().members()).isEqualTo(1);
  }

  @Test
  void fiveWordsAreNobodys() throws IOException {
    Guard guard = guard(Profiles.ada(), Profiles.posts(1, SECRET));

    assertThat(guard.check("my grandmother taught me to dance in her shed")).isEmpty();
  }

  @Test
  void theTenthMemberMakesTheDifference() throws IOException {
    Guard nine = guard(Profiles.ada(), Profiles.posts(9, COMMON));
    Guard ten = guard(Profiles.ada(), Profiles.posts(10, COMMON));

    assertThat(refusals(nine.check(COMMON))).containsExactly(Refusal.UNSUPPORTED_SPAN);
    assertThat(ten.check(COMMON)).isEmpty();
    assertThat(ten.explain(COMMON, 0, 6)).containsExactly(new Traced(0, COMMON.length(), 9, 10));
  }

  @Test
  void aMemberIsShownTheirOwnWordsButIsNotOneOfTheTen() throws IOException {
    Profiles asker = Profiles.of("m1").with(Category.CONTENT_POST, Map.of(Fields.TEXT, SECRET));

    assertThat(guard(asker, Profiles.posts(3, SECRET)).check(SECRET)).isEmpty();
    assertThat(refusals(guard(Profiles.of("m1"), Profiles.posts(10, COMMON)).check(COMMON)))
        .containsExactly(Refusal.UNSUPPORTED_SPAN);
  }

  @Test
  void wordsThatAreTypedCountButAreNotJudged() throws IOException {
    Guard guard = guard(Profiles.ada(), Profiles.posts(1, SECRET));

    assertThat(guard.check(SECRET + ". Well,", " that is all")).isEmpty();
    assertThat(refusals(guard.check("my grandmother taught me to", " weld")))
        .containsExactly(Refusal.UNSUPPORTED_SPAN);
    assertThat(refusals(guard.check("my grandmother taught me to we", "ld")))
        .containsExactly(Refusal.UNSUPPORTED_SPAN);
    assertThat(guard.allowsLast(Words.of("my grandmother taught me to weld").list())).isFalse();
    assertThat(guard.allowsLast(Words.of("my grandmother taught me to").list())).isTrue();
  }

  @Test
  void aLongerStretchOfFewIsSeenBehindAStretchOfMany() throws IOException {
    List<CorpusRow> rows = new ArrayList<>(Profiles.posts(10, COMMON));
    rows.addAll(Profiles.posts(1, COMMON + " how bees dance"));
    Guard guard = guard(Profiles.ada(), rows);

    assertThat(guard.allowsLast(Words.of(COMMON).list())).isTrue();
    assertThat(guard.allowsLast(Words.of(COMMON + " how").list())).isFalse();
    assertThat(refusals(guard.check(COMMON + " how"))).containsExactly(Refusal.UNSUPPORTED_SPAN);
  }

  @Test
  void rareNumbersNamesAddressesAndPlaceholdersAreHeldBack() throws IOException {
    Guard guard = guard(Profiles.ada(), Profiles.posts(10, "we met in 2019 at Globex"));

    assertThat(guard.check("I joined Harbour Bank in 2020 and met Globex in 2019")).isEmpty();
    assertThat(refusals(guard.check("call 555 2019 now"))).containsExactly(Refusal.RARE_NUMBER);
    assertThat(refusals(guard.check("we hired Maria Lopez"))).containsExactly(Refusal.RARE_NAME);
    assertThat(refusals(guard.check("Maria Lopez said so"))).containsExactly(Refusal.RARE_NAME);
    assertThat(refusals(guard.check("ask [PERSON_1] or"))).containsExactly(Refusal.PLACEHOLDER);
    assertThat(refusals(guard.check("write to x@y.test"))).containsExactly(Refusal.ADDRESS);
    assertThat(refusals(guard.check("see example.com/jobs or www.foo")))
        .containsExactly(Refusal.ADDRESS, Refusal.ADDRESS);
    assertThat(guard.allowsLast(List.of("call", "555"))).isFalse();
    assertThat(guard.allowsLast(List.of("in", "2019"))).isTrue();
    assertThat(guard.allowsLast(List.of("ask", "[person]"))).isFalse();
    assertThat(guard.allowsLast(List.of())).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenWordByWordNeverHoldsAnUnsupportedStretch(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = randomRows(random);
    TraceIndex index = Profiles.index(folder, rows);
    Guard guard = Guard.of(index.view(), Profiles.ada().profile());
    List<String> text = new ArrayList<>();

    for (int i = 0; i < 120; i++) {
      text.add(String.valueOf((char) ('a' + random.nextInt(3))));
      if (!guard.allowsLast(text)) {
        text.removeLast();
      }
    }

    String written = String.join(" ", text);
    assertThat(guard.check(written)).isEmpty();
    for (int from = 0; from + 6 <= text.size(); from++) {
      for (int to = from + 6; to <= text.size(); to++) {
        assertThat(supporters(rows, text.subList(from, to)))
            .matches(members -> members == 0 || members >= 10);
      }
    }
  }

  private static List<CorpusRow> randomRows(SplittableRandom random) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(25, 0, 3).forEach(word -> text.append((char) ('a' + word)).append(' '));
      rows.add(Profiles.row("m" + i / 2, i, Category.CONTENT_POST, text.toString()));
    }
    return rows;
  }

  private static long supporters(List<CorpusRow> rows, List<String> words) {
    String phrase = " " + String.join(" ", words) + " ";
    return rows.stream()
        .filter(row -> (" " + row.text()).contains(phrase))
        .map(CorpusRow::member)
        .distinct()
        .count();
  }

  @Test
  void aNameAtTheBeginningOfASentenceIsAllowedOnlyWhereTenWriteIt() throws IOException {
    String text = "I like it. Zorblatt helped. Teams help. And so on.";
    Words words = Words.of(text);
    List<CorpusRow> rows = new ArrayList<>(Profiles.posts(9, "zorblatt"));
    rows.addAll(Profiles.posts(10, "teams"));

    assertThat(guard(Profiles.ada(), rows).allowsOpenings(text, words, 0)).isFalse();
    rows.addAll(Profiles.posts(10, "zorblatt"));
    assertThat(guard(Profiles.ada(), rows).allowsOpenings(text, words, 0)).isTrue();
    assertThat(guard(Profiles.ada(), rows).knowsOpenings(text, words, 0)).isFalse();
    assertThat(guard(Profiles.ada(), rows).knowsOpenings(text, words, text.indexOf("And")))
        .isTrue();
  }
}
