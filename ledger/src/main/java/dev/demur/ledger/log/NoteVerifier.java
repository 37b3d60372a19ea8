package dev.demur.ledger.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An Ed25519 public key with a name, as `name+id+base64` (C2SP signed-note; the text form is that
/// of Go's `golang.org/x/mod/sumdb/note`). Immutable and thread-safe.
public final class NoteVerifier {
  static final byte ED25519 = 0x01;
  private static final int KEY_BYTES = 32;

  /// The fixed start of an Ed25519 public key in SubjectPublicKeyInfo (RFC 8410, section 4).
  private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] raw;
  private final PublicKey key;

  private NoteVerifier(String name, byte[] raw, PublicKey key) {
    this.name = name;
    this.raw = raw;
    this.key = key;
  }

  /// The key whose 32 bytes (RFC 8032) are given.
  public static NoteVerifier of(String name, byte[] raw) {
    if (!SignedNote.validName(name)) {
      throw new NoteRefused("a key name has no spaces and no plus sign, got: " + name);
    }
    if (raw.length != KEY_BYTES) {
      throw new NoteRefused("an Ed25519 public key has 32 bytes, got " + raw.length);
    }
    byte[] encoded = ByteBuffer.allocate(44).put(SPKI_PREFIX).put(raw).array();
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      return new NoteVerifier(name, raw.clone(), key);
    } catch (GeneralSecurityException e) {
      throw new NoteRefused("not an Ed25519 public key", e);
    }
  }

  /// Reads `name+id+base64`.
  ///
  /// @throws NoteRefused when it is malformed or the id is not that of the key
  public static NoteVerifier parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new NoteRefused("a log's public key is name+id+base64, got: " + text.strip());
    }
    byte[] data;
    try {
      data = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw new NoteRefused("the public key's last part must be base64, got: " + parts[2], e);
    }
    if (data.length != KEY_BYTES + 1 || data[0] != ED25519) {
      throw new NoteRefused("only Ed25519 public keys (33 bytes that start with 1) are known");
    }
    NoteVerifier verifier = of(parts[0], Arrays.copyOfRange(data, 1, data.length));
    if (!verifier.keyId().equals(parts[1])) {
      throw new NoteRefused(
          "the public key's id must be %s, got: %s".formatted(verifier.keyId(), parts[1]));
    }
    return verifier;
  }

  public String name() {
    return name;
  }

  /// Eight hex digits: the first four bytes of `SHA-256(name || 0x0A || 0x01 || public key)`.
  public String keyId() {
    return HexFormat.of().formatHex(keyIdBytes());
  }

  byte[] keyIdBytes() {
    byte[] label = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hash.sha256(label, new byte[] {ED25519}, raw).bytes(), 4);
  }

  /// The text form, `name+id+base64`.
  public String text() {
    byte[] data = ByteBuffer.allocate(KEY_BYTES + 1).put(ED25519).put(raw).array();
    return name + "+" + keyId() + "+" + Base64.getEncoder().encodeToString(data);
  }

  /// The text of the note, once a signature by this key has been found and verified. Signatures by
  /// other keys are ignored, as the specification demands.
  ///
  /// @throws NoteRefused when there is none, or it does not verify
  public String open(String note) {
    SignedNote signed = SignedNote.parse(note);
    boolean found = false;
    for (SignedNote.Signature signature : signed.signatures()) {
      byte[] blob = signature.decoded();
      if (signature.name().equals(name) && Arrays.equals(blob, 0, 4, keyIdBytes(), 0, 4)) {
        requireValid(signed.text(), Arrays.copyOfRange(blob, 4, blob.length));
        found = true;
      }
    }
    if (!found) {
      throw new NoteRefused("the note is not signed by %s+%s".formatted(name, keyId()));
    }
    return signed.text();
  }

  void requireValid(String text, byte[] signature) {
    boolean valid;
    try {
      Signature engine = Signature.getInstance("Ed25519");
      engine.initVerify(key);
      engine.update(text.getBytes(StandardCharsets.UTF_8));
      valid = engine.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new NoteRefused("the signature of %s+%s is malformed".formatted(name, keyId()), e);
    }
    if (!valid) {
      throw new NoteRefused(
          "the signature of %s+%s does not match the text".formatted(name, keyId()));
    }
  }

  @Override
  public String toString() {
    return text();
  }
}
