package dev.demur.ledger.log;

import java.util.Arrays;
import java.util.List;

/// Up to 256 consecutive hashes of one level of the tree, and the inner nodes over them.
///
/// The unit in which a log is stored and served (C2SP tlog-tiles, <https://c2sp.org/tlog-tiles>).
/// Level 0 holds leaf hashes; each hash of level `l + 1` is the root of one full tile of level `l`.
/// Grows until full; not thread-safe while it grows.
public final class Tile {
  public static final int WIDTH = 256;
  static final int HEIGHT = 8;

  private final Hash[][] rows = new Hash[HEIGHT + 1][];
  private int width;

  public Tile() {
    for (int row = 0; row <= HEIGHT; row++) {
      rows[row] = new Hash[WIDTH >> row];
    }
  }

  /// The tile stored as concatenated hashes, 32 bytes each.
  public static Tile of(byte[] hashes) {
    if (hashes.length % Hash.BYTES != 0 || hashes.length > WIDTH * Hash.BYTES) {
      throw new IllegalArgumentException(
          "a tile holds at most 256 hashes of 32 bytes, got %d bytes".formatted(hashes.length));
    }
    Tile tile = new Tile();
    for (int offset = 0; offset < hashes.length; offset += Hash.BYTES) {
      tile.add(Hash.at(hashes, offset));
    }
    return tile;
  }

  /// The tile with these hashes.
  public static Tile ofHashes(List<Hash> hashes) {
    Tile tile = new Tile();
    hashes.forEach(tile::add);
    return tile;
  }

  Tile copy() {
    Tile copy = new Tile();
    for (int row = 0; row <= HEIGHT; row++) {
      copy.rows[row] = Arrays.copyOf(rows[row], rows[row].length);
    }
    copy.width = width;
    return copy;
  }

  /// Adds the next hash and every inner node that it completes.
  void add(Hash hash) {
    if (full()) {
      throw new IllegalStateException("a tile holds 256 hashes and no more");
    }
    int index = width;
    rows[0][index] = hash;
    for (int row = 1; row <= HEIGHT && (index & 1) == 1; row++) {
      hash = MerkleTree.nodeHash(rows[row - 1][index - 1], hash);
      index >>= 1;
      rows[row][index] = hash;
    }
    width++;
  }

  /// The node over the hashes `index * 2^row` to `(index + 1) * 2^row - 1`.
  Hash node(int row, int index) {
    if (((index + 1) << row) > width) {
      throw new IllegalArgumentException(
          "node %d of row %d is not complete in a tile of %d hashes".formatted(index, row, width));
    }
    return rows[row][index];
  }

  public int width() {
    return width;
  }

  public boolean full() {
    return width == WIDTH;
  }

  /// The root of a full tile, which is a hash of the level above.
  public Hash root() {
    return node(HEIGHT, 0);
  }

  /// The hashes one after the other, 32 bytes each.
  public byte[] bytes() {
    byte[] bytes = new byte[width * Hash.BYTES];
    for (int i = 0; i < width; i++) {
      rows[0][i].copyTo(bytes, i * Hash.BYTES);
    }
    return bytes;
  }
}
