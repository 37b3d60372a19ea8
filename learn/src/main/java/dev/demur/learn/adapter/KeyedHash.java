package dev.demur.learn.adapter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
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

  /// The things by ascending hash of what is said of each.
  <T> List<T> sorted(Iterable<T> things, String purpose, Function<T, List<String>> texts) {
    record Keyed<T>(T thing, String hash) {}
    List<Keyed<T>> keyed = new ArrayList<>();
    for (T thing : things) {
      String[] said = texts.apply(thing).toArray(String[]::new);
      keyed.add(new Keyed<>(thing, HexFormat.of().formatHex(of(purpose, said))));
    }
    keyed.sort(Comparator.comparing(Keyed::hash));
    return keyed.stream().map(Keyed::thing).toList();
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
