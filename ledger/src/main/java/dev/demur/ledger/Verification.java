package dev.demur.ledger;

import dev.demur.ledger.log.Checkpoint;
import dev.demur.ledger.log.Commitment;
import dev.demur.ledger.log.NoteRefused;
import dev.demur.ledger.log.NoteVerifier;
import dev.demur.ledger.log.Tile;
import dev.demur.ledger.log.TiledTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Recomputes the whole log from the entries and compares it with what is stored and signed.
final class Verification {
  private static final int MAX_PROBLEMS = 100;

  private final Database database;
  private final NoteVerifier key;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Tile> tiles = new HashMap<>();
  private final TiledTree tree = TiledTree.empty((level, number) -> tile(level, number));
  private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
  private long readable;
  private long erased;

  Verification(Database database, NoteVerifier key) {
    this.database = database;
    this.key = key;
  }

  LedgerCheck run() {
    database.jdbi().useHandle(this::run);
    return new LedgerCheck(tree.size(), readable, erased, checkpoints.size(), problems);
  }

  private void run(Handle handle) {
    LogTable.notes(handle).forEach(this::open);
    long size = checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
    Map<String, Subject> subjects = new HashMap<>();
    SubjectTable.all(handle).forEach(subject -> subjects.put(subject.reference(), subject));
    long newest = EntryTable.last(handle).map(EntryTable.Last::position).orElse(0L);
    EntryTable.each(handle, 0, newest, row -> check(handle, row, subjects));
    if (tree.size() < size) {
      problem("the log signed %d entries, the ledger has %d".formatted(size, tree.size()));
    }
    if (tree.size() > 0 && !checkpoints.containsKey(tree.size())) {
      problem("no signed head covers the last of the %d entries".formatted(tree.size()));
    }
  }

  private void open(String note) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(key.open(note));
      checkpoints.put(checkpoint.size(), checkpoint);
    } catch (NoteRefused e) {
      problem("a stored head does not verify: " + e.getMessage());
    }
  }

  private void check(Handle handle, EntryTable.Row row, Map<String, Subject> subjects) {
    if (row.position() != tree.size() + 1) {
      problem("ledger entry %d is missing".formatted(tree.size() + 1));
    }
    checkCommitment(row, subjects);
    tree.add(Commitment.leafHash(row.commitment())).forEach(filled -> checkTile(handle, filled));
    Checkpoint signed = checkpoints.get(tree.size());
    if (signed != null && !signed.root().equals(tree.root())) {
      problem("the signed head of %d entries has another root".formatted(tree.size()));
    }
  }

  private void checkCommitment(EntryTable.Row row, Map<String, Subject> subjects) {
    Subject subject = row.subject() == null ? null : subjects.get(row.subject());
    if (row.subject() != null && subject == null) {
      erased++;
      return;
    }
    try {
      Sealing.Opened opened =
          subject == null
              ? Sealing.split(row.payload())
              : Sealing.open(subject.secret(), subject.reference(), row.position(), row.payload());
      if (Commitment.of(opened.salt(), opened.json()).equals(row.commitment())) {
        readable++;
      } else {
        problem("ledger entry %d does not match its commitment".formatted(row.position()));
      }
    } catch (LedgerException e) {
      problem(String.valueOf(e.getMessage()));
    }
  }

  private void checkTile(Handle handle, TiledTree.Filled filled) {
    tiles.put(filled.level() + "/" + filled.number(), filled.tile());
    Tile stored = LogTable.tile(handle, filled.level(), filled.number());
    if (!java.util.Arrays.equals(stored.bytes(), filled.tile().bytes())) {
      problem(
          "the log's tile %d of level %d differs from the entries"
              .formatted(filled.number(), filled.level()));
    }
  }

  private Tile tile(int level, long number) {
    return java.util.Objects.requireNonNull(tiles.get(level + "/" + number));
  }

  private void problem(String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(message);
    }
  }
}
