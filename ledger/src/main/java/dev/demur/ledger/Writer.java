package dev.demur.ledger;

import dev.demur.ledger.log.Tile;
import dev.demur.ledger.log.TiledTree;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// Runs writing transactions, one at a time: against the newest head, durable on return, tried
/// again when the database was busy. Not thread-safe.
final class Writer {
  private static final int ATTEMPTS = 8;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// Whoever waits is told within this, and one more try, that nothing was acknowledged.
  private static final Duration GIVE_UP = Duration.ofSeconds(4);

  private final Database database;
  private final LedgerKeys keys;
  private final SteadyClock clock;
  private final LogTree log;

  /// The size of the log after the last commit of this process.
  private long ownSize;

  Writer(Database database, LedgerKeys keys, SteadyClock clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.log = new LogTree(database, keys.publicKey());
  }

  /// Runs the work and commits it, or throws and leaves everything as it was.
  ///
  /// @param work may be called several times, each time with a batch at the newest head
  <T> T transaction(Function<Batch, T> work) {
    Attempt<T> before = new Attempt<>();
    long until = System.nanoTime() + GIVE_UP.toNanos();
    for (int attempt = 1; ; attempt++) {
      Attempt<T> current = new Attempt<>();
      try {
        if (before.landed()) {
          return before.result();
        }
        current.run(work);
        return current.result();
      } catch (JdbiException e) {
        if (attempt == ATTEMPTS || System.nanoTime() > until || !Transient.isTransient(e)) {
          throw LedgerException.of(e);
        }
        before = current.committing ? current : before;
        Waiting.pause(PAUSE.multipliedBy(attempt));
      }
    }
  }

  /// One attempt at a transaction.
  private final class Attempt<T> {
    private @Nullable Batch batch;
    private @Nullable T value;
    private boolean committing;

    void run(Function<Batch, T> work) {
      try (Handle handle = database.jdbi().open()) {
        handle.begin();
        try {
          database.dialect().beginWriting().forEach(handle::execute);
          batch = open(handle);
          value = work.apply(batch);
          batch.flush();
          committing = true;
          handle.commit();
        } catch (RuntimeException e) {
          rollback(handle, e);
          throw e;
        }
      }
    }

    /// Whether a commit whose answer was lost is in the database after all.
    boolean landed() {
      if (!committing || batch == null || batch.isEmpty()) {
        return false;
      }
      long size = batch.tree().size();
      return database
          .jdbi()
          .withHandle(handle -> LogTable.note(handle, size))
          .filter(batch.note()::equals)
          .isPresent();
    }

    T result() {
      if (batch == null || value == null) {
        throw new IllegalStateException("nothing was committed");
      }
      log.committed(batch.tree(), batch.filled(), batch.signed());
      clock.saw(batch.learntAt());
      ownSize = batch.tree().size();
      return value;
    }
  }

  private static void rollback(Handle handle, RuntimeException reason) {
    try {
      handle.rollback();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private Batch open(Handle handle) {
    LogTree.Head head = log.head(handle);
    List<TiledTree.Filled> filled = new ArrayList<>();
    TiledTree committed = log.at(handle, head);
    TiledTree tree = committed.copy((level, number) -> find(filled, level, number));
    return new Batch(handle, head, tree, filled, keys.signer(), learntAt(handle, head));
  }

  private Tile find(List<TiledTree.Filled> filled, int level, long number) {
    return filled.stream()
        .filter(tile -> tile.level() == level && tile.number() == number)
        .findFirst()
        .map(TiledTree.Filled::tile)
        .orElseGet(() -> log.fullTile(level, number));
  }

  /// Never earlier than the entry before, whatever the clock does, as the clock knows of those that
  /// this process wrote.
  private Instant learntAt(Handle handle, LogTree.Head head) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (head.size() == ownSize) {
      return now;
    }
    Optional<Instant> last = EntryTable.last(handle).map(EntryTable.Last::learntAt);
    return last.filter(now::isBefore).orElse(now);
  }
}
