package dev.demur.ledger;

import dev.demur.ledger.log.Tile;
import dev.demur.ledger.log.TiledTree;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  private final Database database;
  private final LedgerKeys keys;
  private final InstantSource clock;
  private final LogTree log;

  Writer(Database database, LedgerKeys keys, InstantSource clock) {
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
    for (int attempt = 1; ; attempt++) {
      Attempt<T> current = new Attempt<>();
      try {
        if (before.landed()) {
          return before.result();
        }
        current.run(work);
        return current.result();
      } catch (JdbiException e) {
        if (attempt == ATTEMPTS || !Transient.isTransient(e)) {
          throw new LedgerException(Transient.advice(e), e);
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

  /// Never earlier than the entry before, whatever the clock does.
  private Instant learntAt(Handle handle, LogTree.Head head) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Instant> last =
        head.size() == 0
            ? Optional.empty()
            : EntryTable.at(handle, head.size()).map(EntryTable.Row::learntAt);
    return last.filter(now::isBefore).orElse(now);
  }
}
