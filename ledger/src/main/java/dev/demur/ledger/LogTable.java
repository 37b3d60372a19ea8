package dev.demur.ledger;

import dev.demur.ledger.log.Tile;
import dev.demur.ledger.log.TiledTree;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The append-only tables `ledger_tile` and `ledger_checkpoint`.
final class LogTable {
  private LogTable() {}

  /// The newest signed note; empty in an empty ledger.
  static Optional<String> newestNote(Handle handle) {
    return handle
        .createQuery("SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1")
        .mapTo(String.class)
        .findOne();
  }

  /// The newest note of a log of at least this size and the next one up.
  static Optional<String> note(Handle handle, long size) {
    return handle
        .createQuery("SELECT note FROM ledger_checkpoint WHERE size = :size")
        .bind("size", size)
        .mapTo(String.class)
        .findOne();
  }

  /// Every note, smallest log first.
  static List<String> notes(Handle handle) {
    return handle
        .createQuery("SELECT note FROM ledger_checkpoint ORDER BY size")
        .mapTo(String.class)
        .list();
  }

  static void insertNote(Handle handle, long size, String note) {
    handle
        .createUpdate("INSERT INTO ledger_checkpoint (size, note) VALUES (:size, :note)")
        .bind("size", size)
        .bind("note", note)
        .execute();
  }

  /// The size of the largest log that a witness cosigned; 0 when it has not cosigned any.
  static long cosignedSize(Handle handle, String witness) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(size), 0) FROM ledger_cosignature WHERE witness = :witness")
        .bind("witness", witness)
        .mapTo(Long.class)
        .one();
  }

  static void insertCosignature(Handle handle, long size, String witness, String lines) {
    handle
        .createUpdate(
            """
            INSERT INTO ledger_cosignature (size, witness, lines)
            VALUES (:size, :witness, :lines)
            ON CONFLICT (size, witness) DO UPDATE SET lines = :lines
            """)
        .bind("size", size)
        .bind("witness", witness)
        .bind("lines", lines)
        .execute();
  }

  /// The newest head of at least this size that a witness cosigned, with its cosignatures.
  static Optional<String> cosignedNote(Handle handle, long atLeast) {
    return handle
        .createQuery(
            """
            SELECT MAX(size) FROM ledger_cosignature WHERE size >= :size
            """)
        .bind("size", atLeast)
        .mapTo(Long.class)
        .findOne()
        .flatMap(size ->
            note(handle, size)
                .map(note ->
                    note
                        + String.join(
                            "",
                            handle
                                .createQuery(
                                    "SELECT lines FROM ledger_cosignature WHERE size = :size ORDER BY witness")
                                .bind("size", size)
                                .mapTo(String.class)
                                .list())));
  }

  static void insertTiles(Handle handle, List<TiledTree.Filled> tiles) {
    if (tiles.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO ledger_tile (level, number, hashes) VALUES (:level, :number, :hashes)");
    for (TiledTree.Filled filled : tiles) {
      batch
          .bind("level", filled.level())
          .bind("number", filled.number())
          .bind("hashes", filled.tile().bytes())
          .add();
    }
    batch.execute();
  }

  static Tile tile(Handle handle, int level, long number) {
    byte[] hashes =
        handle
            .createQuery("SELECT hashes FROM ledger_tile WHERE level = :level AND number = :number")
            .bind("level", level)
            .bind("number", number)
            .map((row, context) -> row.getBytes("hashes"))
            .findOne()
            .orElseThrow(() ->
                new LedgerException(
                    "the log's tile %d of level %d is missing; restore the database"
                        .formatted(number, level)));
    return Tile.of(hashes);
  }
}
