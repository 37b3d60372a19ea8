package dev.demur.ledger.log;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A second verifier of receipts, written from the specifications and `docs/reference/receipt.md`
/// alone: it calls nothing of the code it checks.
final class PlainVerifier {
  private PlainVerifier() {}

  static boolean accepts(String receipt, String publicKey) {
    try {
      return check(receipt, publicKey);
    } catch (RuntimeException | GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean check(String receipt, String publicKey) throws GeneralSecurityException {
    Map<String, Object> fields = object(PlainJson.parse(receipt));
    Map<String, Object> log = object(fields.get("log"));
    String[] key = publicKey.split("\\+", 3);
    byte[] commitment = base64(fields.get("commitment"));
    byte[] json = PlainJson.write(fields.get("entry")).getBytes(StandardCharsets.UTF_8);
    boolean bound =
        fields
                .keySet()
                .equals(
                    java.util.Set.of(
                        "checkpoint",
                        "commitment",
                        "entry",
                        "format",
                        "inclusionProof",
                        "leafIndex",
                        "log",
                        "salt"))
            && fields.get("format").equals("demur-receipt/1")
            && log.equals(Map.of("origin", key[0], "keyId", key[1]))
            && base64(fields.get("salt")).length == 32
            && Arrays.equals(NaiveTree.sha256(base64(fields.get("salt")), json), commitment);
    return bound && included(fields, commitment, key);
  }

  private static boolean included(Map<String, Object> fields, byte[] commitment, String[] key)
      throws GeneralSecurityException {
    String note = (String) fields.get("checkpoint");
    int split = note.lastIndexOf("\n\n") + 1;
    String text = note.substring(0, split);
    String[] head = text.split("\n");
    long index = (Long) fields.get("leafIndex");
    long size = Long.parseLong(head[1]);
    List<byte[]> path = new ArrayList<>();
    ((List<?>) fields.get("inclusionProof")).forEach(step -> path.add(base64(step)));
    byte[] leaf = NaiveTree.sha256(new byte[] {0}, commitment);
    return head[0].equals(key[0])
        && index >= 0
        && index < size
        && Arrays.equals(NaiveTree.rootFrom(leaf, index, size, path), base64(head[2]))
        && signed(text, note.substring(split + 1), key);
  }

  private static boolean signed(String text, String lines, String[] key)
      throws GeneralSecurityException {
    byte[] typed = base64(key[2]);
    byte[] label = (key[0] + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] id = Arrays.copyOf(NaiveTree.sha256(label, typed), 4);
    for (String line : lines.split("\n")) {
      String[] words = line.split(" ");
      byte[] blob = base64(words[2]);
      if (words[0].equals("—")
          && words[1].equals(key[0])
          && Arrays.equals(Arrays.copyOf(blob, 4), id)) {
        Signature engine = Signature.getInstance("Ed25519");
        engine.initVerify(publicKey(Arrays.copyOfRange(typed, 1, 33)));
        engine.update(text.getBytes(StandardCharsets.UTF_8));
        return engine.verify(Arrays.copyOfRange(blob, 4, blob.length));
      }
    }
    return false;
  }

  /// RFC 8032, section 5.1.2: little-endian y, whose top bit is the sign of x.
  private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = raw[31 - i];
    }
    boolean odd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    return KeyFactory.getInstance("EdDSA")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  private static byte[] base64(Object text) {
    return Base64.getDecoder().decode((String) text);
  }

  private static Map<String, Object> object(Object value) {
    Map<String, Object> fields = new TreeMap<>();
    ((Map<?, ?>) value).forEach((name, field) -> fields.put((String) name, field));
    return fields;
  }
}
