package dev.demur.ledger.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// What the log holds of an entry: `SHA-256(salt || canonical JSON)`.
///
/// The salt is 32 random bytes, so nobody can find the entry by guessing; once it is destroyed the
/// commitment says nothing any more.
public final class Commitment {
  public static final int SALT_BYTES = 32;

  private Commitment() {}

  public static byte[] newSalt(SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /// The commitment to one entry.
  ///
  /// @param salt 32 bytes
  /// @param canonicalJson as [CanonicalJson] writes it
  public static Hash of(byte[] salt, String canonicalJson) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, got " + salt.length);
    }
    return Hash.sha256(salt, canonicalJson.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of the log's leaf that holds this commitment.
  public static Hash leafHash(Hash commitment) {
    return MerkleTree.leafHash(commitment.bytes());
  }
}
