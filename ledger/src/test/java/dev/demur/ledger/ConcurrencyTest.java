package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrencyTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  static Stream<Named<TestDatabases.Maker>> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void manyThreadsLoseNothingAndShareCommits(TestDatabases.Maker maker) throws Exception {
    int threads = 64;
    int each = 25;
    try (Database database = maker.open(folder);
        Ledger ledger = Ledger.open(database, LedgerKeys.create("log"), CLOCK)) {
      List<Receipt> receipts = appendFrom(threads, each, List.of(ledger));

      assertThat(positions(receipts))
          .isEqualTo(
              LongStream.rangeClosed(1, (long) threads * each).boxed().collect(Collectors.toSet()));
      LedgerCheck check = ledger.verify();
      assertThat(check.problems()).isEmpty();
      assertThat(check.entries()).isEqualTo((long) threads * each);
      assertThat(check.checkpoints()).isLessThan((long) threads * each / 4);
      for (Receipt receipt : receipts.subList(0, 50)) {
        assertThat(ReceiptVerifier.verify(receipt.toJson(), ledger.publicKey())).isEqualTo(receipt);
      }
    }
  }

  /// Two connections pools and writers, as two processes have.
  @Test
  void twoLedgersOnOneFileLoseNothing() throws Exception {
    Path file = folder.resolve("demur.db");
    LedgerKeys keys = LedgerKeys.create("log");
    try (Database first = Database.sqlite(file);
        Database second = Database.sqlite(file);
        Ledger one = Ledger.open(first, keys, CLOCK);
        Ledger two = Ledger.open(second, keys, CLOCK)) {
      List<Receipt> receipts = appendFrom(8, 40, List.of(one, two));

      assertThat(positions(receipts)).hasSize(320);
      assertThat(one.view().position()).isEqualTo(320);
      assertThat(one.verify().problems()).isEmpty();
    }
  }

  @Test
  void aRetriedRequestFromManyThreadsIsWrittenOnce() throws Exception {
    try (Database database = Database.sqlite(folder.resolve("demur.db"));
        Ledger ledger = Ledger.open(database, LedgerKeys.create("log"), CLOCK);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Entry entry =
          Entry.of(new MemberId("ada"), new Event.ToggleChanged(false), Instant.EPOCH).withKey("k");
      List<Future<Receipt>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        answers.add(pool.submit(() -> ledger.append(entry)));
      }
      for (Future<Receipt> answer : answers) {
        assertThat(answer.get().position()).isEqualTo(1);
      }
      assertThat(ledger.view().position()).isEqualTo(1);
    }
  }

  @Test
  void aDecisionAfterAnAcknowledgedChoiceSeesItWhileOthersWriteAndErase() throws Exception {
    try (Database database = Database.sqlite(folder.resolve("demur.db"));
        Ledger ledger = Ledger.open(database, LedgerKeys.create("log"), CLOCK);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> work = new ArrayList<>();
      for (int thread = 0; thread < 6; thread++) {
        MemberId member = new MemberId("member-" + thread);
        work.add(pool.submit(() -> switchAndLook(ledger, member)));
      }
      work.add(
          pool.submit(() -> {
            MemberId gone = new MemberId("gone");
            for (int i = 0; i < 5; i++) {
              ledger.append(gone, new Event.MemberJoined());
              assertThat(ledger.view().factsOf(gone)).isPresent();
              ledger.erase(gone);
              assertThat(ledger.view().factsOf(gone)).isEmpty();
            }
          }));
      for (Future<?> each : work) {
        each.get();
      }
      assertThat(ledger.verify().problems()).isEmpty();
    }
  }

  private static void switchAndLook(Ledger ledger, MemberId member) {
    for (int i = 0; i < 30; i++) {
      boolean on = i % 2 == 0;
      ledger.append(member, new Event.ToggleChanged(on));
      assertThat(ledger.view().factsOf(member).orElseThrow().toggle()).hasSize(i + 1);
    }
  }

  private static List<Receipt> appendFrom(int threads, int each, List<Ledger> ledgers)
      throws Exception {
    ConcurrentLinkedQueue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> work = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Ledger ledger = ledgers.get(thread % ledgers.size());
        MemberId member = new MemberId("member-" + thread);
        work.add(
            pool.submit(() -> {
              for (int i = 0; i < each; i++) {
                receipts.add(ledger.append(member, new Event.ToggleChanged(i % 2 == 0)));
              }
            }));
      }
      for (Future<?> done : work) {
        done.get();
      }
    }
    return List.copyOf(receipts);
  }

  private static Set<Long> positions(List<Receipt> receipts) {
    return receipts.stream().map(Receipt::position).collect(Collectors.toSet());
  }
}
