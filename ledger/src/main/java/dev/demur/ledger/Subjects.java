package dev.demur.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The subjects that one transaction writes for: found, or made when they are new.
final class Subjects {
  private final Handle handle;
  private final Map<Draft.Owner, Subject> byOwner = new HashMap<>();
  private final List<Subject> created = new ArrayList<>();
  private final Map<SubjectTable.Trait, Map<String, Long>> traits =
      new EnumMap<>(SubjectTable.Trait.class);

  Subjects(Handle handle) {
    this.handle = handle;
  }

  void prepare(Collection<Draft> drafts) {
    Map<Subject.Kind, Set<String>> owners =
        drafts.stream()
            .flatMap(draft -> draft.owner().stream())
            .collect(
                Collectors.groupingBy(
                    Draft.Owner::kind,
                    Collectors.mapping(Draft.Owner::id, Collectors.toCollection(HashSet::new))));
    owners.forEach((kind, ids) ->
        SubjectTable.byOwners(handle, kind, ids)
            .forEach(subject -> byOwner.put(new Draft.Owner(kind, subject.owner()), subject)));
  }

  /// The subject of this owner, which [#prepare] has seen.
  Subject of(Draft.Owner owner) {
    return byOwner.computeIfAbsent(owner, this::create);
  }

  /// Whether the owner, whom [#prepare] has seen, was a member before this transaction.
  boolean isMember(Draft.Owner owner) {
    Subject found = byOwner.get(owner);
    return found != null && found.member();
  }

  private Subject create(Draft.Owner owner) {
    Subject subject = Subject.create(owner.kind(), owner.id());
    created.add(subject);
    return subject;
  }

  Optional<Subject> byReference(String reference) {
    return byOwner.values().stream()
        .filter(subject -> subject.reference().equals(reference))
        .findFirst();
  }

  void note(Subject subject, Event event, long position) {
    if (!subject.member() && FactsOf.makesMember(event)) {
      noteFirst(SubjectTable.Trait.MEMBER, subject.reference(), position);
    }
    switch (event) {
      case Event.ObjectionFiled _ ->
          noteFirst(SubjectTable.Trait.OBJECTOR, subject.reference(), position);
      case Event.ObjectionKept kept ->
          noteFirst(SubjectTable.Trait.OBJECTOR, subject.reference(), kept.filedPosition());
      case Event.RecordDeleted _, Event.RecordReviewed _ ->
          noteFirst(SubjectTable.Trait.DELETER, subject.reference(), position);
      case Event.OfMember _, Event.OfOperator _ -> {}
    }
  }

  private void noteFirst(SubjectTable.Trait trait, String reference, long position) {
    traits.computeIfAbsent(trait, key -> new LinkedHashMap<>()).putIfAbsent(reference, position);
  }

  void flush() {
    created.forEach(subject -> SubjectTable.insert(handle, subject));
    traits.forEach((trait, positions) ->
        positions.forEach(
            (reference, position) -> SubjectTable.note(handle, reference, trait, position)));
  }
}
