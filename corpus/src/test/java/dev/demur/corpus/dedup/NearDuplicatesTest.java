package dev.demur.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NearDuplicatesTest {
  private static final int TEXTS = 2000;
  private static final int WORDS = 100;
  private static final int VOCABULARY = 3000;

  @TempDir Path folder;

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
      List<String> words = words(random, WORDS);
      String other = changed(words, share, random);
      found += 2 - kept(List.of(String.join(" ", words), other)).size();
    }
    assertThat((double) found / TEXTS).isGreaterThanOrEqualTo(least);
  }

  @Test
  void textsOfOthersAreNotTakenForDuplicates() {
    SplittableRandom random = new SplittableRandom(43);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 5 * TEXTS; i++) {
      texts.add(String.join(" ", words(random, WORDS)));
    }
    int dropped = texts.size() - kept(texts).size();
    assertThat((double) dropped / texts.size()).isLessThan(0.005);
  }

  @Test
  void caseSpacingAndPunctuationDoNotMakeATextAnother() {
    String first = "We measured twice, and then we cut once: it fits.";
    assertThat(kept(List.of(first, "we measured  TWICE and then\nwe cut once — it fits")))
        .containsExactly(first);
  }

  @Test
  void shortTextsAreNeverDuplicates() {
    String headline = "Software engineer at a bank in Leeds";
    assertThat(kept(List.of(headline, headline, ""))).containsExactly(headline, headline, "");
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

  /// Against the plainest way to do it, on texts enough for files and tables to be enlarged.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsKeptIsWhatComparingInMemoryKeeps(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      boolean again = i > 0 && random.nextInt(4) > 0;
      List<String> words =
          again
              ? List.of(texts.get(random.nextInt(i)).split(" "))
              : words(random, random.nextInt(5, 2 * WORDS));
      int from = random.nextInt(words.size() / 3 + 1);
      texts.add(changed(words.subList(from, words.size()), random.nextDouble(0.15), random));
    }
    List<String> kept = kept(texts);
    assertThat(kept.size()).isBetween(TEXTS / 4, TEXTS - TEXTS / 8);
    assertThat(kept).isEqualTo(keptInMemory(texts));
  }

  private static List<String> keptInMemory(List<String> texts) {
    Map<Long, List<long[]>> byBand = new HashMap<>();
    List<String> kept = new ArrayList<>();
    for (String text : texts) {
      long[] set = Shingles.of(text, NearDuplicates.LEAST_WORDS);
      long[] bands = set.length == 0 ? new long[0] : NearDuplicates.bands(set);
      boolean old =
          Arrays.stream(bands)
              .boxed()
              .flatMap(band -> byBand.getOrDefault(band, List.of()).stream())
              .anyMatch(other -> Shingles.similarity(other, other.length, set) >= 0.4);
      if (!old) {
        kept.add(text);
        for (long band : bands) {
          byBand.computeIfAbsent(band, k -> new ArrayList<>()).add(set);
        }
      }
    }
    return kept;
  }

  @Test
  void nothingIsLeftOfWhatWasSeen() {
    kept(List.of("We measured twice, and then we cut once: it fits."));
    assertThat(folder).isEmptyDirectory();
  }

  /// So a process that is killed leaves nothing behind either.
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsSeenLiesInNoFileThatHasAName() {
    try (NearDuplicates seen = new NearDuplicates(folder)) {
      assertThat(seen.isNew("We measured twice, and then we cut once: it fits.")).isTrue();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void whereNoFileCanLieTheMessageSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThatThrownBy(() -> new NearDuplicates(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("Cannot keep texts for comparison in " + file);
  }

  private List<String> kept(List<String> texts) {
    try (NearDuplicates seen = new NearDuplicates(folder)) {
      return texts.stream().filter(seen::isNew).toList();
    }
  }
}
