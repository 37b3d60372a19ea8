package dev.demur.ledger;

import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.MerkleTree;
import dev.demur.ledger.log.NoteVerifier;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.TiledTree;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Writes receipts of entries that are already there. Thread-safe.
final class ReceiptWriter {
  private final Database database;
  private final NoteVerifier key;
  private final LogTree log;

  ReceiptWriter(Database database, NoteVerifier key) {
    this.database = database;
    this.key = key;
    this.log = new LogTree(database, key);
  }

  void requireKey() {
    checkpoint();
  }

  Optional<String> checkpoint() {
    return database.jdbi().withHandle(handle -> log.head(handle).note());
  }

  synchronized void export(Path folder) {
    database.jdbi().useHandle(handle -> new LogExport(folder).write(handle, log));
  }

  synchronized List<Hash> consistencyProof(long first, long second) {
    return database
        .jdbi()
        .withHandle(handle -> {
          TiledTree tree = log.at(handle, log.head(handle));
          return MerkleTree.consistencyProof(tree, first, second);
        });
  }

  synchronized Receipt of(long position) {
    return database.jdbi().withHandle(handle -> of(handle, position));
  }

  private Receipt of(Handle handle, long position) {
    LogTree.Head newest = log.head(handle);
    LogTree.Head head = LogTable.cosignedNote(handle, position).map(log::open).orElse(newest);
    EntryTable.Row row =
        EntryTable.at(handle, position)
            .orElseThrow(() ->
                new LedgerException(
                    "the ledger has the entries 1 to %d, got %d"
                        .formatted(newest.size(), position)));
    return receipt(row, head, log.at(handle, head), subjects(handle));
  }

  private static Function<String, Optional<Subject>> subjects(Handle handle) {
    return reference -> SubjectTable.byReference(handle, reference);
  }

  synchronized List<HistoryItem> history(MemberId member) {
    return database.jdbi().withHandle(handle -> history(handle, member));
  }

  private List<HistoryItem> history(Handle handle, MemberId member) {
    Optional<Subject> found = SubjectTable.byOwner(handle, Subject.Kind.MEMBER, member.value());
    if (found.isEmpty()) {
      return List.of();
    }
    Subject subject = found.get();
    List<EntryTable.Row> rows = EntryTable.of(handle, subject.reference());
    LogTree.Head head = log.head(handle);
    TiledTree tree = log.at(handle, head);
    return rows.stream()
        .map(row ->
            new HistoryItem(
                Opening.recorded(row, subject), receipt(row, head, tree, reference -> found)))
        .toList();
  }

  private Receipt receipt(
      EntryTable.Row row,
      LogTree.Head head,
      TiledTree tree,
      Function<String, Optional<Subject>> subjects) {
    Sealing.Opened opened = Opening.open(row, subjects);
    return new Receipt(
        opened.json(),
        Base64.getEncoder().encodeToString(opened.salt()),
        row.commitment(),
        row.position() - 1,
        tree.inclusionProof(row.position() - 1),
        head.note().orElseThrow(),
        key.name(),
        key.keyId());
  }
}
