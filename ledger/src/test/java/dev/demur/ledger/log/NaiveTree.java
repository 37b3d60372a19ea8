package dev.demur.ledger.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The definitions of RFC 9162, section 2.1, word for word, over a list of leaves: slow and
/// obvious.
final class NaiveTree {
  private final List<byte[]> entries;

  NaiveTree(List<byte[]> entries) {
    this.entries = entries;
  }

  /// MTH(D_n).
  byte[] root() {
    int n = entries.size();
    if (n == 0) {
      return sha256();
    }
    if (n == 1) {
      return sha256(new byte[] {0}, entries.getFirst());
    }
    return sha256(new byte[] {1}, left().root(), right().root());
  }

  /// PATH(m, D_n).
  List<byte[]> path(int m) {
    if (entries.size() == 1) {
      return new ArrayList<>();
    }
    List<byte[]> path = m < k() ? left().path(m) : right().path(m - k());
    path.add(m < k() ? right().root() : left().root());
    return path;
  }

  /// PROOF(m, D_n).
  List<byte[]> proof(int m) {
    return subproof(m, true);
  }

  private List<byte[]> subproof(int m, boolean complete) {
    List<byte[]> proof;
    if (m == entries.size()) {
      proof = new ArrayList<>();
      if (!complete) {
        proof.add(root());
      }
    } else if (m <= k()) {
      proof = left().subproof(m, complete);
      proof.add(right().root());
    } else {
      proof = right().subproof(m - k(), false);
      proof.add(left().root());
    }
    return proof;
  }

  /// The root that a path leads to, by the recursion that defines the path.
  static byte[] rootFrom(byte[] leafHash, long m, long n, List<byte[]> path) {
    if (n == 1) {
      if (!path.isEmpty()) {
        throw new IllegalArgumentException("the path is too long");
      }
      return leafHash;
    }
    long k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    byte[] last = path.getLast();
    List<byte[]> rest = path.subList(0, path.size() - 1);
    return m < k
        ? sha256(new byte[] {1}, rootFrom(leafHash, m, k, rest), last)
        : sha256(new byte[] {1}, last, rootFrom(leafHash, m - k, n - k, rest));
  }

  private int k() {
    int k = 1;
    while (k * 2 < entries.size()) {
      k *= 2;
    }
    return k;
  }

  private NaiveTree left() {
    return new NaiveTree(entries.subList(0, k()));
  }

  private NaiveTree right() {
    return new NaiveTree(entries.subList(k(), entries.size()));
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
