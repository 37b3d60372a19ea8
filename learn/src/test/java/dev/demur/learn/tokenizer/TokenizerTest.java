package dev.demur.learn.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenizerTest {
  private static final String PUBLIC_TEXT =
      """
      We build tools that people use at work, and we're glad to say what they do.
      The team's work is to build, test and ship; it isn't only to write code.
      Élan, naïve façade: 東京 работа — 1234 jobs, 99.5 % of them remote.
      """;
  private static final Tokenizer OWN = train(400);

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(50);
  }

  private static Tokenizer train(int size) {
    try {
      return TokenizerTraining.train(Stream.of(PUBLIC_TEXT, PUBLIC_TEXT), size);
    } catch (TokenizerException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTextComesBackAsItWas(long seed) {
    String text = randomText(new SplittableRandom(seed));
    assertThat(OWN.decode(OWN.encode(text))).isEqualTo(text);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mergingThroughAHeapEqualsMergingByLookingAtEveryPair(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    TokenizerJson.Contents contents = TokenizerJson.read(saved(OWN));
    byte[] word = new byte[1 + random.nextInt(60)];
    byte[] letters = "buildtestwork e".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < word.length; i++) {
      word[i] = letters[random.nextInt(letters.length)];
    }
    assertThat(WordEncoder.encode(contents.vocabulary(), word))
        .isEqualTo(encodeSlowly(contents.vocabulary(), word));
  }

  @Test
  void theCacheIsNotSeen() {
    Tokenizer fresh = train(400);
    int[] first = fresh.encode(PUBLIC_TEXT);
    assertThat(fresh.encode(PUBLIC_TEXT)).isEqualTo(first);
    fresh.forgetWords();
    assertThat(fresh.encode(PUBLIC_TEXT)).isEqualTo(first);
  }

  @Test
  void trainingDependsOnHowOftenWordsOccurAndNotOnTheirOrder() throws IOException {
    String[] lines = PUBLIC_TEXT.split("(?<=\n)");
    Stream<String> backwards = Arrays.asList(lines).reversed().stream();
    Tokenizer one = TokenizerTraining.train(Arrays.stream(lines), 300);
    assertThat(TokenizerTraining.train(backwards, 300).sha256()).isEqualTo(one.sha256());
  }

  @Test
  void theMostFrequentPairIsMergedFirstAndTiesGoToTheSmallerBytes() throws IOException {
    Stream<String> texts = Stream.of("zz", "cd", "ba", "zz", "cd", "ba", "cd", "ba");
    Tokenizer tokenizer = TokenizerTraining.train(texts, 261);
    int firstMerged = 258;
    assertThat(tokenizer.decode(new int[] {firstMerged})).isEqualTo("ba");
    assertThat(tokenizer.decode(new int[] {firstMerged + 1})).isEqualTo("cd");
    assertThat(tokenizer.decode(new int[] {firstMerged + 2})).isEqualTo("zz");
    assertThat(tokenizer.vocabularySize()).isEqualTo(261);
  }

  @Test
  void trainingStopsWhereNoPairOccursTwice() throws IOException {
    assertThat(TokenizerTraining.train(Stream.of("abc"), 300).vocabularySize()).isEqualTo(258);
  }

  @Test
  void aVocabularyHasRoomForTheBytes() {
    assertThatThrownBy(() -> TokenizerTraining.train(Stream.of(), 257))
        .hasMessage("vocabularySize must be 258 or more, got 257");
  }

  @Test
  void textNeverBecomesASpecialToken() {
    int[] ids = OWN.encode("a<|eos|>b<|bos|>");
    assertThat(ids).doesNotContain(OWN.bos(), OWN.eos());
    assertThat(OWN.decode(ids)).isEqualTo("a<|eos|>b<|bos|>");
    assertThat(OWN.bos()).isZero();
    assertThat(OWN.eos()).isOne();
    assertThat(OWN.decode(new int[] {0, 1})).isEmpty();
  }

  @Test
  void wordsKeepTheirEndingsAndDigitsStandAlone() {
    Splitter splitter = new Splitter(java.util.List.of(Splitter.compile(Splitter.OWN)));
    java.util.List<String> words = new java.util.ArrayList<>();
    splitter.split("We’re  'select'ing 12 naïve\u0301 e-mails…\n\n ok", words::add);
    assertThat(words)
        .containsExactly(
            "We",
            "’re",
            " ",
            " '",
            "select",
            "'",
            "ing",
            " 1",
            "2",
            " naïve\u0301",
            " e",
            "-",
            "mails",
            "…",
            "\n\n",
            " ok");
  }

  @Test
  void aSavedTokenizerIsTheSameTokenizer() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    OWN.save(file);
    Tokenizer loaded = Tokenizer.load(file);
    assertThat(loaded.encode(PUBLIC_TEXT)).isEqualTo(OWN.encode(PUBLIC_TEXT));
    assertThat(loaded.sha256())
        .isEqualTo(OWN.sha256())
        .isEqualTo(dev.demur.learn.file.Sha256.of(file));
    assertThat(loaded.vocabularySize()).isEqualTo(OWN.vocabularySize());
  }

  @Test
  void aWordOfAMillionLettersTakesNoMoreThanAMoment() {
    String word = "build".repeat(200_000);
    assertThat(OWN.decode(OWN.encode(word))).isEqualTo(word);
  }

  @Test
  void anIdBeyondTheVocabularyIsRefused() {
    int size = OWN.vocabularySize();
    assertThatThrownBy(() -> OWN.decode(new int[] {size}))
        .hasMessage("token id must be 0 to %d, got %d".formatted(size - 1, size));
  }

  private String saved(Tokenizer tokenizer) throws IOException {
    Path file = folder.resolve("saved.json");
    tokenizer.save(file);
    return Files.readString(file);
  }

  private static int[] encodeSlowly(Vocabulary vocabulary, byte[] word) {
    java.util.List<Integer> ids = new java.util.ArrayList<>();
    for (byte b : word) {
      ids.add(vocabulary.idOfByte(b));
    }
    while (true) {
      int best = -1;
      int rank = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < ids.size(); i++) {
        var merge = vocabulary.merge(ids.get(i), ids.get(i + 1));
        if (merge.isPresent() && merge.get().rank() < rank) {
          best = i;
          rank = merge.get().rank();
        }
      }
      if (best < 0) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
      }
      ids.set(best, vocabulary.merge(ids.get(best), ids.get(best + 1)).orElseThrow().result());
      ids.remove(/* index= */ best + 1);
    }
  }

  private static String randomText(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(300);
    while (text.length() < length) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(128));
        case 1 -> text.append(PUBLIC_TEXT, 20, 20 + random.nextInt(100));
        case 2 -> text.append((char) random.nextInt(0xD800));
        default -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
      }
    }
    return text.toString();
  }
}
