package dev.demur.learn.adapter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 [1] under one key, over lists of texts.
///
/// Each text goes in as its length in bytes, 4 bytes big endian, and its UTF-8, so that no two
/// lists are the same input. The first text says what the hash is for, so that hashes for one end
/// are unrelated to those for another. Thread-safe.
///
/// [1] RFC 2104
final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY_BYTES = 16;

  private final SecretKeySpec key;

  /// @param key 16 bytes or more
  KeyedHash(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the assignment key must have %d bytes or more, got %d"
              .formatted(MIN_KEY_BYTES, key.length));
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  byte[] of(String purpose, String... texts) {
    Mac mac = mac();
    update(mac, purpose);
    for (String text : texts) {
      update(mac, text);
    }
    return mac.doFinal();
  }

  private static void update(Mac mac, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java platform has no " + ALGORITHM, e);
    }
  }
}
