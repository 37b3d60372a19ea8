package dev.demur.program;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Decision;
import dev.demur.model.Reason;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The compiled law against the slow one, over random programs and random cases.
class TwoLawsTest {
  /// How many cases in all; a million take about 25 seconds of CPU.
  private static final int CASES = Integer.getInteger("demur.laws.cases", 1_000_000);

  private static final int CASES_PER_PROGRAM = 200;
  private static final int PROGRAMS = Math.max(10, CASES / 2 / CASES_PER_PROGRAM);
  private static final int CASES_PER_SHIPPED = CASES / 8;

  private static void agree(
      Program program, SlowLaw slow, SplittableRandom random, int cases, Set<Reason> seen) {
    var generator = new RandomCases(program.definition(), random);
    for (int i = 0; i < cases; i++) {
      RandomCases.Case given = generator.next();
      Decision expected = slow.decide(given.use(), given.record(), given, given.at());
      Decision found = program.decide(given.use(), given.record(), given, given.at());
      if (!found.equals(expected)) {
        assertThat(found)
            .as("case %d: %s %s %s", i, given, given.record(), given.members())
            .isEqualTo(expected);
      }
      if (found instanceof Decision.Deny deny) {
        seen.add(deny.reason());
      }
    }
  }

  @Test
  void agreeOnRandomPrograms() {
    Set<Reason> seen = EnumSet.noneOf(Reason.class);
    Seeds.upTo(PROGRAMS)
        .forEach(seed -> {
          var random = new SplittableRandom(seed);
          String yaml = RandomPrograms.write(random);
          agree(
              Program.parse("seed " + seed, yaml),
              new SlowLaw(yaml),
              random,
              CASES_PER_PROGRAM,
              seen);
        });
    Set<Reason> notDecidedHere = EnumSet.of(Reason.SPECIAL_CATEGORY);
    if (CASES >= 100_000) {
      assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(notDecidedHere)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"linkedin-2024", "linkedin-2025", "meta-2025", "x-2024"})
  void agreeOnShippedPrograms(String name) throws IOException {
    try (var stream = Program.class.getResourceAsStream("/programs/" + name + ".yaml")) {
      String yaml = new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      agree(
          Program.parse(name, yaml),
          new SlowLaw(yaml),
          new SplittableRandom(7),
          CASES_PER_SHIPPED,
          EnumSet.noneOf(Reason.class));
    }
  }
}
