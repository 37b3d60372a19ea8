package dev.demur.corpus.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TellingModelTest {
  private static final Path TEXTS = Path.of("../../shared/data/text");

  private final TellingModel model = new TellingModel();

  /// So that whoever has the public text can make the shipped weights, and nothing else is in them.
  @Test
  void trainingGivesTheWeightsThatShip() throws IOException {
    assumeTrue(Files.isDirectory(TEXTS), "needs the public text beside the checkout");
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("telling-model.bin.gz"))) {
      byte[] shipped = new GZIPInputStream(in).readAllBytes();
      assertThat(TellingTraining.train(TEXTS)).isEqualTo(shipped);
    }
  }

  @Test
  void aStoryThatTellsIsLikelierThanOneThatDoesNot() {
    float told =
        logOdds("our welder lived with his george for thirty years and never said a word at work");
    float ordinary =
        logOdds(
            "our welder talked with his neighbour for thirty minutes and never looked at the work");
    assertThat(told).isGreaterThan(ordinary + 1);
  }

  @Test
  void nothingHasOddsToo() {
    assertThat(logOdds("")).isLessThan(0);
  }

  private float logOdds(String words) {
    List<String> sentence = Sentences.words(words);
    return model.logOdds(new TellingFeatures(sentence, Set.of(), true));
  }
}
