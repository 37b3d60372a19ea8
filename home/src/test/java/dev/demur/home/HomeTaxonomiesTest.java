package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.assist.career.Job;
import dev.demur.assist.career.Requirement.Verdict;
import dev.demur.assist.taxonomy.Taxonomy;
import dev.demur.assist.taxonomy.TaxonomyRefused;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Releases of catalogues in a home.
class HomeTaxonomiesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aSkillUnderAnotherNameIsFoundOnceTheCatalogueIsTakenIn() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 12, 4);
    Path release = Files.createDirectory(folder.resolve("esco"));
    try (Home home = network.open("home")) {
      network.takeIn(home, Set.of());
      network.build(home);
      Map.Entry<MemberId, String> knows = aSkill(home);
      Job job = new Job("job", "Somebody", "You are good at frobnication of widgets.");
      Matchmaking running = new Matchmaking(home);
      assertThat(verdict(running, knows.getKey(), job)).isEqualTo(Verdict.UNKNOWN);
      assertThat(HomeTaxonomies.titles(home).rank("STAFF NURSE (nights)", 1))
          .as("the built-in catalogue, while there is no other")
          .extracting(one -> one.concept().id())
          .containsExactly("nurse");
      assertThatThrownBy(() -> HomeTaxonomies.read(home, release, Progress.NONE))
          .isInstanceOf(TaxonomyRefused.class)
          .hasMessageContaining("holds neither ESCO (occupations*.csv) nor O*NET");

      Files.writeString(
          release.resolve("occupations_en.csv"),
          "conceptUri,preferredLabel,altLabels,description\nu1,nurse,staff nurse,Looks after people.\n");
      Files.writeString(
          release.resolve("skills_en.csv"),
          "conceptUri,preferredLabel,altLabels\ns1,frobnication of widgets,%s\n"
              .formatted(knows.getValue()));
      assertThat(HomeTaxonomies.read(home, release, Progress.NONE))
          .containsExactly(new HomeTaxonomies.Imported("esco", 1, 1, 4));

      assertThat(HomeTaxonomies.titles(home).rank("STAFF NURSE (nights)", 5))
          .extracting(one -> one.concept().id())
          .containsExactly("u1");
      assertThat(HomeTaxonomies.all(home))
          .extracting(Taxonomy::name)
          .containsExactly("esco", "built-in");
      assertThat(verdict(running, knows.getKey(), job))
          .as("a server that runs sees what was imported since")
          .isEqualTo(Verdict.MET);
      Job reworded = asking("widget frobnication");
      assertThat(verdict(running, knows.getKey(), reworded))
          .as("understood by what it means")
          .isEqualTo(Verdict.MET);
      Job another = asking("long-distance sailing");
      assertThat(verdict(running, knows.getKey(), another)).isEqualTo(Verdict.UNKNOWN);
    }
  }

  private static Job asking(String skill) {
    Optional<String> unknown = Optional.empty();
    return new Job("job", "Somebody", unknown, unknown, unknown, List.of(skill), List.of(), "");
  }

  private static Verdict verdict(Matchmaking matchmaking, MemberId member, Job job) {
    return matchmaking.ownFit(member, job).requirements().getLast().verdict();
  }

  private static Map.Entry<MemberId, String> aSkill(Home home) {
    List<Map.Entry<MemberId, String>> skills = new ArrayList<>();
    home.corpus()
        .scan((member, rows) ->
            rows.stream()
                .filter(row -> row.category() == Category.PROFILE_SKILL)
                .map(CorpusRow::fields)
                .filter(fields -> !fields.getOrDefault(Fields.NAME, ",").contains(","))
                .forEach(
                    fields -> skills.add(Map.entry(member, fields.getOrDefault(Fields.NAME, "")))));
    return skills.getFirst();
  }
}
