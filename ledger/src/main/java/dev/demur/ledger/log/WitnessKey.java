package dev.demur.ledger.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The public key of a witness: somebody else, who says with a time that the log they saw only ever
/// grew (C2SP tlog-cosignature, <https://c2sp.org/tlog-cosignature>). Immutable and thread-safe.
public final class WitnessKey {
  private static final byte TIMESTAMPED = 0x04;
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;
  private static final int SIGNATURE_BYTES = 72;

  private final NoteVerifier key;
  private final byte[] id;
  private final String text;

  private WitnessKey(NoteVerifier key, byte[] id, String text) {
    this.key = key;
    this.id = id;
    this.text = text;
  }

  /// Reads `name+id+base64(0x04 || 32 bytes)`.
  ///
  /// @throws NoteRefused when it is malformed or the id is not that of the key
  public static WitnessKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    byte[] data = parts.length == 3 ? decoded(parts[2]) : new byte[0];
    if (data.length != KEY_BYTES + 1 || data[0] != TIMESTAMPED) {
      throw new NoteRefused(
          "a witness's public key is name+id+base64 of 33 bytes that start with 4, got: "
              + text.strip());
    }
    byte[] raw = Arrays.copyOfRange(data, 1, data.length);
    NoteVerifier key = NoteVerifier.of(parts[0], raw);
    byte[] label = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] id = Arrays.copyOf(Hash.sha256(label, new byte[] {TIMESTAMPED}, raw).bytes(), ID_BYTES);
    String expected = HexFormat.of().formatHex(id);
    if (!expected.equals(parts[1])) {
      throw new NoteRefused(
          "the witness's key id must be %s, got: %s".formatted(expected, parts[1]));
    }
    return new WitnessKey(key, id, text.strip());
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new NoteRefused("the witness's key must end in base64, got: " + base64, e);
    }
  }

  public String name() {
    return key.name();
  }

  /// When the witness cosigned the checkpoint; empty when it did not.
  ///
  /// @param note the checkpoint with all its signatures
  /// @throws NoteRefused when a cosignature by this key does not verify
  public Optional<Instant> cosigned(String note) {
    SignedNote signed = SignedNote.parse(note);
    return signed.signatures().stream()
        .filter(this::isOwn)
        .map(signature -> verified(signed.text(), signature))
        .findFirst();
  }

  /// When the witness cosigned the checkpoint.
  ///
  /// @throws NoteRefused when it did not, or its cosignature does not verify
  public Instant requireCosigned(String note) {
    return cosigned(note)
        .orElseThrow(() -> new NoteRefused("the checkpoint is not cosigned by " + name()));
  }

  /// Whether a signature line claims to be by this key.
  boolean isOwn(SignedNote.Signature signature) {
    byte[] blob = signature.decoded();
    return signature.name().equals(name())
        && blob.length >= ID_BYTES
        && Arrays.equals(blob, 0, ID_BYTES, id, 0, ID_BYTES);
  }

  private Instant verified(String checkpoint, SignedNote.Signature signature) {
    byte[] blob = signature.decoded();
    if (blob.length != ID_BYTES + SIGNATURE_BYTES) {
      throw new NoteRefused(
          "the cosignature of %s must have 72 bytes, got %d"
              .formatted(name(), blob.length - ID_BYTES));
    }
    long seconds = ByteBuffer.wrap(blob, ID_BYTES, Long.BYTES).getLong();
    String message = "cosignature/v1\ntime " + Long.toUnsignedString(seconds) + "\n" + checkpoint;
    key.requireValid(message, Arrays.copyOfRange(blob, ID_BYTES + Long.BYTES, blob.length));
    return Instant.ofEpochSecond(seconds);
  }

  /// The text form.
  @Override
  public String toString() {
    return text;
  }
}
