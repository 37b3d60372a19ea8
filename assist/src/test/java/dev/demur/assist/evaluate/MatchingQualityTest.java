package dev.demur.assist.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.embed.MiniLm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The figures of `docs/quality.md`. Takes minutes: `-Ddemur.soak=true`.
@EnabledIfSystemProperty(named = "demur.soak", matches = "true")
class MatchingQualityTest {
  private static final int SOME = 10;

  private static MatchingQuality quality() {
    Path here = Path.of("").toAbsolutePath();
    Path data =
        Stream.iterate(here, folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data"))
            .filter(folder -> Files.isDirectory(folder.resolve("esco")))
            .findFirst()
            .orElse(Path.of("/"));
    Assumptions.assumeTrue(
        Files.isDirectory(data.resolve("esco")), "the public data is not in ../shared/data");
    return new MatchingQuality(data, new MiniLm(), Watch.NONE);
  }

  @Test
  void titlesFindTheirOccupation() {
    var figures = quality().titles(SOME).figures();
    assertThat(figures.get("mrr")).isGreaterThanOrEqualTo(0.39);
    assertThat(figures.get("recallAt10")).isGreaterThanOrEqualTo(0.58);
  }

  @Test
  void sentencesFindTheirSkills() {
    assertThat(quality().skills().figures().get("rPrecisionAt10")).isGreaterThanOrEqualTo(0.55);
  }

  @Test
  void meaningFindsPeopleBetterThanWordsDo() {
    var figures = quality().people(1).figures();
    assertThat(figures.get("ndcgAt10")).isGreaterThanOrEqualTo(1.1 * figures.get("bm25"));
  }
}
