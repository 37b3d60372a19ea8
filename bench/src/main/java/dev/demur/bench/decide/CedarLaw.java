package dev.demur.bench.decide;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.demur.bench.decide.Rules.Rule;
import dev.demur.program.ProgramDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A program as Cedar policies: one that permits everything, and one for each rule that forbids.
final class CedarLaw implements Peer<AuthorizationRequest> {
  private static final String PERMIT = "permit(principal, action, resource);";

  private final List<Rule> rules;
  private final PolicySet policies;
  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final Entities nobody = new Entities();
  private final EntityUID person = uid("Person::\"somebody\"");
  private final EntityUID record = uid("Record::\"something\"");
  private final EntityUID author = uid("Action::\"author\"");
  private final EntityUID named = uid("Action::\"named\"");

  CedarLaw(ProgramDefinition program) {
    rules = Rules.of(program);
    Set<Policy> all = new HashSet<>();
    all.add(new Policy(PERMIT, "permit"));
    for (int i = 0; i < rules.size(); i++) {
      all.add(new Policy(policy(rules.get(i)), String.valueOf(i)));
    }
    policies = new PolicySet(all);
    try {
      policies.cache();
    } catch (com.cedarpolicy.model.exception.CacheException e) {
      throw new IllegalStateException("Cedar does not take the policies", e);
    }
  }

  private static EntityUID uid(String text) {
    return EntityUID.parse(text).orElseThrow();
  }

  static String policy(Rule rule) {
    String action = rule.ofRecord() ? "action == Action::\"author\"" : "action";
    return "forbid(principal, %s, resource) when { %s };".formatted(action, text(rule.when()));
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case Condition.Is(var flag) -> "context." + flag;
      case Condition.Not(var inner) -> "!(" + text(inner) + ")";
      case Condition.All(var conditions) ->
          conditions.stream()
              .map(each -> "(" + text(each) + ")")
              .collect(Collectors.joining(" && "));
      case Condition.OneOf(var word, var words) -> set(words) + ".contains(context." + word + ")";
      case Condition.Holds(var set, var word) -> "context.%s.contains(\"%s\")".formatted(set, word);
      case Condition.HoldsAny(var set, var words) ->
          "context.%s.containsAny(%s)".formatted(set, set(words));
      case Condition.HoldsOther(var set, var words) ->
          "!(%s.containsAll(context.%s))".formatted(set(words), set);
      case Condition.Empty(var set) -> "context." + set + ".isEmpty()";
      case Condition.Before(var left, var right, var plus) ->
          right.isEmpty()
              ? "context.%s < %d".formatted(left, plus)
              : "context.%s < context.%s + %d".formatted(left, right, plus);
    };
  }

  private static String set(Collection<String> words) {
    return words.stream()
        .sorted()
        .map(word -> '"' + word + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public AuthorizationRequest question(PeerFacts facts, boolean asAuthor) {
    Map<String, Value> context = new HashMap<>();
    context.put("purpose", new PrimString(facts.purpose()));
    context.put("recipient", new PrimString(facts.recipient()));
    context.put("category", new PrimString(facts.category()));
    context.put("at", new PrimLong(facts.at()));
    context.put("deleted", new PrimBool(facts.deleted()));
    context.put("known", new PrimBool(facts.known()));
    context.put("closed", new PrimBool(facts.closed()));
    context.put("ageKnown", new PrimBool(facts.ageKnown()));
    context.put("adultSince", new PrimLong(facts.adultSince()));
    context.put("createdKnown", new PrimBool(facts.createdKnown()));
    context.put("createdAt", new PrimLong(facts.createdAt()));
    context.put("countries", list(facts.countries()));
    context.put("off", list(facts.off()));
    context.put("offAtCreation", list(facts.offAtCreation()));
    context.put("objections", list(facts.objections()));
    context.put("noticed", new PrimBool(facts.noticed()));
    context.put("noticedAt", new PrimLong(facts.noticedAt()));
    return new AuthorizationRequest(
        person, asAuthor ? author : named, record, Optional.of(context), Optional.empty(), false);
  }

  private static Value list(Collection<String> words) {
    return new CedarList(words.stream().map(word -> (Value) new PrimString(word)).toList());
  }

  @Override
  public boolean permits(AuthorizationRequest question) {
    return ask(question).isAllowed();
  }

  /// The first rule that forbids; empty for a permit.
  Optional<Rule> firstThatForbids(AuthorizationRequest question) {
    AuthorizationSuccessResponse answer = ask(question);
    return answer.isAllowed()
        ? Optional.empty()
        : answer.getReason().stream().map(Integer::parseInt).min(Integer::compare).map(rules::get);
  }

  private AuthorizationSuccessResponse ask(AuthorizationRequest question) {
    try {
      var response = engine.isAuthorized(question, policies, nobody);
      AuthorizationSuccessResponse answer =
          response.success.orElseThrow(
              () -> new IllegalStateException("Cedar refused the question: " + response));
      if (!answer.getErrors().isEmpty()) {
        throw new IllegalStateException("a Cedar policy failed: " + answer.getErrors());
      }
      return answer;
    } catch (AuthException e) {
      throw new IllegalStateException("Cedar failed", e);
    }
  }
}
