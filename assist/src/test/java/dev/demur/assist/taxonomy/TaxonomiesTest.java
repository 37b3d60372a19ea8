package dev.demur.assist.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.assist.embed.MiniLm;
import dev.demur.assist.taxonomy.SkillNormaliser.Example;
import dev.demur.assist.taxonomy.SkillNormaliser.RankedSkill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomiesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void releasesAreReadAsTheyAreDownloaded() throws IOException {
    Files.writeString(
        folder.resolve("occupations_en.csv"),
        "conceptUri,preferredLabel,altLabels,description\n"
            + "u1,nurse,\"staff nurse\nward nurse\",\"Looks after \"\"patients\"\".\"\nu2,welder,,Welds.\n");
    Path onet = Files.createDirectory(folder.resolve("onet"));
    Files.writeString(
        onet.resolve("Occupation Data.txt"),
        "O*NET-SOC Code\tTitle\tDescription\n11-1\tChief\tLeads.\n12-1\tClerk\tFiles.\n");
    Files.writeString(
        onet.resolve("Related Occupations.txt"),
        "O*NET-SOC Code\tRelated O*NET-SOC Code\n11-1\t12-1\n");

    List<Taxonomy> read = Taxonomies.read(folder);

    assertThat(read).extracting(Taxonomy::name).containsExactly("esco", "onet");
    assertThat(read.getFirst().occupations().getFirst())
        .isEqualTo(
            new Concept(
                "u1",
                "nurse",
                List.of("nurse", "staff nurse", "ward nurse"),
                "Looks after \"patients\"."));
    assertThat(read.get(1).related()).containsEntry("11-1", List.of("12-1"));
  }

  @Test
  void aFolderWithoutAReleaseOrColumnIsRefused() throws IOException {
    assertThatThrownBy(() -> Taxonomies.read(folder))
        .isInstanceOf(TaxonomyRefused.class)
        .hasMessageContaining("holds neither ESCO (occupations*.csv) nor O*NET");
    Files.writeString(folder.resolve("occupations.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> Taxonomies.read(folder))
        .isInstanceOf(TaxonomyRefused.class)
        .hasMessageContaining("has no column preferredlabel");
  }

  @Test
  void titlesAndSentencesFindWhatTheyMean() {
    Taxonomy builtIn = Taxonomies.builtIn();
    MiniLm embedder = new MiniLm();
    TitleNormaliser titles = TitleNormaliser.over(builtIn.occupations(), embedder);
    assertThat(titles.rank("REGISTERED NURSE (NIGHTS)", 1).getFirst().concept().id())
        .isEqualTo("nurse");
    assertThat(titles.rank("Ward Manager - Surgery", 1).getFirst().concept().id())
        .isEqualTo("nurse");

    SkillNormaliser skills =
        SkillNormaliser.over(
            List.of("Triage", "Java", "Welding"),
            List.of(new Example("You write code for the JVM.", List.of("Java", "JVM internals"))),
            embedder);
    assertThat(skills.rank("joining metal parts by heat", 1))
        .extracting(RankedSkill::skill)
        .containsExactly("Welding");
    assertThat(skills.rank("You write programs for the JVM.", 2))
        .extracting(RankedSkill::skill)
        .containsExactlyInAnyOrder("Java", "JVM internals");
  }

  @Test
  void aSecondCatalogueKnowsNamesThatTheFirstDoesNot() {
    MiniLm embedder = new MiniLm();
    List<Concept> first =
        List.of(
            new Concept("f1", "refuse collector", List.of("refuse collector"), ""),
            new Concept("f2", "actor", List.of("actor", "stage artist"), ""));
    List<Concept> second =
        List.of(
            new Concept(
                "s1",
                "Refuse and Recyclable Material Collectors",
                List.of("Refuse collectors", "Hopper operative"),
                ""),
            new Concept("s2", "Actors", List.of("Actors", "Leading man"), ""));
    TitleNormaliser alone = TitleNormaliser.over(first, embedder);
    TitleNormaliser both = alone.with(TitleNormaliser.over(second, embedder));

    assertThat(margin(both, "Hopper operative")).isGreaterThan(margin(alone, "Hopper operative"));
    assertThat(both.rank("Hopper operative", 1).getFirst().concept().id()).isEqualTo("f1");
    assertThat(both.rank("Leading man", 1).getFirst().concept().id()).isEqualTo("f2");
  }

  /// How much likelier the first occupation is than the second.
  private static double margin(TitleNormaliser titles, String title) {
    Map<String, Double> scores =
        titles.rank(title, 2).stream()
            .collect(Collectors.toMap(one -> one.concept().id(), Ranked::score));
    return scores.getOrDefault("f1", 0.0) - scores.getOrDefault("f2", 0.0);
  }
}
