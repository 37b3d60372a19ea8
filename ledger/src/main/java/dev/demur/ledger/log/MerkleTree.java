package dev.demur.ledger.log;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree of RFC 9162, section 2.1: hashes, roots and proofs over stored nodes.
///
/// [1] <https://www.rfc-editor.org/rfc/rfc9162#section-2.1>
public final class MerkleTree {
  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  /// The root of the tree without leaves: SHA-256 of nothing.
  public static final Hash EMPTY_ROOT = Hash.sha256(new byte[0]);

  private MerkleTree() {}

  /// Where the hashes of complete subtrees are found.
  @FunctionalInterface
  public interface Nodes {
    /// The hash over the leaves `index * 2^height` to `(index + 1) * 2^height - 1`.
    Hash node(int height, long index);
  }

  /// `SHA-256(0x00 || entry)`: the prefix keeps a leaf from passing for an inner node.
  public static Hash leafHash(byte[] entry) {
    return Hash.sha256(new byte[] {LEAF}, entry);
  }

  /// `SHA-256(0x01 || left || right)`.
  public static Hash nodeHash(Hash left, Hash right) {
    return Hash.digest(NODE, left, right);
  }

  /// The root of the first `size` leaves.
  public static Hash root(Nodes nodes, long size) {
    return size == 0 ? EMPTY_ROOT : subtree(nodes, 0, size);
  }

  /// The audit path of leaf `index` in the tree of `size` leaves, from the leaf's sibling upwards
  /// (section 2.1.3.1).
  public static List<Hash> inclusionProof(Nodes nodes, long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "the leaf index must be 0 to %d, got %d".formatted(size - 1, index));
    }
    List<Hash> path = new ArrayList<>();
    addPath(nodes, index, 0, size, path);
    return List.copyOf(path);
  }

  private static void addPath(Nodes nodes, long index, long start, long end, List<Hash> path) {
    if (end - start == 1) {
      return;
    }
    long middle = start + splitPoint(end - start);
    if (index < middle) {
      addPath(nodes, index, start, middle, path);
      path.add(subtree(nodes, middle, end));
    } else {
      addPath(nodes, index, middle, end, path);
      path.add(subtree(nodes, start, middle));
    }
  }

  /// The proof that the first `first` leaves of the tree of `second` leaves are the tree of `first`
  /// leaves (section 2.1.4.1); empty for equal sizes.
  public static List<Hash> consistencyProof(Nodes nodes, long first, long second) {
    if (first < 1 || first > second) {
      throw new IllegalArgumentException(
          "the first tree size must be 1 to %d, got %d".formatted(second, first));
    }
    List<Hash> proof = new ArrayList<>();
    if (first < second) {
      addConsistency(nodes, first, 0, second, true, proof);
    }
    return List.copyOf(proof);
  }

  private static void addConsistency(
      Nodes nodes, long first, long start, long end, boolean known, List<Hash> proof) {
    if (first == end - start) {
      if (!known) {
        proof.add(subtree(nodes, start, end));
      }
      return;
    }
    long split = splitPoint(end - start);
    long middle = start + split;
    if (first <= split) {
      addConsistency(nodes, first, start, middle, known, proof);
      proof.add(subtree(nodes, middle, end));
    } else {
      addConsistency(nodes, first - split, middle, end, false, proof);
      proof.add(subtree(nodes, start, middle));
    }
  }

  private static Hash subtree(Nodes nodes, long start, long end) {
    long size = end - start;
    if (Long.bitCount(size) == 1) {
      int height = Long.numberOfTrailingZeros(size);
      return nodes.node(height, start >> height);
    }
    long middle = start + splitPoint(size);
    return nodeHash(subtree(nodes, start, middle), subtree(nodes, middle, end));
  }

  /// The largest power of two below `size`.
  private static long splitPoint(long size) {
    return Long.highestOneBit(size - 1);
  }
}
