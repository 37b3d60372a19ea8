package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant NOW = Instant.parse("2025-11-20T10:00:00Z");
  private static final MemberId ADA = new MemberId("ada-lovelace-7f3");
  private static final MemberId BOB = new MemberId("bob");

  @TempDir Path folder;
  private Database database;
  private Ledger ledger;

  @BeforeEach
  void open() {
    database = Database.sqlite(folder.resolve("demur.db"));
    ledger = Ledger.open(database, LedgerKeys.in(folder), InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() {
    ledger.close();
    database.close();
  }

  @Test
  void factsAreWhatWasAppended() {
    Instant from = Instant.parse("2015-01-01T00:00:00Z");
    ledger.append(ADA, new Event.ResidenceLearned("DE", from));
    ledger.append(ADA, new Event.BirthDateLearned(LocalDate.of(1990, 5, 1)));
    ledger.append(ADA, new Event.ToggleChanged(false));

    assertThat(ledger.view().factsOf(ADA))
        .contains(
            new MemberFacts(
                List.of(new MemberFacts.Residence("DE", from)),
                Optional.of(LocalDate.of(1990, 5, 1)),
                List.of(new MemberFacts.ToggleChange(false, NOW)),
                List.of(),
                List.of(),
                Optional.empty()));
    assertThat(ledger.view().factsOf(BOB)).isEmpty();
    assertThat(ledger.members()).containsExactly(ADA);
  }

  @Test
  void aReceiptVerifiesWithThePublicKeyAlone() {
    for (int i = 0; i < 5; i++) {
      ledger.append(BOB, new Event.ToggleChanged(i % 2 == 0));
    }
    var receipt = ledger.append(ADA, new Event.ToggleChanged(true));

    assertThat(ReceiptVerifier.verify(receipt.toJson(), ledger.publicKey().text()))
        .isEqualTo(receipt);
    assertThat(ledger.verify().problems()).isEmpty();
  }

  @Test
  void anErasedMemberIsAStrangerAndTheObjectionStandsOn() {
    ledger.append(ADA, new Event.ToggleChanged(true));
    ledger.append(
        ADA,
        new Event.ObjectionFiled(
            "c1",
            Set.of(Control.CONTENT_GENERATION),
            Optional.of("secret reason"),
            new TreeSet<>(Set.of("Ada L.")),
            Optional.empty()));
    Erasure erasure = ledger.erase(ADA);

    assertThat(erasure.keptObjections()).containsExactly("c1");
    assertThat(ledger.view().factsOf(ADA)).isEmpty();
    assertThat(ledger.view(2).objectorNames()).containsExactly("Ada L.");
    assertThat(ledger.view().objectorNames()).containsExactly("Ada L.");
    LedgerCheck check = ledger.verify();
    assertThat(check.problems()).isEmpty();
    assertThat(check.erased()).isEqualTo(2);
  }
}
