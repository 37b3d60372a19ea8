package dev.demur.ledger.log;

import java.util.Base64;
import java.util.List;

/// Proof that one entry is in the log. The format stands in `docs/reference/receipt.md`.
///
/// @param entry what was written, as canonical JSON
/// @param salt base64 of 32 bytes
/// @param commitment `SHA-256(salt || entry)`
/// @param leafIndex the entry's place in the log, from 0
/// @param proof from the leaf's sibling upwards
/// @param checkpoint the signed note that the proof leads to
/// @param origin the log's name
/// @param keyId eight hex digits of the key that signed the checkpoint
public record Receipt(
    String entry,
    String salt,
    Hash commitment,
    long leafIndex,
    List<Hash> proof,
    String checkpoint,
    String origin,
    String keyId) {
  static final String FORMAT = "demur-receipt/1";

  public Receipt {
    proof = List.copyOf(proof);
  }

  /// The entry's position in the ledger, from 1.
  public long position() {
    return leafIndex + 1;
  }

  /// The receipt as one line of canonical JSON: keys in order, the entry as it was committed to.
  public String toJson() {
    StringBuilder out = new StringBuilder(1024);
    text("{\"checkpoint\":", checkpoint, out);
    text(",\"commitment\":", commitment.base64(), out);
    out.append(",\"entry\":").append(entry);
    text(",\"format\":", FORMAT, out);
    out.append(",\"inclusionProof\":[");
    String separator = "";
    for (Hash step : proof) {
      text(separator, step.base64(), out);
      separator = ",";
    }
    out.append("],\"leafIndex\":").append(leafIndex);
    text(",\"log\":{\"keyId\":", keyId, out);
    text(",\"origin\":", origin, out);
    text("},\"salt\":", salt, out);
    return out.append('}').toString();
  }

  private static void text(String before, String value, StringBuilder out) {
    out.append(before);
    CanonicalJson.appendString(value, out);
  }

  /// The proof of inclusion in the C2SP format (<https://c2sp.org/tlog-proof>), whose extra data is
  /// the salted entry: base64 of `salt || canonical JSON`.
  public String toTlogProof() {
    byte[] text = entry.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] saltBytes = Base64.getDecoder().decode(salt);
    byte[] extra = new byte[saltBytes.length + text.length];
    System.arraycopy(saltBytes, 0, extra, 0, saltBytes.length);
    System.arraycopy(text, 0, extra, saltBytes.length, text.length);
    StringBuilder out = new StringBuilder("c2sp.org/tlog-proof@v1\n");
    out.append("extra ").append(Base64.getEncoder().encodeToString(extra)).append('\n');
    out.append("index ").append(leafIndex).append('\n');
    proof.forEach(hash -> out.append(hash.base64()).append('\n'));
    return out.append('\n').append(checkpoint).toString();
  }

  /// Its place only: the entry is member data.
  @Override
  public String toString() {
    return "Receipt[leaf " + leafIndex + " of " + origin + "]";
  }
}
