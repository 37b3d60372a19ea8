package dev.demur.bench.decide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demur.bench.decide.Rules.Rule;
import dev.demur.program.ProgramDefinition;
import io.sapl.api.pdp.AuthorizationSubscription;
import io.sapl.api.pdp.Decision;
import io.sapl.interpreter.InitializationException;
import io.sapl.interpreter.combinators.PolicyDocumentCombiningAlgorithm;
import io.sapl.pdp.EmbeddedPolicyDecisionPoint;
import io.sapl.pdp.PolicyDecisionPointFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A program as SAPL policies in an embedded decision point: one that permits everything, and one
/// for each rule that forbids; deny overrides.
///
/// It is told in which regions a record has lived, which Cedar works out from the countries.
final class SaplLaw implements Peer<AuthorizationSubscription> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final EmbeddedPolicyDecisionPoint engine;

  /// Conditions on sets, for which SAPL 3 has no function, by the flag that tells the answer.
  private final Map<Condition, String> told = new HashMap<>();

  SaplLaw(ProgramDefinition program) {
    List<String> policies = new ArrayList<>();
    policies.add("policy \"permit\" permit");
    List<Rule> rules = Rules.of(program);
    for (int i = 0; i < rules.size(); i++) {
      policies.add(policy(i, rules.get(i)));
    }
    try {
      engine =
          PolicyDecisionPointFactory.fixedInRamPolicyDecisionPoint(
              policies, PolicyDocumentCombiningAlgorithm.DENY_OVERRIDES, Map.of());
    } catch (InitializationException e) {
      throw new IllegalStateException("SAPL does not take the policies", e);
    }
  }

  private String policy(int number, Rule rule) {
    String action = rule.ofRecord() ? "action == \"author\" && " : "";
    return "policy \"%d\" deny where %s(%s);".formatted(number, action, text(rule.when()));
  }

  private String text(Condition condition) {
    return switch (condition) {
      case Condition.Is(var flag) -> "resource." + flag;
      case Condition.Not(var inner) -> "!(" + text(inner) + ")";
      case Condition.All(var conditions) ->
          conditions.stream()
              .map(each -> "(" + text(each) + ")")
              .collect(Collectors.joining(" && "));
      case Condition.OneOf(var word, var words) -> "resource." + word + " in " + list(words);
      case Condition.Holds(var set, var word) -> "\"%s\" in resource.%s".formatted(word, set);
      case Condition.HoldsAny _, Condition.HoldsOther _ ->
          "resource." + told.computeIfAbsent(condition, _ -> "told" + told.size());
      case Condition.Empty(var set) -> "resource." + set + " == []";
      case Condition.Before(var left, var right, var plus) ->
          right.isEmpty()
              ? "resource.%s < %d".formatted(left, plus)
              : "resource.%s < (resource.%s + %d)".formatted(left, right, plus);
    };
  }

  private static String list(Collection<String> words) {
    return words.stream()
        .sorted()
        .map(word -> '"' + word + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public AuthorizationSubscription question(PeerFacts facts, boolean asAuthor) {
    ObjectNode resource = JSON.objectNode();
    resource.put("purpose", facts.purpose());
    resource.put("recipient", facts.recipient());
    resource.put("category", facts.category());
    resource.put("at", facts.at());
    resource.put("deleted", facts.deleted());
    resource.put("known", facts.known());
    resource.put("closed", facts.closed());
    resource.put("ageKnown", facts.ageKnown());
    resource.put("adultSince", facts.adultSince());
    resource.put("createdKnown", facts.createdKnown());
    resource.put("createdAt", facts.createdAt());
    facts.countries().forEach(resource.putArray("countries")::add);
    facts.off().forEach(resource.putArray("off")::add);
    facts.offAtCreation().forEach(resource.putArray("offAtCreation")::add);
    facts.objections().forEach(resource.putArray("objections")::add);
    told.forEach((condition, flag) -> resource.put(flag, holds(condition, facts.countries())));
    resource.put("noticed", facts.noticed());
    resource.put("noticedAt", facts.noticedAt());
    return AuthorizationSubscription.of(
        JSON.textNode("somebody"), JSON.textNode(asAuthor ? "author" : "named"), resource);
  }

  private static boolean holds(Condition condition, Set<String> countries) {
    return switch (condition) {
      case Condition.HoldsAny(_, var words) -> countries.stream().anyMatch(words::contains);
      case Condition.HoldsOther(_, var words) -> !words.containsAll(countries);
      default -> throw new IllegalArgumentException("not a condition on a set: " + condition);
    };
  }

  @Override
  public boolean permits(AuthorizationSubscription question) {
    var decision = engine.decideOnce(question).block();
    if (decision == null || decision.getDecision() == Decision.INDETERMINATE) {
      throw new IllegalStateException("a SAPL policy failed on " + question);
    }
    return decision.getDecision() == Decision.PERMIT;
  }
}
