package dev.demur.ledger;

import dev.demur.ledger.log.Receipt;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.IntStream;

/// A process for [KillTest] to kill: appends from several threads until then, and prints each entry
/// it was given a receipt for.
final class AppendingProcess {
  private static final int THREADS = 4;

  private AppendingProcess() {}

  /// Appends until it is killed.
  ///
  /// @param args the database file, the folder of the keys, a name for the run
  public static void main(String[] args) {
    Database database = Database.sqlite(Path.of(args[0]));
    Ledger ledger = Ledger.open(database, LedgerKeys.in(Path.of(args[1])), InstantSource.system());
    IntStream.range(0, THREADS)
        .forEach(thread -> Thread.ofPlatform().start(() -> append(ledger, args[2], thread)));
  }

  private static void append(Ledger ledger, String run, int thread) {
    MemberId member = new MemberId(run + "-" + thread);
    for (int i = 0; ; i++) {
      String version = Integer.toString(i);
      Event.OfMember event = new Event.NoticeDelivered("p", version, "0".repeat(64), "outbox");
      Receipt receipt =
          ledger.append(Entry.of(member, event, java.time.Instant.EPOCH).withKey(version));
      synchronized (AppendingProcess.class) {
        System.out.println(member + " " + version + " " + receipt.position());
        System.out.flush();
      }
    }
  }
}
