package dev.demur.program;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.program.ProgramDiff.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramDiffTest {
  private static String yaml(String name) throws IOException {
    try (var stream = Program.class.getResourceAsStream("/programs/" + name + ".yaml")) {
      return new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Program program(String yaml) {
    return Program.parse("changed", yaml);
  }

  @Test
  void aProgramDoesNotDifferFromItself() throws IOException {
    Program program = program(yaml("x-2024"));
    assertThat(ProgramDiff.between(program, program)).isEmpty();
    assertThat(ProgramDiff.text(List.of())).isEqualTo("no case is answered differently\n");
  }

  /// The reading of the European notice, in which the parent trains on members in the UK.
  @Test
  void theUnitedKingdomsOwnRowChangesNobodyElse() throws IOException {
    String strict = yaml("linkedin-2025");
    int uk = strict.indexOf("\n  uk:\n");
    int affiliate = strict.indexOf("affiliate: refused", uk);
    String notice =
        strict.substring(0, affiliate)
            + "affiliate: allowed"
            + strict.substring(affiliate + "affiliate: refused".length());
    List<Change> changes = ProgramDiff.between(program(strict), program(notice));
    assertThat(changes)
        .isNotEmpty()
        .allSatisfy(change -> {
          assertThat(change.from()).isEqualTo("recipient-not-allowed");
          assertThat(change.regions()).containsExactly("uk");
          assertThat(change.countries()).containsExactly("GB", "GG", "GI", "IM", "JE");
          assertThat(change.intervals()).containsExactly("from 2025-11-03T00:00:00Z");
          assertThat(change.uses())
              .isSubsetOf("content-generation by affiliate", "other-ml by affiliate");
        });
    assertThat(changes.getFirst().to()).isEqualTo("permit");
    assertThat(changes)
        .anySatisfy(change -> {
          assertThat(change.to()).isEqualTo("toggle-off");
          assertThat(change.uses()).containsExactly("content-generation by affiliate");
          assertThat(change.categories()).doesNotContain("feedback.*").contains("content.*");
          assertThat(change.members()).containsExactly("toggle off", "toggle on, off again");
        });
  }

  @Test
  void aLaterStartIsAnIntervalOfItsOwn() throws IOException {
    String before = yaml("meta-2025");
    String after = before.replaceFirst("starts: 2025-05-27", "starts: 2025-06-27");
    List<Change> changes = ProgramDiff.between(program(before), program(after));
    Change first = changes.getFirst();
    assertThat(first.from()).isEqualTo("permit");
    assertThat(first.to()).isEqualTo("not-started");
    assertThat(first.intervals())
        .containsExactly("from 2025-05-27T00:00:00Z until 2025-06-27T00:00:00Z");
    assertThat(first.regions()).containsExactly("eu");
    assertThat(first.categories())
        .contains("profile.*", "group.activity")
        .doesNotContain("usage.*");
    assertThat(ProgramDiff.text(changes))
        .startsWith("permit → not-started\n    when     from 2025-05-27T00:00:00Z until");
  }

  @Test
  void countriesThatMoveBetweenRegionsSayFromWhereToWhere() throws IOException {
    List<Change> changes =
        ProgramDiff.between(program(yaml("linkedin-2024")), program(yaml("linkedin-2025")));
    assertThat(changes)
        .allSatisfy(
            change -> assertThat(change.regions()).allMatch(r -> r.contains("not covered →")));
    assertThat(changes.getFirst().regions())
        .contains("not covered → eu", "not covered → ch", "not covered → uk");
  }

  @Test
  void aWindowChangesTheRecordsThatFallOutOfIt() throws IOException {
    String before = yaml("x-2024");
    String after = before.replace("  from: any", "  from: 2022-01-01");
    List<Change> changes = ProgramDiff.between(program(before), program(after));
    assertThat(changes.getFirst().to()).isEqualTo("outside-window");
    assertThat(changes.getFirst().records())
        .contains("created some day", "created before the window")
        .doesNotContain("created a year before");
  }
}
