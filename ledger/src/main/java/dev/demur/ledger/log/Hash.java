package dev.demur.ledger.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes. Immutable.
public final class Hash {
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash with these 32 bytes.
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, got " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /// The 32 bytes that start at `offset`.
  static Hash at(byte[] bytes, int offset) {
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  /// The hash written in base64 with padding (RFC 4648, section 4), in its only canonical form.
  public static Hash ofBase64(String base64) {
    byte[] decoded = Base64.getDecoder().decode(base64);
    Hash hash = of(decoded);
    if (!hash.base64().equals(base64)) {
      throw new IllegalArgumentException("not canonical base64: " + base64);
    }
    return hash;
  }

  /// SHA-256 over the concatenation of the parts.
  public static Hash sha256(byte[]... parts) {
    MessageDigest digest = newDigest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  /// SHA-256 over the text's UTF-8 bytes.
  public static Hash sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static Hash digest(byte prefix, Hash left, Hash right) {
    MessageDigest digest = newDigest();
    digest.update(prefix);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return new Hash(digest.digest());
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, BYTES);
  }

  /// A copy of the 32 bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
