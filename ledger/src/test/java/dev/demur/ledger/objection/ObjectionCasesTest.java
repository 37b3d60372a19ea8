package dev.demur.ledger.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.ledger.Database;
import dev.demur.ledger.Event;
import dev.demur.ledger.IdempotencyConflict;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerKeys;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectionCasesTest {
  private static final MemberId ADA = new MemberId("ada");
  private static final Instant FILED = Instant.parse("2025-11-20T10:00:00Z");
  private static final Set<Control> COVERS = Set.of(Control.CONTENT_GENERATION);

  @TempDir Path folder;

  private Instant now = FILED;
  private final InstantSource clock = () -> now;
  private Database database;
  private Ledger ledger;
  private ObjectionCases cases;

  @BeforeEach
  void open() {
    database = Database.sqlite(folder.resolve("demur.db"));
    ledger = Ledger.open(database, LedgerKeys.create("log"), clock);
    cases = new ObjectionCases(ledger, clock);
    ledger.append(ADA, new Event.ResidenceLearned("DE", Instant.EPOCH));
  }

  @AfterEach
  void close() {
    ledger.close();
    database.close();
  }

  @Test
  void anObjectionNeedsNoReasonAndCountsAtOnce() {
    FiledCase filed = cases.file(Filing.of(ADA, COVERS, FILED));

    assertThat(ledger.view().factsOf(ADA).orElseThrow().objections())
        .extracting("state")
        .containsExactly(State.PENDING);
    ObjectionCase found = cases.find(filed.caseId()).orElseThrow();
    assertThat(found.open()).isTrue();
    assertThat(found.reason()).isEmpty();
    assertThat(found.clock().dueOn()).isEqualTo("2025-12-20");
    assertThat(ReceiptVerifier.verify(filed.receipt().toJson(), ledger.publicKey()))
        .isEqualTo(filed.receipt());
  }

  @Test
  void aVisitorWhoIsKnownByNameOnlyCanObject() {
    MemberId jane = MemberId.ofName("Jane Roe");
    FiledCase filed =
        cases.file(
            Filing.of(jane, COVERS, FILED)
                .withNames(Set.of("Jane Roe", "@jroe"))
                .withReason("I never joined")
                .withProgram("linkedin-2025"));

    ObjectionCase found = cases.find(filed.caseId()).orElseThrow();
    assertThat(found.reason()).contains("I never joined");
    assertThat(found.program()).contains("linkedin-2025");
    assertThat(ledger.view().objectorNames()).containsExactly("@jroe", "Jane Roe");
    assertThat(ledger.members()).containsExactly(ADA);
  }

  @Test
  void aFilingSentTwiceIsOneCase() {
    Filing filing = Filing.of(ADA, COVERS, FILED).withKey("form-17");
    FiledCase first = cases.file(filing);
    FiledCase again = cases.file(filing);

    assertThat(again.caseId()).isEqualTo(first.caseId());
    assertThat(cases.list()).hasSize(1);
    Filing other = Filing.of(ADA, Set.of(Control.FEEDBACK), FILED).withKey("form-17");
    assertThatThrownBy(() -> cases.file(other)).isInstanceOf(IdempotencyConflict.class);
  }

  @Test
  void aRefusalNeedsGroundsAndAName() {
    String id = cases.file(Filing.of(ADA, COVERS, FILED)).caseId();

    assertThatThrownBy(() -> cases.refuse(id, "Jo Doe", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a refusal needs the compelling grounds it rests on (GDPR Art. 21(1))");
    assertThatThrownBy(() -> cases.refuse(id, "", "fraud inquiry"))
        .hasMessage("by must not be blank");
    assertThat(cases.find(id).orElseThrow().open()).isTrue();

    cases.refuse(id, "Jo Doe", "fraud inquiry");
    ObjectionCase refused = cases.find(id).orElseThrow();
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.decision())
        .contains(new Event.ObjectionDecided(id, State.REFUSED, "Jo Doe", "fraud inquiry"));
  }

  @Test
  void onlyWhatTheStateAllowsCanBeDecided() {
    String id = cases.file(Filing.of(ADA, COVERS, FILED)).caseId();
    cases.grant(id, "Jo");

    assertThatThrownBy(() -> cases.refuse(id, "Jo", "grounds"))
        .isInstanceOf(CaseRefused.class)
        .hasMessage("case %s is GRANTED and cannot become REFUSED".formatted(id));
    assertThatThrownBy(() -> cases.grant(id, "Jo")).isInstanceOf(CaseRefused.class);
    cases.withdraw(id, "Ada");
    assertThat(cases.find(id).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
    assertThatThrownBy(() -> cases.grant("case-none", "Jo"))
        .hasMessage("there is no objection case case-none");
  }

  @Test
  void anExtensionIsToldInsideTheFirstMonthAndOnce() {
    String id = cases.file(Filing.of(ADA, COVERS, FILED)).caseId();
    String late = cases.file(Filing.of(ADA, COVERS, FILED)).caseId();
    now = FILED.plus(Duration.ofDays(20));
    cases.extend(id, "Jo", "many requests");

    assertThat(cases.find(id).orElseThrow().clock().dueOn()).isEqualTo("2026-02-20");
    assertThatThrownBy(() -> cases.extend(id, "Jo", "more"))
        .hasMessage(
            "case %s is PENDING and already extended; only a pending case can be extended, and once"
                .formatted(id));
    now = FILED.plus(Duration.ofDays(31));
    assertThatThrownBy(() -> cases.extend(late, "Jo", "many requests"))
        .hasMessage(
            "case %s was due on 2025-12-20; an extension must be told before that (GDPR Art. 12(3))"
                .formatted(late));
    assertThat(cases.queue()).extracting(ObjectionCase::id).containsExactly(late, id);
  }

  @Test
  void stepsOfWorkAreKeptInOrder() {
    String id = cases.file(Filing.of(ADA, COVERS, FILED)).caseId();
    cases.step(id, Event.CaseStepTaken.Step.IDENTITY_CHECKED, "Jo", "signed in");
    cases.grant(id, "Jo");
    cases.step(id, Event.CaseStepTaken.Step.EXECUTED, "demur", "restored");

    assertThat(cases.find(id).orElseThrow().steps())
        .extracting(step -> step.event().getClass().getSimpleName())
        .containsExactly("ObjectionFiled", "CaseStepTaken", "ObjectionDecided", "CaseStepTaken");
  }

  @Test
  void theCaseOfSomebodyErasedGoesOnWithoutTheReason() {
    String id =
        cases
            .file(Filing.of(ADA, COVERS, FILED).withNames(Set.of("Ada L.")).withReason("illness"))
            .caseId();
    ledger.erase(ADA);

    ObjectionCase kept = cases.find(id).orElseThrow();
    assertThat(kept.personErased()).isTrue();
    assertThat(kept.reason()).isEmpty();
    assertThat(kept.names()).containsExactly("Ada L.");
    assertThat(kept.filedAt()).isEqualTo(FILED);
    cases.grant(id, "Jo");
    assertThat(cases.find(id).orElseThrow().state()).isEqualTo(State.GRANTED);
    assertThat(ledger.members()).isEmpty();
  }
}
