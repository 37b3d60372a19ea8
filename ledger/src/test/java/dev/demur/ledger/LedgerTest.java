package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What the ledger promises its callers, on both databases.
@ParameterizedClass(name = "{0}")
@MethodSource("databases")
class LedgerTest {
  private static final MemberId ADA = new MemberId("ada-lovelace-7f3");
  private static final MemberId BOB = new MemberId("bob");
  private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");
  private static final String SHA256 = "ab".repeat(32);

  @Parameter TestDatabases.Maker maker;
  @TempDir Path folder;

  private final Ticking clock = new Ticking();
  private final LedgerKeys keys = LedgerKeys.create("demur.test/log");
  private Database database;
  private Ledger ledger;

  static Stream<Named<TestDatabases.Maker>> databases() {
    return TestDatabases.all();
  }

  @BeforeEach
  void open() {
    database = maker.open(folder);
    ledger = Ledger.open(database, keys, clock);
  }

  @AfterEach
  void close() {
    if (ledger != null) {
      ledger.close();
      database.close();
    }
  }

  @Test
  void factsAreWhatWasAppendedInTheOrderInWhichItHappened() {
    Instant moved = Instant.parse("2020-05-01T00:00:00Z");
    ledger.append(ADA, new Event.ResidenceLearned("FR", moved));
    ledger.append(ADA, new Event.ResidenceLearned("DE", LONG_AGO));
    ledger.append(ADA, new Event.BirthDateLearned(LocalDate.of(1990, 5, 1)));
    ledger.append(Entry.of(ADA, new Event.ToggleChanged(true), moved));
    ledger.append(Entry.of(ADA, new Event.ToggleChanged(false), LONG_AGO));
    ledger.append(ADA, new Event.NoticeDelivered("linkedin-2025", "1", SHA256, "outbox"));
    ledger.append(ADA, new Event.AccountClosed());

    assertThat(ledger.view().factsOf(ADA))
        .contains(
            new MemberFacts(
                List.of(
                    new MemberFacts.Residence("DE", LONG_AGO),
                    new MemberFacts.Residence("FR", moved)),
                Optional.of(LocalDate.of(1990, 5, 1)),
                List.of(
                    new MemberFacts.ToggleChange(false, LONG_AGO),
                    new MemberFacts.ToggleChange(true, moved)),
                List.of(),
                List.of(new MemberFacts.Notice(clock.instant())),
                Optional.of(clock.instant())));
    assertThat(ledger.view().factsOf(BOB)).isEmpty();
    assertThat(ledger.members()).containsExactly(ADA);
  }

  @Test
  void whatIsLearntLaterCorrectsWhatWasLearntBeforeAndThePastStaysAsItWas() {
    ledger.append(ADA, new Event.ResidenceLearned("DE", LONG_AGO));
    ledger.append(ADA, new Event.BirthDateLearned(LocalDate.of(1990, 5, 1)));
    Instant then = clock.instant();
    clock.move(Duration.ofDays(1));
    ledger.append(ADA, new Event.ResidenceLearned("CH", LONG_AGO));
    ledger.append(ADA, new Event.BirthDateLearned(LocalDate.of(2010, 5, 1)));

    MemberFacts now = ledger.view().factsOf(ADA).orElseThrow();
    MemberFacts before = ledger.knownAt(then).factsOf(ADA).orElseThrow();
    assertThat(now.countries()).containsExactly(new MemberFacts.Residence("CH", LONG_AGO));
    assertThat(now.birthDate()).contains(LocalDate.of(2010, 5, 1));
    assertThat(before.countries()).containsExactly(new MemberFacts.Residence("DE", LONG_AGO));
    assertThat(before.birthDate()).contains(LocalDate.of(1990, 5, 1));
    assertThat(ledger.knownAt(then.minusSeconds(1)).factsOf(ADA)).isEmpty();
    assertThat(ledger.knownAt(then).position()).isEqualTo(2);
  }

  @Test
  void aClockMovedBackDoesNotReorderWhatWasLearnt() {
    ledger.append(ADA, new Event.ToggleChanged(true));
    clock.move(Duration.ofHours(-3));
    ledger.append(ADA, new Event.ToggleChanged(false));

    List<HistoryItem> history = ledger.history(ADA);
    assertThat(history.get(1).entry().learntAt()).isEqualTo(history.get(0).entry().learntAt());
    assertThat(ledger.knownAt(history.get(0).entry().learntAt()).position()).isEqualTo(2);
  }

  @Test
  void everyReceiptVerifiesWithThePublicKeyAlone() {
    Receipt first = ledger.append(ADA, new Event.ToggleChanged(true));
    for (int i = 0; i < 300; i++) {
      ledger.append(BOB, new Event.ToggleChanged(i % 2 == 0));
    }
    String key = ledger.publicKey().text();

    assertThat(ReceiptVerifier.verify(first.toJson(), key).position()).isEqualTo(1);
    assertThat(ReceiptVerifier.verify(ledger.receipt(257).toJson(), key).position()).isEqualTo(257);
    for (HistoryItem item : ledger.history(BOB)) {
      Receipt verified = ReceiptVerifier.verify(item.receipt().toJson(), key);
      assertThat(verified.position()).isEqualTo(item.entry().position());
      assertThat(Statement.parse(verified.entry()).event()).isEqualTo(item.entry().event());
    }
    assertThat(ledger.verify()).isEqualTo(new LedgerCheck(301, 301, 0, 301, List.of()));
    assertThatThrownBy(() -> ledger.receipt(302))
        .hasMessage("the ledger has the entries 1 to 301, got 302");
  }

  @Test
  void entriesAppendedTogetherShareOneHead() {
    List<Receipt> receipts =
        ledger.appendAll(
            List.of(
                Entry.of(ADA, new Event.MemberJoined(), LONG_AGO),
                Entry.of(BOB, new Event.MemberJoined(), LONG_AGO)));

    assertThat(receipts).extracting(Receipt::position).containsExactly(1L, 2L);
    assertThat(receipts).extracting(Receipt::checkpoint).containsOnly(ledger.checkpoint().get());
    assertThat(ledger.appendAll(List.of())).isEmpty();
  }

  @Test
  void anIdempotencyKeyWritesOnce() {
    Entry off = Entry.of(ADA, new Event.ToggleChanged(false), LONG_AGO).withKey("request-1");
    Receipt first = ledger.append(off);
    Receipt again = ledger.append(off);
    ledger.append(Entry.of(BOB, new Event.ToggleChanged(true), LONG_AGO).withKey("request-1"));

    assertThat(again.position()).isEqualTo(first.position());
    assertThat(again.commitment()).isEqualTo(first.commitment());
    assertThat(ledger.view().position()).isEqualTo(2);
    assertThatThrownBy(() ->
            ledger.append(
                Entry.of(ADA, new Event.ToggleChanged(true), LONG_AGO).withKey("request-1")))
        .isInstanceOf(IdempotencyConflict.class)
        .hasMessage(
            "this idempotency key was used for ledger entry 1, which says something else; use a new key");
    assertThat(ledger.view().position()).isEqualTo(2);
  }

  @Test
  void onceMakesAnImportThatRunsAgainChangeNothing() {
    List<Entry> facts =
        List.of(
            Entry.of(ADA, new Event.ResidenceLearned("DE", LONG_AGO), LONG_AGO).once(),
            Entry.of(ADA, new Event.ResidenceLearned("DE", LONG_AGO), LONG_AGO).once(),
            Entry.of(ADA, new Event.BirthDateLearned(LocalDate.of(1990, 5, 1)), LONG_AGO).once());
    ledger.appendAll(facts);
    ledger.appendAll(facts);

    assertThat(ledger.view().position()).isEqualTo(2);
  }

  @Test
  void aConflictRefusesAllThatWasAppendedWithIt() {
    ledger.append(Entry.of(ADA, new Event.ToggleChanged(true), LONG_AGO).withKey("k"));
    List<Entry> together =
        List.of(
            Entry.of(BOB, new Event.MemberJoined(), LONG_AGO),
            Entry.of(ADA, new Event.ToggleChanged(false), LONG_AGO).withKey("k"));

    assertThatThrownBy(() -> ledger.appendAll(together)).isInstanceOf(IdempotencyConflict.class);
    assertThat(ledger.view().position()).isEqualTo(1);
    assertThat(ledger.members()).containsExactly(ADA);
  }

  @Test
  void onlyNoticesOfTheProgramCountUnderIt() {
    ledger.append(ADA, new Event.NoticeDelivered("linkedin-2025", "1", SHA256, "outbox"));
    LedgerView view = ledger.view();

    assertThat(view.under("linkedin-2025").factsOf(ADA).get().notices()).hasSize(1);
    assertThat(view.under("linkedin-2025", "1").factsOf(ADA).get().notices()).hasSize(1);
    assertThat(view.under("linkedin-2025", "2").factsOf(ADA).get().notices()).isEmpty();
    assertThat(view.under("meta-2025").factsOf(ADA).get().notices()).isEmpty();
  }

  @Test
  void aDeletedRecordIsKnownByItsId() {
    RecordId record = new RecordId("0123456789abcdef0123456789abcdef");
    ledger.append(ADA, new Event.MemberJoined());
    LedgerView before = ledger.view();
    ledger.append(ADA, new Event.RecordDeleted(record));

    assertThat(before.deletedAt(record)).isEmpty();
    assertThat(ledger.view().deletedAt(record)).contains(clock.instant());
    assertThat(ledger.view(1).deletedAt(record)).isEmpty();
    assertThat(ledger.changedSince(1)).containsExactly(ADA);
    assertThat(ledger.changedSince(2)).isEmpty();
  }

  @Test
  void somebodyWhoOnlyObjectedIsNoMemberAndIsHeardWhenBecomingOne() {
    ledger.append(BOB, objection("c1", "Bob Roe"));
    assertThat(ledger.view().factsOf(BOB)).isEmpty();
    assertThat(ledger.members()).isEmpty();
    assertThat(ledger.view().objectorNames()).containsExactly("Bob Roe");

    ledger.append(BOB, new Event.MemberJoined());
    assertThat(ledger.view().factsOf(BOB).orElseThrow().objections())
        .extracting(MemberFacts.Objection::state)
        .containsExactly(State.PENDING);
    assertThat(ledger.view(1).factsOf(BOB)).isEmpty();
  }

  @Test
  void anObjectionStandsUntilItIsRefusedOrWithdrawn() {
    ledger.append(ADA, objection("c1", "Ada L."));
    ledger.append(ADA, objection("c2", "Countess"));
    ledger.append(ADA, new Event.ObjectionDecided("c1", State.REFUSED, "Jo", "fraud inquiry"));
    ledger.append(ADA, new Event.ObjectionDecided("c2", State.GRANTED, "Jo", ""));

    assertThat(ledger.view().objectorNames()).containsExactly("Countess");
    assertThat(ledger.view(2).objectorNames()).containsExactly("Ada L.", "Countess");
    assertThat(ledger.view().objector("c1").orElseThrow().state()).isEqualTo(State.REFUSED);
    assertThat(ledger.view(2).objector("c1").orElseThrow().state()).isEqualTo(State.PENDING);
    assertThat(ledger.view().caseHistory("c1")).hasSize(2);
  }

  @Test
  void anErasedMemberIsAStrangerInEveryViewAndTheLogStillHolds() {
    Receipt receipt = ledger.append(ADA, new Event.ToggleChanged(true));
    ledger.append(BOB, new Event.ToggleChanged(true));
    LedgerView before = ledger.view();
    assertThat(before.factsOf(ADA)).isPresent();
    Erasure erasure = ledger.erase(ADA);

    assertThat(ledger.view().factsOf(ADA)).isEmpty();
    assertThat(ledger.view(1).factsOf(ADA)).isEmpty();
    assertThat(ledger.members()).containsExactly(BOB);
    assertThat(ledger.view(1).members()).isEmpty();
    assertThat(ledger.changedSince(0)).containsExactly(BOB);
    assertThat(ledger.history(ADA)).isEmpty();
    assertThatThrownBy(() -> ledger.receipt(1))
        .hasMessage("ledger entry 1 was erased and can no longer be read");
    assertThat(ledger.verify()).isEqualTo(new LedgerCheck(3, 2, 1, 3, List.of()));
    String key = ledger.publicKey().text();
    assertThat(ReceiptVerifier.verify(receipt.toJson(), key)).isEqualTo(receipt);
    assertThat(erasure.receipt()).isPresent();
    assertThat(erasure.keptObjections()).isEmpty();
    assertThat(ledger.erase(ADA)).isEqualTo(new Erasure(Optional.empty(), List.of()));
  }

  @Test
  void theErasedMayComeBackAsSomebodyNew() {
    ledger.append(ADA, new Event.ToggleChanged(false));
    ledger.erase(ADA);
    ledger.append(ADA, new Event.MemberJoined());

    assertThat(ledger.view().factsOf(ADA)).contains(MemberFacts.UNKNOWN);
    assertThat(ledger.view(1).factsOf(ADA)).isEmpty();
  }

  @Test
  void aStandingObjectionOutlivesItsMemberWithWhatItNeedsAndNoMore() {
    ledger.append(ADA, new Event.MemberJoined());
    ledger.append(ADA, objection("c1", "Ada L."));
    clock.move(Duration.ofDays(2));
    ledger.append(ADA, new Event.ObjectionDecided("c1", State.GRANTED, "Jo", ""));
    ledger.append(ADA, objection("c2", "Countess"));
    ledger.append(ADA, new Event.ObjectionDecided("c2", State.REFUSED, "Jo", "grounds"));
    List<Objector> before = ledger.view(4).objectors();
    Erasure erasure = ledger.erase(ADA);

    assertThat(erasure.keptObjections()).containsExactly("c1");
    LedgerView view = ledger.view();
    assertThat(view.objectorNames()).containsExactly("Ada L.");
    Objector kept = view.objector("c1").orElseThrow();
    assertThat(kept.kept()).isTrue();
    assertThat(kept.state()).isEqualTo(State.GRANTED);
    assertThat(kept.filedAt()).isEqualTo(before.getFirst().filedAt());
    assertThat(kept.decidedAt()).contains(clock.instant());
    assertThat(view.objector("c2")).isEmpty();
    assertThat(ledger.view(1).objectorNames()).isEmpty();
    assertThat(ledger.view(2).objectorNames()).containsExactly("Ada L.");
    assertThat(ledger.view(2).objector("c1").orElseThrow().state()).isEqualTo(State.PENDING);
    assertThat(view.factsOf(ADA)).isEmpty();
    assertThat(ledger.changedSince(5)).containsExactly(ADA);
  }

  @Test
  void aKeptObjectionBindsWhoeverComesBackAndCanStillBeWithdrawn() {
    ledger.append(ADA, objection("c1", "Ada L."));
    ledger.erase(ADA);
    ledger.append(ADA, new Event.MemberJoined());
    assertThat(ledger.view().factsOf(ADA).orElseThrow().objections()).hasSize(1);

    ledger.appendToCase("c1", new Event.ObjectionDecided("c1", State.WITHDRAWN, "Ada", ""));
    assertThat(ledger.view().factsOf(ADA).orElseThrow().objections())
        .extracting(MemberFacts.Objection::state)
        .containsExactly(State.WITHDRAWN);
    assertThat(ledger.view().objectorNames()).isEmpty();
    ledger.erase(ADA);
    assertThat(ledger.view().objectors()).isEmpty();
    assertThat(ledger.verify().problems()).isEmpty();
  }

  @Test
  void operatorEventsBelongToNobody() {
    var details = new TreeMap<>(java.util.Map.of("snapshot", "1", "contentRoot", SHA256));
    Receipt receipt = ledger.append(new Event.OperatorNoted("snapshot-built", details), "built-1");
    Receipt again = ledger.append(new Event.OperatorNoted("snapshot-built", details), "built-1");

    assertThat(again.position()).isEqualTo(receipt.position());
    assertThat(ledger.operatorEntries(0))
        .extracting(Recorded::event)
        .containsExactly(new Event.OperatorNoted("snapshot-built", details));
    assertThat(ledger.members()).isEmpty();
    assertThat(ReceiptVerifier.verify(receipt.toJson(), ledger.publicKey())).isEqualTo(receipt);
  }

  @Test
  void loadingEverybodyAnswersAsAskingOneByOne() {
    for (int i = 0; i < 50; i++) {
      ledger.append(new MemberId("m" + i % 10), new Event.ToggleChanged(i % 3 == 0));
    }
    LedgerView loaded = ledger.view().load();
    ledger.append(BOB, new Event.MemberJoined());
    try (Ledger other = Ledger.open(database, keys, clock)) {
      for (MemberId member : other.members()) {
        assertThat(ledger.view().factsOf(member)).isEqualTo(other.view().factsOf(member));
        assertThat(loaded.factsOf(member)).isEqualTo(other.view(50).factsOf(member));
      }
    }
    ledger.erase(BOB);
    assertThat(ledger.view().load().factsOf(BOB)).isEmpty();
  }

  @Test
  void whatOneProcessAcknowledgedTheOtherSeesAtOnce() {
    try (Ledger other = Ledger.open(database, keys, clock)) {
      for (int i = 0; i < 20; i++) {
        boolean on = i % 2 == 0;
        (on ? ledger : other).append(ADA, new Event.ToggleChanged(on));
        assertThat((on ? other : ledger).view().factsOf(ADA).get().toggle().getLast().on())
            .isEqualTo(on);
      }
      other.erase(ADA);
      assertThat(ledger.view().factsOf(ADA)).isEmpty();
    }
  }

  @Test
  void whatCannotBeSaidIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> ledger.append(new MemberId("a\ud83d"), new Event.MemberJoined()))
        .hasMessage("text holds half a surrogate pair");
    Event.OfMember tooLong = objection("c", "x".repeat(70_000));
    assertThatThrownBy(() -> ledger.append(ADA, tooLong))
        .hasMessageStartingWith("an event has at most 65536 bytes of JSON, got 70");
    assertThat(ledger.view().factsOf(new MemberId("a\ud83d"))).isEmpty();
    assertThatThrownBy(() -> ledger.view(1))
        .hasMessage("the ledger has the positions 0 to 0, got 1");
    assertThatThrownBy(
            () -> ledger.appendToCase("c9", new Event.ObjectionExtended("c9", "Jo", "many")))
        .hasMessage("there is no objection case c9");
    assertThat(ledger.view().position()).isZero();
  }

  @Test
  void anotherKeyIsRefused() {
    ledger.append(ADA, new Event.MemberJoined());
    LedgerKeys other = LedgerKeys.create("demur.test/log");

    assertThatThrownBy(() -> Ledger.open(database, other, clock))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("use the key the ledger was made with");
  }

  @Test
  void aClosedLedgerTakesNothingMore() {
    ledger.append(ADA, new Event.MemberJoined());
    ledger.close();
    ledger.close();

    assertThatThrownBy(() -> ledger.append(ADA, new Event.AccountClosed()))
        .hasMessage("the ledger is closed");
  }

  private static Event.ObjectionFiled objection(String caseId, String name) {
    return new Event.ObjectionFiled(
        caseId,
        Set.of(Control.CONTENT_GENERATION, Control.FEEDBACK),
        Optional.of("my own reason"),
        new TreeSet<>(Set.of(name)),
        Optional.of("linkedin-2025"));
  }
}
