package dev.demur.ledger.log;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Checks proofs against roots, exactly as RFC 9162 says, its end checks included.
public final class ProofCheck {
  private ProofCheck() {}

  /// The root that an inclusion proof leads to; empty when the proof cannot belong to this index
  /// and size (RFC 9162, section 2.1.3.2).
  public static Optional<Hash> rootOfInclusion(
      Hash leafHash, long index, long size, List<Hash> proof) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long fn = index;
    long sn = size - 1;
    Hash root = leafHash;
    for (Hash step : proof) {
      if (sn == 0) {
        return Optional.empty();
      }
      if ((fn & 1) == 1 || fn == sn) {
        root = MerkleTree.nodeHash(step, root);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        root = MerkleTree.nodeHash(root, step);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 ? Optional.of(root) : Optional.empty();
  }

  /// Whether the tree of `second` leaves starts with the tree of `first` leaves (RFC 9162, section
  /// 2.1.4.2). Every tree starts with the empty tree.
  public static boolean consistent(
      long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
    if (first < 0 || first > second) {
      return false;
    }
    if (first == second) {
      return proof.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (first == 0) {
      return proof.isEmpty() && firstRoot.equals(MerkleTree.EMPTY_ROOT);
    }
    return !proof.isEmpty() && climbs(first, firstRoot, second, secondRoot, proof);
  }

  private static boolean climbs(
      long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
    Iterator<Hash> steps = proof.iterator();
    int shift = Long.numberOfTrailingZeros(first);
    long fn = (first - 1) >> shift;
    long sn = (second - 1) >> shift;
    Hash start = Long.bitCount(first) == 1 ? firstRoot : steps.next();
    Hash fr = start;
    Hash sr = start;
    while (steps.hasNext()) {
      Hash step = steps.next();
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = MerkleTree.nodeHash(step, fr);
        sr = MerkleTree.nodeHash(step, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = MerkleTree.nodeHash(sr, step);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return fr.equals(firstRoot) && sr.equals(secondRoot) && sn == 0;
  }
}
