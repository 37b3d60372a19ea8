package dev.demur.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.testsupport.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NearDuplicatesTest {
  private static final int TEXTS = 2000;
  private static final int WORDS = 100;
  private static final int VOCABULARY = 3000;

  static LongStream seeds() {
    return Seeds.upTo(5);
  }

  private static List<String> words(SplittableRandom random, int many) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      // Few words are common, as in real text.
      double u = random.nextDouble();
      words.add("word" + (int) (VOCABULARY * u * u * u));
    }
    return words;
  }

  private static String changed(List<String> words, double share, SplittableRandom random) {
    return words.stream()
        .map(w -> random.nextDouble() < share ? "other" + random.nextInt(VOCABULARY) : w)
        .collect(Collectors.joining(" "));
  }

  /// The shares of words changed, and the least recall that is good enough.
  @ParameterizedTest(name = "{0} of the words changed: recall at least {1}")
  @CsvSource({"0.00, 1.00", "0.01, 0.99", "0.02, 0.98", "0.04, 0.85", "0.08, 0.40"})
  void textsWithSomeWordsChangedAreFound(double share, double least) {
    SplittableRandom random = new SplittableRandom(42);
    int found = 0;
    for (int i = 0; i < TEXTS; i++) {
      NearDuplicates seen = new NearDuplicates();
      List<String> words = words(random, WORDS);
      seen.isNew(String.join(" ", words));
      found += seen.isNew(changed(words, share, random)) ? 0 : 1;
    }
    assertThat((double) found / TEXTS).isGreaterThanOrEqualTo(least);
  }

  @Test
  void textsOfOthersAreNotTakenForDuplicates() {
    SplittableRandom random = new SplittableRandom(43);
    NearDuplicates seen = new NearDuplicates();
    int dropped = 0;
    for (int i = 0; i < 5 * TEXTS; i++) {
      dropped += seen.isNew(String.join(" ", words(random, WORDS))) ? 0 : 1;
    }
    assertThat((double) dropped / (5 * TEXTS)).isLessThan(0.005);
  }

  @Test
  void caseSpacingAndPunctuationDoNotMakeATextAnother() {
    NearDuplicates seen = new NearDuplicates();
    assertThat(seen.isNew("We measured twice, and then we cut once: it fits.")).isTrue();
    assertThat(seen.isNew("we measured  TWICE and then\nwe cut once — it fits")).isFalse();
  }

  @Test
  void shortTextsAreNeverDuplicates() {
    NearDuplicates seen = new NearDuplicates();
    assertThat(seen.isNew("Software engineer at a bank in Leeds")).isTrue();
    assertThat(seen.isNew("Software engineer at a bank in Leeds")).isTrue();
    assertThat(seen.isNew("")).isTrue();
  }

  /// Chains in which each text is like the one before and unlike the one before that.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatATextSuppressedComesBackWhenItGoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> chain = new ArrayList<>();
    List<String> words = new ArrayList<>(words(random, 40));
    for (int link = 0; link < 20; link++) {
      chain.add(String.join(" ", words));
      words.subList(0, 12).clear();
      words.addAll(words(random, 12));
    }
    List<String> all = kept(chain);
    assertThat(all.size()).isBetween(2, 19);
    for (int gone = 0; gone < chain.size(); gone++) {
      List<String> without = new ArrayList<>(chain);
      without.remove(gone);
      List<String> before = kept(chain.subList(0, gone));
      assertThat(kept(without).subList(0, before.size())).isEqualTo(before);
      if (all.contains(chain.get(gone)) && gone + 1 < chain.size()) {
        assertThat(kept(without)).contains(chain.get(gone + 1));
      }
    }
  }

  private static List<String> kept(List<String> texts) {
    NearDuplicates seen = new NearDuplicates();
    return texts.stream().filter(seen::isNew).toList();
  }
}
