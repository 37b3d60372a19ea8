package dev.demur.program;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables under `scenarios/`, each against its program, by both laws.
class ScenarioTest {
  private static final List<String> TABLES =
      List.of("linkedin-2024", "linkedin-2025", "meta-2025", "x-2024", "unusual");

  private static String text(String resource) {
    try (var stream = ScenarioTest.class.getResourceAsStream(resource)) {
      return new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String yaml(String name) {
    return text(name.equals("unusual") ? "/scenarios/unusual.yaml" : "/programs/" + name + ".yaml");
  }

  private static List<Scenario> table(String name) {
    return text("/scenarios/" + name + ".txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Scenario::parse)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsAnsweredAsTheTableSays() {
    return TABLES.stream()
        .flatMap(name -> {
          Program program = Program.parse(name, yaml(name));
          var slow = new SlowLaw(yaml(name));
          return table(name).stream()
              .map(scenario ->
                  DynamicTest.dynamicTest(
                      name + ": " + scenario.name(), () -> check(program, slow, scenario)));
        });
  }

  private static void check(Program program, SlowLaw slow, Scenario scenario) {
    var found = program.decide(scenario.use(), scenario.record(), scenario, scenario.at());
    assertThat(scenario.inWords(found)).isEqualTo(scenario.answer());
    assertThat(slow.decide(scenario.use(), scenario.record(), scenario, scenario.at()))
        .isEqualTo(found);
  }

  @Test
  void thereAreAtLeastTwoHundredCases() {
    assertThat(TABLES.stream().mapToInt(name -> table(name).size()).sum()).isGreaterThan(200);
  }

  /// Reasons that a program cannot give: they stand here so that their absence is meant.
  @ParameterizedTest
  @CsvSource({
    "linkedin-2024, purpose-not-covered special-category",
    "linkedin-2025, purpose-not-covered region-not-covered special-category",
    "meta-2025, region-not-covered toggle-off special-category",
    "x-2024, purpose-not-covered recipient-not-allowed special-category"
  })
  void everyReasonThatAProgramCanGiveIsInItsTable(String name, String cannot) {
    Set<String> named =
        table(name).stream().flatMap(s -> s.reasonNamed().stream()).collect(Collectors.toSet());
    Set<String> expected =
        Arrays.stream(Reason.values())
            .map(Reason::code)
            .collect(Collectors.toCollection(TreeSet::new));
    expected.removeAll(Arrays.asList(cannot.split(" ", -1)));
    assertThat(named).containsAll(expected);
    assertThat(named).doesNotContainAnyElementsOf(Arrays.asList(cannot.split(" ", -1)));
  }
}
