package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.Use;
import dev.demur.program.Invariant.Status;
import dev.demur.program.Proof.CounterExample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns a point of a domain into a case that a person can read and a computer can decide.
final class CounterExamples {
  private static final MemberId AUTHOR = new MemberId("author");
  private static final MemberId SUBJECT = new MemberId("subject");

  private CounterExamples() {}

  static CounterExample of(ProofDomain domain, ProofPoint point) {
    Instant at = domain.instants().get(point.instant());
    Use use = domain.uses().get(point.use());
    Category category = domain.categories().get(point.category()).first();
    Optional<Status> status =
        point.status() == 0 ? Optional.empty() : Optional.of(Status.ALL.get(point.status() - 1));
    String words =
        String.join(
            ", ",
            category.code(),
            domain.created().get(point.created()).words(),
            "for " + use.purpose() + " by " + use.recipient(),
            "at " + at,
            "in " + domain.histories().get(point.history()).words(),
            domain.births().get(point.birth()).words(),
            domain.toggles().get(point.toggle()).words(),
            domain.objections().get(point.objection()).words(),
            domain.notices().get(point.notice()).words());
    String matter =
        status.map(s -> ", " + s.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse("");
    return new CounterExample(words + matter, json(domain, point, status));
  }

  private static String json(ProofDomain domain, ProofPoint point, Optional<Status> status) {
    Instant at = domain.instants().get(point.instant());
    var record =
        new RecordFacts(
            domain.categories().get(point.category()).first(),
            domain.created().get(point.created()).value().apply(at),
            Optional.of(AUTHOR),
            is(status, Status.ABOUT_STRANGER) ? List.of(SUBJECT) : List.of(),
            List.of(),
            is(status, Status.RECORD_DELETED) ? Optional.of(at) : Optional.empty());
    Map<MemberId, MemberFacts> members =
        is(status, Status.AUTHOR_UNKNOWN)
            ? Map.of()
            : Map.of(AUTHOR, author(domain, point, is(status, Status.ACCOUNT_CLOSED)));
    return CaseWriter.write("counterexample", domain.uses().get(point.use()), record, members, at);
  }

  private static boolean is(Optional<Status> status, Status wanted) {
    return status.filter(s -> s == wanted).isPresent();
  }

  private static MemberFacts author(ProofDomain domain, ProofPoint point, boolean closed) {
    Instant at = domain.instants().get(point.instant());
    MemberFacts facts =
        Domain.member(
            domain.histories().get(point.history()),
            domain.births().get(point.birth()).value(),
            domain.toggles().get(point.toggle()).value(),
            domain.objections().get(point.objection()).value(),
            domain.notices().get(point.notice()).value(),
            LocalDate.ofInstant(at, domain.program().definition().zone()),
            at);
    return new MemberFacts(
        facts.countries(),
        facts.birthDate(),
        facts.toggle(),
        facts.objections(),
        facts.notices(),
        closed ? Optional.of(at) : Optional.empty());
  }
}
