package dev.demur.ledger;

import dev.demur.ledger.log.Commitment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals an entry under its subject's key, so that without the key nobody can read it.
///
/// `nonce (12 bytes) || AES-256-GCM(salt || canonical JSON)`; the subject's reference and the
/// position are authenticated with it, so that no payload can stand in for another.
final class Sealing {
  static final int SECRET_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int REFERENCE_BYTES = 16;

  /// Keys, salts and references must be unguessable, so no seed can be passed in.
  static final SecureRandom RANDOM = new SecureRandom();

  private Sealing() {}

  /// Salt and text of one entry.
  @SuppressWarnings("ArrayRecordComponent") // lives for one call, is never compared
  record Opened(byte[] salt, String json) {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  static String newReference() {
    byte[] reference = new byte[REFERENCE_BYTES];
    RANDOM.nextBytes(reference);
    return HexFormat.of().formatHex(reference);
  }

  static byte[] seal(byte[] secret, String reference, long position, byte[] salt, String json) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, secret, nonce, reference, position);
      byte[] sealed = cipher.doFinal(plain(salt, json));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM seals any text", e);
    }
  }

  static Opened open(byte[] secret, String reference, long position, byte[] payload) {
    byte[] nonce = Arrays.copyOf(payload, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, nonce, reference, position);
      return split(cipher.doFinal(payload, NONCE_BYTES, payload.length - NONCE_BYTES));
    } catch (GeneralSecurityException e) {
      throw new LedgerException(
          "ledger entry %d was changed after it was written; run: demur verify --log"
              .formatted(position),
          e);
    }
  }

  private static Cipher cipher(
      int mode, byte[] secret, byte[] nonce, String reference, long position)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((reference + "/" + position).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /// Salt and text in the clear, as the operator's own entries are stored.
  static byte[] plain(byte[] salt, String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(salt.length + text.length).put(salt).put(text).array();
  }

  static Opened split(byte[] plain) {
    byte[] salt = Arrays.copyOf(plain, Commitment.SALT_BYTES);
    int length = plain.length - Commitment.SALT_BYTES;
    String json = new String(plain, Commitment.SALT_BYTES, length, StandardCharsets.UTF_8);
    return new Opened(salt, json);
  }

  /// What is stored of an idempotency key: without the subject's key it says nothing.
  static byte[] requestOf(byte[] secret, String idempotencyKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(idempotencyKey.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
