package dev.demur.bench.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Decision;
import dev.demur.program.Program;
import org.junit.jupiter.api.Test;

/// The policies that SAPL is measured with permit what Demur permits.
class SaplAgreesTest {
  private static final int CASES = 2_000;

  @Test
  void everyCaseHasTheSameOutcome() {
    Program program = Program.shipped("linkedin-2025").orElseThrow();
    var sapl = new SaplLaw(program.definition());
    var mix = new DecisionMix(3);
    int permits = 0;
    for (int i = 0; i < CASES; i++) {
      DecisionMix.Case given = mix.nextCase();
      if (given.record().about().isEmpty()) {
        boolean permit =
            program.decide(given.use(), given.record(), given::factsOf, given.at())
                instanceof Decision.Permit;
        var question = Peer.questions(sapl, program.definition(), given).getFirst();
        assertThat(sapl.permits(question)).as("case %d: %s", i, given).isEqualTo(permit);
        permits += permit ? 1 : 0;
      }
    }
    assertThat(permits).isBetween(CASES / 20, CASES / 2);
  }
}
