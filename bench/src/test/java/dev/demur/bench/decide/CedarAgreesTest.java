package dev.demur.bench.decide;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.model.AuthorizationRequest;
import dev.demur.bench.decide.Rules.Rule;
import dev.demur.model.Decision;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.Reason;
import dev.demur.program.Program;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each shipped program a third time, as Cedar policies: outcome, reason, clause and people to
/// redact are those that Demur gives, on 20,000 cases over the four programs.
class CedarAgreesTest {
  private static final int CASES = 5_000;

  @ParameterizedTest
  @ValueSource(strings = {"linkedin-2024", "linkedin-2025", "meta-2025", "x-2024"})
  void everyCaseHasTheSameAnswer(String name) {
    Program program = Program.shipped(name).orElseThrow();
    var cedar = new CedarLaw(program.definition());
    var mix = new DecisionMix(name.hashCode());
    Set<Reason> seen = EnumSet.noneOf(Reason.class);
    for (int i = 0; i < CASES; i++) {
      DecisionMix.Case given = mix.nextCase();
      Decision expected = program.decide(given.use(), given.record(), given::factsOf, given.at());
      assertThat(decide(program, cedar, given)).as("case %d: %s", i, given).isEqualTo(expected);
      if (expected instanceof Decision.Deny deny) {
        seen.add(deny.reason());
      }
    }
    assertThat(seen).hasSizeGreaterThan(13);
  }

  private static Decision decide(Program program, CedarLaw cedar, DecisionMix.Case given) {
    Optional<Rule> denial =
        ask(program, cedar, given, given.record().author().flatMap(given::factsOf), true);
    String clause = denial.map(Rule::clause).orElse("");
    Reason reason = denial.map(Rule::reason).orElse(Reason.SUBJECT_DENIED);
    for (MemberId subject : given.record().about()) {
      Optional<Rule> own = ask(program, cedar, given, given.factsOf(subject), false);
      if (clause.isEmpty() && own.isPresent()) {
        clause = "subjects.about (%s: %s)".formatted(own.get().reason(), own.get().clause());
      }
    }
    Set<MemberId> redact = new LinkedHashSet<>();
    for (MemberId mentioned : given.record().mentions()) {
      if (ask(program, cedar, given, given.factsOf(mentioned), false).isPresent()) {
        redact.add(mentioned);
      }
    }
    return clause.isEmpty()
        ? new Decision.Permit(permitting(program, given), List.copyOf(redact))
        : new Decision.Deny(reason, clause, new ArrayList<>(redact));
  }

  private static Optional<Rule> ask(
      Program program,
      CedarLaw cedar,
      DecisionMix.Case given,
      Optional<MemberFacts> person,
      boolean asAuthor) {
    PeerFacts facts =
        PeerFacts.of(program.definition(), given.use(), given.record(), person, given.at());
    AuthorizationRequest question = cedar.question(facts, asAuthor);
    return requireNonNull(cedar.firstThatForbids(question));
  }

  /// The category rule that lets a record in.
  private static String permitting(Program program, DecisionMix.Case given) {
    String leaf = given.record().category().code();
    String family = given.record().category().family() + ".*";
    return program.definition().categories().stream().anyMatch(r -> r.pattern().equals(leaf))
        ? "categories." + leaf
        : "categories." + family;
  }
}
