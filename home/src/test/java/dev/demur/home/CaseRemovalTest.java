package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.ledger.Event;
import dev.demur.ledger.Event.CaseStepTaken.Step;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An objection's case names the removal that carried it out, by the certificate's entry in the
/// log.
class CaseRemovalTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-12-05T10:00:00Z"));
  private static final MemberId ADA = new MemberId("ada");

  @TempDir Path folder = Path.of("");
  private Home home;

  @BeforeEach
  void open() {
    home = Home.open(folder.resolve("home"), CLOCK, Optional.empty());
    Choices.learn(home, ADA, Optional.of("DE"), Optional.empty(), Optional.empty());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private String objection(MemberId person) {
    return Choices.object(
            home,
            person,
            "linkedin-2025",
            EnumSet.allOf(Control.class),
            Optional.empty(),
            new TreeSet<>(),
            Optional.empty())
        .caseId();
  }

  private ObjectionCase found(String id) {
    return Choices.cases(home).find(id).orElseThrow();
  }

  private Certificate forget(Set<MemberId> members) {
    return new Forgetting(home, () -> folder, Progress.NONE).forget(members, true);
  }

  @Test
  void aGrantedCaseAndAPendingOneNameTheRemovalThatFollows() {
    String granted = objection(ADA);
    String pending = objection(new MemberId("eve"));
    Choices.cases(home).grant(granted, "Jo");
    assertThat(found(granted).removals()).isEmpty();

    Certificate certificate = forget(Set.of());

    assertThat(found(granted).removals()).containsExactly(certificate.logEntry());
    assertThat(found(pending).removals()).containsExactly(certificate.logEntry());
    assertThat(
            ReceiptVerifier.verify(
                    home.ledger().receipt(certificate.logEntry()).toJson(),
                    home.ledger().publicKey())
                .entry())
        .contains(Forgetting.CERTIFIED);
    forget(Set.of());
    assertThat(found(granted).removals()).as("once").containsExactly(certificate.logEntry());
  }

  @Test
  void aCaseThatWasRefusedNamesNone() {
    String refused = objection(ADA);
    Choices.cases(home).refuse(refused, "Jo", "a court's order of 3 May");
    forget(Set.of());
    assertThat(found(refused).removals()).isEmpty();
  }

  @Test
  void aCaseThatOutlivesItsPersonNamesTheRemovalOfThatPerson() {
    String id = objection(ADA);
    Choices.close(home, ADA, Optional.empty());
    Certificate certificate = forget(Set.of());
    assertThat(certificate.keptObjections()).containsExactly(id);
    assertThat(found(id).personErased()).isTrue();
    assertThat(found(id).removals()).containsExactly(certificate.logEntry());
    assertThat(home.ledger().verify().problems()).isEmpty();
  }

  @Test
  void aVisitorWhoAsksTwiceWithOneKeyGivesTheContactOnce() {
    VisitorObjections.Form form =
        new VisitorObjections.Form(
            "Wilhelmina Quist",
            List.of(),
            Optional.of("mina@example.org"),
            EnumSet.allOf(Control.class),
            Optional.empty());
    FiledCase first = VisitorObjections.file(home, form, Optional.of("once"));
    FiledCase second = VisitorObjections.file(home, form, Optional.of("once"));

    assertThat(second.caseId()).isEqualTo(first.caseId());
    assertThat(found(first.caseId()).steps())
        .filteredOn(step ->
            step.event() instanceof Event.CaseStepTaken taken && taken.step() == Step.CONTACT_GIVEN)
        .hasSize(1);
  }
}
