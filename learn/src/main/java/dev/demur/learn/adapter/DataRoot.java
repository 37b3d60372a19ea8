package dev.demur.learn.adapter;

import dev.demur.learn.file.Sha256;
import dev.demur.model.CorpusRow;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// What one slice was trained on, in 32 bytes: the root of a Merkle tree over keyed hashes of its
/// rows, in training order.
///
/// A leaf is `HMAC(key, member, record, text)`, so the root says nothing to anybody without the
/// key, and with the key one row can be shown to be in, by a path of hashes. The tree is that of
/// RFC 9162, 2.1.1: `SHA-256(0x00 ‖ leaf)`, `SHA-256(0x01 ‖ left ‖ right)`, the left side as large
/// a power of two as fits; the root of nothing is `SHA-256()`.
final class DataRoot {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private DataRoot() {}

  /// The root as 64 hex digits.
  ///
  /// @param members their rows, in training order
  static String of(KeyedHash hash, List<List<CorpusRow>> members) {
    List<byte[]> leaves =
        members.stream().flatMap(List::stream).map(row -> leaf(hash, row)).toList();
    byte[] root = leaves.isEmpty() ? Sha256.digest().digest() : root(leaves);
    return HexFormat.of().formatHex(root);
  }

  private static byte[] leaf(KeyedHash hash, CorpusRow row) {
    MessageDigest digest = Sha256.digest();
    digest.update(LEAF);
    return digest.digest(
        hash.of("demur document", row.member().value(), row.record().value(), row.text()));
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    MessageDigest digest = Sha256.digest();
    digest.update(NODE);
    digest.update(root(leaves.subList(0, left)));
    return digest.digest(root(leaves.subList(left, leaves.size())));
  }
}
