package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.ledger.Event;
import dev.demur.ledger.Event.CaseStepTaken.Step;
import dev.demur.ledger.Recorded;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /// Killed before the first case is linked, and between the two.
  @ParameterizedTest(name = "at the clock''s question {0} after it was certified")
  @ValueSource(ints = {1, 2})
  void aRemovalKilledAfterItsCertificateLinksEachCaseOnce(int question) throws Exception {
    String kept = objection(ADA);
    String pending = objection(new MemberId("eve"));
    Choices.close(home, ADA, Optional.empty());
    home.close();

    int ended = removeInAnotherProcess(question);
    home = Home.open(folder.resolve("home"), CLOCK, Optional.empty());
    assertThat(ended).isEqualTo(KilledLinking.KILLED);
    assertThat(certificates()).as("certified before it died").hasSize(1);
    assertThat(RemovalState.of(home)).isPresent();
    assertThat(found(kept).removals().size() + found(pending).removals().size())
        .as("cases linked before it died")
        .isEqualTo(question - 1);
    Certificate again = forget(Set.of());

    assertThat(certificates()).as("one removal, one certificate").hasSize(1);
    assertThat(again.logEntry()).isEqualTo(certificates().getFirst());
    assertThat(found(kept).removals()).containsExactlyElementsOf(certificates());
    assertThat(found(pending).removals()).containsExactlyElementsOf(certificates());
    assertThat(RemovalState.of(home)).isEmpty();
    assertThat(home.ledger().verify().problems()).isEmpty();
  }

  private List<Long> certificates() {
    return home.ledger().operatorEntries(0).stream()
        .filter(entry ->
            entry.event() instanceof Event.OperatorNoted noted
                && noted.kind().equals(Forgetting.CERTIFIED))
        .map(Recorded::position)
        .toList();
  }

  private int removeInAnotherProcess(int question) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            KilledLinking.class.getName(),
            folder.resolve("home").toString(),
            Integer.toString(question))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
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
