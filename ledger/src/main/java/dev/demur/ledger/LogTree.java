package dev.demur.ledger;

import dev.demur.ledger.log.Checkpoint;
import dev.demur.ledger.log.Commitment;
import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.MerkleTree;
import dev.demur.ledger.log.NoteRefused;
import dev.demur.ledger.log.NoteVerifier;
import dev.demur.ledger.log.Tile;
import dev.demur.ledger.log.TiledTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The log's tree as the database holds it, kept in memory and brought up to date when another
/// process has appended. Not thread-safe.
final class LogTree {
  private static final int CACHED_TILES = 256;
  private static final int CATCH_UP_LIMIT = 100_000;

  private final Database database;
  private final NoteVerifier key;
  private final Map<String, Tile> tiles =
      new LinkedHashMap<>(CACHED_TILES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tile> eldest) {
          return size() > CACHED_TILES;
        }
      };
  private @Nullable TiledTree tree;
  private volatile @Nullable Head opened;

  LogTree(Database database, NoteVerifier key) {
    this.database = database;
    this.key = key;
  }

  /// A signed head of the log.
  ///
  /// @param note empty for the log without entries, which is never signed
  record Head(Checkpoint checkpoint, Optional<String> note) {
    long size() {
      return checkpoint.size();
    }
  }

  /// The newest head, its signature checked once.
  Head head(Handle handle) {
    return LogTable.newestNote(handle).map(this::known).orElseGet(this::emptyHead);
  }

  private Head known(String note) {
    Head last = opened;
    if (last == null || !last.note().equals(Optional.of(note))) {
      last = open(note);
      opened = last;
    }
    return last;
  }

  private Head emptyHead() {
    return new Head(new Checkpoint(key.name(), 0, MerkleTree.EMPTY_ROOT), Optional.empty());
  }

  /// A head whose signature is checked.
  Head open(String note) {
    try {
      return new Head(Checkpoint.parse(key.open(note)), Optional.of(note));
    } catch (NoteRefused e) {
      throw new LedgerException(
          "the log's head does not verify with this key (%s); use the key the ledger was made with"
              .formatted(e.getMessage()),
          e);
    }
  }

  /// The tree at this head.
  TiledTree at(Handle handle, Head head) {
    TiledTree current = tree;
    if (current == null
        || current.size() > head.size()
        || head.size() - current.size() > CATCH_UP_LIMIT) {
      current = resume(handle, head.size());
    } else {
      for (Hash commitment : EntryTable.commitments(handle, current.size(), head.size())) {
        current.add(Commitment.leafHash(commitment)).forEach(this::remember);
      }
    }
    if (current.size() != head.size() || !current.root().equals(head.checkpoint().root())) {
      tree = null;
      throw new LedgerException(
          "the log's signed head of %d entries is not the root of the entries; run: demur verify --log"
              .formatted(head.size()));
    }
    tree = current;
    return current;
  }

  private TiledTree resume(Handle handle, long size) {
    return TiledTree.resume(
        this::fullTile,
        size,
        (level, width) -> level == 0 ? leaves(handle, size, width) : roots(level, size, width));
  }

  private static Tile leaves(Handle handle, long size, int width) {
    return Tile.ofHashes(
        EntryTable.commitments(handle, size - width, size).stream()
            .map(Commitment::leafHash)
            .toList());
  }

  private Tile roots(int level, long size, int width) {
    long first = (size >> (8 * level)) - width;
    List<Hash> roots =
        java.util.stream.LongStream.range(first, first + width)
            .mapToObj(number -> fullTile(level - 1, number).root())
            .toList();
    return Tile.ofHashes(roots);
  }

  Tile fullTile(int level, long number) {
    return tiles.computeIfAbsent(
        level + "/" + number,
        name -> database.jdbi().withHandle(handle -> LogTable.tile(handle, level, number)));
  }

  private void remember(TiledTree.Filled filled) {
    tiles.put(filled.level() + "/" + filled.number(), filled.tile());
  }

  /// Takes over a tree whose new leaves have been committed, under a head that this process signed.
  void committed(TiledTree grown, List<TiledTree.Filled> filled, Head signed) {
    opened = signed;
    filled.forEach(this::remember);
    tree = grown.copy(this::fullTile);
  }
}
