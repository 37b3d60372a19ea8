package dev.demur.ledger.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// A growing Merkle tree that keeps only its right edge in memory.
///
/// At most one partial tile per level is kept; full tiles are asked for when a proof needs them.
/// Not thread-safe.
public final class TiledTree implements MerkleTree.Nodes {
  private final FullTiles fullTiles;
  private final List<Tile> edge;
  private long size;

  /// Where full tiles are found again.
  @FunctionalInterface
  public interface FullTiles {
    /// The full tile with this number on this level.
    Tile tile(int level, long number);
  }

  /// A tile that has just become full, to be stored.
  public record Filled(int level, long number, Tile tile) {}

  private TiledTree(FullTiles fullTiles, List<Tile> edge, long size) {
    this.fullTiles = fullTiles;
    this.edge = edge;
    this.size = size;
  }

  /// A tree without leaves.
  public static TiledTree empty(FullTiles fullTiles) {
    return new TiledTree(fullTiles, new ArrayList<>(), 0);
  }

  /// The tree of `size` leaves.
  ///
  /// @param partial the partial tile of a level, given the level and how many hashes it has
  public static TiledTree resume(
      FullTiles fullTiles, long size, BiFunction<Integer, Integer, Tile> partial) {
    List<Tile> edge = new ArrayList<>();
    for (int level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
      int width = (int) ((size >> (Tile.HEIGHT * level)) % Tile.WIDTH);
      edge.add(width == 0 ? new Tile() : partial.apply(level, width));
    }
    return new TiledTree(fullTiles, edge, size);
  }

  /// An independent tree with the same leaves, which takes its full tiles from elsewhere.
  public TiledTree copy(FullTiles from) {
    List<Tile> copies = new ArrayList<>();
    edge.forEach(tile -> copies.add(tile.copy()));
    return new TiledTree(from, copies, size);
  }

  public long size() {
    return size;
  }

  public Hash root() {
    return MerkleTree.root(this, size);
  }

  /// Adds a leaf; returns the tiles that it filled, lowest level first.
  public List<Filled> add(Hash leafHash) {
    List<Filled> filled = new ArrayList<>();
    Hash hash = leafHash;
    for (int level = 0; ; level++) {
      if (level == edge.size()) {
        edge.add(new Tile());
      }
      Tile tile = edge.get(level);
      tile.add(hash);
      if (!tile.full()) {
        break;
      }
      filled.add(new Filled(level, size >> (Tile.HEIGHT * (level + 1)), tile));
      edge.set(level, new Tile());
      hash = tile.root();
    }
    size++;
    return filled;
  }

  @Override
  public Hash node(int height, long index) {
    int level = height / Tile.HEIGHT;
    int row = height % Tile.HEIGHT;
    long number = index >> (Tile.HEIGHT - row);
    int within = (int) (index - (number << (Tile.HEIGHT - row)));
    long partial = size >> (Tile.HEIGHT * (level + 1));
    Tile tile = number == partial ? edge.get(level) : fullTiles.tile(level, number);
    return tile.node(row, within);
  }

  public List<Hash> inclusionProof(long index) {
    return MerkleTree.inclusionProof(this, index, size);
  }

  /// The partial tiles of the right edge, lowest level first; those without hashes included.
  public List<Tile> edge() {
    return List.copyOf(edge);
  }
}
