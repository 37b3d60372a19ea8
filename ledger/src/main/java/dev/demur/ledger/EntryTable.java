package dev.demur.ledger;

import dev.demur.ledger.log.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The append-only table `ledger_entry`.
final class EntryTable {
  private static final String SELECT =
      "SELECT position, subject, learnt_at, payload, commitment, request FROM ledger_entry ";
  private static final int FETCH_ROWS = 1_000;

  private EntryTable() {}

  /// One row.
  ///
  /// @param subject null for the operator's own
  /// @param request what is stored of the idempotency key, null without one
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to and from the database
  record Row(
      long position,
      @Nullable String subject,
      Instant learntAt,
      byte[] payload,
      Hash commitment,
      byte @Nullable [] request) {}

  static void insert(Handle handle, List<Row> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO ledger_entry (position, subject, learnt_at, payload, commitment, request)
            VALUES (:position, :subject, :learntAt, :payload, :commitment, :request)
            """);
    for (Row row : rows) {
      batch
          .bind("position", row.position())
          .bind("subject", row.subject())
          .bind("learntAt", toMicros(row.learntAt()))
          .bind("payload", row.payload())
          .bind("commitment", row.commitment().bytes())
          .bind("request", row.request())
          .add();
    }
    batch.execute();
  }

  static List<Row> of(Handle handle, String reference) {
    return of(handle, reference, 0);
  }

  /// The entries of a subject after a position.
  static List<Row> of(Handle handle, String reference, long after) {
    return handle
        .createQuery(SELECT + "WHERE subject = :subject AND position > :after ORDER BY position")
        .bind("subject", reference)
        .bind("after", after)
        .map(EntryTable::map)
        .list();
  }

  static Optional<Row> at(Handle handle, long position) {
    return handle
        .createQuery(SELECT + "WHERE position = :position")
        .bind("position", position)
        .map(EntryTable::map)
        .findOne();
  }

  /// Every entry after one position and up to another, in order.
  static void each(Handle handle, long after, long upTo, Consumer<Row> consumer) {
    for (long from = after; from < upTo; from += FETCH_ROWS) {
      range(handle, from, Math.min(upTo, from + FETCH_ROWS)).forEach(consumer);
    }
  }

  private static List<Row> range(Handle handle, long after, long upTo) {
    return handle
        .createQuery(SELECT + "WHERE position > :after AND position <= :upTo ORDER BY position")
        .bind("after", after)
        .bind("upTo", upTo)
        .map(EntryTable::map)
        .list();
  }

  /// The operator's own entries after one position and up to another.
  static List<Row> ofOperator(Handle handle, long after, long upTo) {
    return handle
        .createQuery(
            SELECT
                + "WHERE subject IS NULL AND position > :after AND position <= :upTo"
                + " ORDER BY position")
        .bind("after", after)
        .bind("upTo", upTo)
        .map(EntryTable::map)
        .list();
  }

  /// The commitments after one position and up to another, in order.
  static List<Hash> commitments(Handle handle, long after, long upTo) {
    return handle
        .createQuery(
            """
            SELECT commitment FROM ledger_entry
            WHERE position > :after AND position <= :upTo ORDER BY position
            """)
        .bind("after", after)
        .bind("upTo", upTo)
        .map((row, context) -> Hash.of(row.getBytes("commitment")))
        .list();
  }

  /// The positions of entries that were written with one of these idempotency keys, by the key's
  /// stored form in hex.
  static Map<String, Long> byRequests(Handle handle, Collection<byte[]> requests) {
    Map<String, Long> found = new HashMap<>();
    for (List<byte[]> part : SubjectTable.parts(requests)) {
      handle
          .createQuery("SELECT request, position FROM ledger_entry WHERE request IN (<requests>)")
          .bindList("requests", part)
          .map((row, context) -> Map.entry(hex(row.getBytes("request")), row.getLong("position")))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  /// Where the ledger ends.
  record Last(long position, Instant learntAt) {}

  /// The newest entry's position and when it was learnt; empty in an empty ledger.
  static Optional<Last> last(Handle handle) {
    return handle
        .createQuery("SELECT position, learnt_at FROM ledger_entry ORDER BY position DESC LIMIT 1")
        .map((row, context) ->
            new Last(row.getLong("position"), fromMicros(row.getLong("learnt_at"))))
        .findOne();
  }

  /// The last position learnt at or before an instant; 0 when there is none.
  static long positionAt(Handle handle, Instant instant) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(position), 0) FROM ledger_entry WHERE learnt_at <= :instant")
        .bind("instant", toMicros(instant))
        .mapTo(Long.class)
        .one();
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static Instant fromMicros(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long toMicros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  private static Row map(ResultSet row, StatementContext context) throws SQLException {
    return new Row(
        row.getLong("position"),
        row.getString("subject"),
        fromMicros(row.getLong("learnt_at")),
        row.getBytes("payload"),
        Hash.of(row.getBytes("commitment")),
        row.getBytes("request"));
  }
}
