package dev.demur.ledger.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// An Ed25519 private key with a name, which signs notes. Thread-safe.
///
/// Its text form is that of Go's `golang.org/x/mod/sumdb/note`: `PRIVATE+KEY+name+id+base64(0x01 ||
/// seed)`. It is a secret; [#toString] does not show it.
public final class NoteSigner {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int SEED_BYTES = 32;

  private final NoteVerifier verifier;
  private final PrivateKey key;
  private final byte[] seed;

  private NoteSigner(NoteVerifier verifier, PrivateKey key, byte[] seed) {
    this.verifier = verifier;
    this.key = key;
    this.seed = seed;
  }

  /// A new key.
  public static NoteSigner create(String name, SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return ofSeed(name, seed);
  }

  /// The key that RFC 8032 derives from these 32 bytes.
  static NoteSigner ofSeed(String name, byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new FixedBytes(seed));
      KeyPair pair = generator.generateKeyPair();
      NoteVerifier verifier = NoteVerifier.of(name, raw((EdECPublicKey) pair.getPublic()));
      return new NoteSigner(verifier, pair.getPrivate(), seed.clone());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  /// The public key's 32 bytes end its standard encoding (RFC 8410).
  private static byte[] raw(EdECPublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
  }

  /// Reads the text form.
  ///
  /// @throws NoteRefused when it is malformed; the message does not hold the key
  public static NoteSigner parse(String text) {
    String[] parts = text.strip().split("\\+", 5);
    if (!text.startsWith(PREFIX) || parts.length != 5) {
      throw new NoteRefused("a log's private key is PRIVATE+KEY+name+id+base64");
    }
    byte[] data = Base64.getDecoder().decode(parts[4]);
    if (data.length != SEED_BYTES + 1 || data[0] != NoteVerifier.ED25519) {
      throw new NoteRefused("only Ed25519 private keys (33 bytes that start with 1) are known");
    }
    NoteSigner signer = ofSeed(parts[2], Arrays.copyOfRange(data, 1, data.length));
    if (!signer.verifier.keyId().equals(parts[3])) {
      throw new NoteRefused("the private key's id does not match the key");
    }
    return signer;
  }

  /// The text form. It is the secret itself: write it to a file only its owner can read.
  public String secretText() {
    byte[] data = ByteBuffer.allocate(SEED_BYTES + 1).put(NoteVerifier.ED25519).put(seed).array();
    String encoded = Base64.getEncoder().encodeToString(data);
    return PREFIX + verifier.name() + "+" + verifier.keyId() + "+" + encoded;
  }

  public NoteVerifier verifier() {
    return verifier;
  }

  /// Signs a text that ends with a line break.
  public SignedNote sign(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends with a line break");
    }
    byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
    byte[] blob =
        ByteBuffer.allocate(4 + signature.length).put(verifier.keyIdBytes()).put(signature).array();
    String encoded = Base64.getEncoder().encodeToString(blob);
    return new SignedNote(text, List.of(new SignedNote.Signature(verifier.name(), encoded)));
  }

  private byte[] signature(byte[] message) {
    try {
      Signature engine = Signature.getInstance("Ed25519");
      engine.initSign(key);
      engine.update(message);
      return engine.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs any message", e);
    }
  }

  @Override
  public String toString() {
    return "NoteSigner[" + verifier.name() + "+" + verifier.keyId() + "]";
  }

  /// Hands a generator the seed it asks for: the JDK derives a public key in no other way.
  private static final class FixedBytes extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] bytes;

    FixedBytes(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      if (target.length != bytes.length) {
        throw new IllegalStateException("asked for %d bytes".formatted(target.length));
      }
      System.arraycopy(bytes, 0, target, 0, bytes.length);
    }
  }
}
