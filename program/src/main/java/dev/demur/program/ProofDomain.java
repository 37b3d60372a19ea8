package dev.demur.program;

import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.Use;
import dev.demur.program.Domain.Birth;
import dev.demur.program.Domain.CategoryClass;
import dev.demur.program.Domain.Events;
import dev.demur.program.Domain.History;
import dev.demur.program.Domain.Named;
import dev.demur.program.Domain.WhenCreated;
import dev.demur.program.Invariant.Cases;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The domain of one program and one list of invariants, dimension by dimension.
record ProofDomain(
    Program program,
    List<Use> uses,
    List<CategoryClass> categories,
    List<History> histories,
    List<Instant> instants,
    List<Named<Birth>> births,
    List<Named<Events<ToggleChange>>> toggles,
    List<Named<Events<Objection>>> objections,
    List<Named<Events<Notice>>> notices,
    List<Named<WhenCreated>> created) {

  /// @param cases that the domain must be fine enough to tell apart
  static ProofDomain of(Program program, List<Cases> cases) {
    Law law = program.law();
    ProgramDefinition definition = program.definition();
    NavigableSet<Instant> edges = new TreeSet<>(Edges.of(definition));
    cases.forEach(c -> c.before().ifPresent(edges::add));
    return new ProofDomain(
        program,
        Domain.uses(),
        Domain.categories(category ->
            List.of(
                Domain.signature(law, category),
                cases.stream().map(c -> c.categories().contains(category)).toList())),
        Domain.histories(
            Domain.places(country ->
                List.of(
                    law.regionOfCountry[Countries.index(country)],
                    cases.stream().map(c -> c.livesIn().contains(country)).toList()))),
        Domain.instants(edges),
        Domain.births(ages(definition, cases)),
        Domain.toggles(EnumSet.copyOf(Keys.TOGGLES.keySet())),
        Domain.objections(),
        Domain.notices(leadDays(definition)),
        Domain.created(definition));
  }

  private static Set<Integer> ages(ProgramDefinition definition, List<Cases> cases) {
    Set<Integer> ages = new TreeSet<>(Set.of(definition.age().minimum()));
    for (Cases each : cases) {
      each.youngerThan().ifPresent(ages::add);
      each.createdYoungerThan().ifPresent(ages::add);
    }
    return ages;
  }

  static Set<Integer> leadDays(ProgramDefinition definition) {
    return definition.regions().stream()
        .map(region -> region.notice().leadDays())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// How many members there are at one instant with one history.
  int members() {
    return births.size() * toggles.size() * objections.size() * notices.size();
  }

  /// The place of a member among them.
  int member(int birth, int toggle, int objection, int notice) {
    return ((birth * notices.size() + notice) * toggles.size() + toggle) * objections.size()
        + objection;
  }
}
