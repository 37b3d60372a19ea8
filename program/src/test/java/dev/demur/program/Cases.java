package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Builds members and records for tests, starting from an adult in Germany who was told in time.
final class Cases {
  static final Use WRITING = new Use(Purpose.CONTENT_GENERATION, Recipient.CONTROLLER);
  static final Use OTHER_ML = new Use(Purpose.OTHER_ML, Recipient.CONTROLLER);
  static final MemberId AUTHOR = new MemberId("author");
  static final Instant AT = Instant.parse("2025-12-01T00:00:00Z");

  private Cases() {}

  static MemberFacts adultIn(String country) {
    return new MemberFacts(
        List.of(new Residence(country, Instant.parse("2015-01-01T00:00:00Z"))),
        Optional.of(LocalDate.parse("1990-05-01")),
        List.of(),
        List.of(),
        List.of(new Notice(Instant.parse("2025-09-18T00:00:00Z"))),
        Optional.empty());
  }

  static MemberFacts bornOn(MemberFacts facts, String day) {
    return new MemberFacts(
        facts.countries(),
        Optional.of(LocalDate.parse(day)),
        facts.toggle(),
        facts.objections(),
        facts.notices(),
        facts.closedAt());
  }

  static MemberFacts movedTo(MemberFacts facts, String country, String from) {
    List<Residence> countries = new ArrayList<>(facts.countries());
    countries.add(new Residence(country, Instant.parse(from)));
    return new MemberFacts(
        countries,
        facts.birthDate(),
        facts.toggle(),
        facts.objections(),
        facts.notices(),
        facts.closedAt());
  }

  static MemberFacts toggled(MemberFacts facts, boolean on, String at) {
    List<ToggleChange> toggle = new ArrayList<>(facts.toggle());
    toggle.add(new ToggleChange(on, Instant.parse(at)));
    return new MemberFacts(
        facts.countries(),
        facts.birthDate(),
        toggle,
        facts.objections(),
        facts.notices(),
        facts.closedAt());
  }

  static MemberFacts objected(
      MemberFacts facts, Objection.State state, String filed, String decided, Control... covers) {
    List<Objection> objections = new ArrayList<>(facts.objections());
    Optional<Instant> decidedAt =
        decided.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(decided));
    objections.add(new Objection(Instant.parse(filed), decidedAt, state, Set.of(covers)));
    return new MemberFacts(
        facts.countries(),
        facts.birthDate(),
        facts.toggle(),
        objections,
        facts.notices(),
        facts.closedAt());
  }

  static RecordFacts record(Category category, String createdAt) {
    return new RecordFacts(
        category,
        createdAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(createdAt)),
        Optional.of(AUTHOR),
        List.of(),
        List.of(),
        Optional.empty());
  }

  static RecordFacts post() {
    return record(Category.CONTENT_POST, "2025-11-20T10:00:00Z");
  }

  static MemberFactSource members(Object... idsAndFacts) {
    Map<MemberId, MemberFacts> facts = new HashMap<>();
    for (int i = 0; i < idsAndFacts.length; i += 2) {
      facts.put((MemberId) idsAndFacts[i], (MemberFacts) idsAndFacts[i + 1]);
    }
    return id -> Optional.ofNullable(facts.get(id));
  }

  /// `permit`, or the code of the reason.
  static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Permit _ -> "permit";
      case Decision.Deny deny -> deny.reason().code();
    };
  }
}
