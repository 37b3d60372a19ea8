package dev.demur.ledger.log;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Checks a receipt with nothing but the log's public key: no network, no database.
public final class ReceiptVerifier {
  private static final Set<String> FIELDS =
      Set.of(
          "format",
          "entry",
          "salt",
          "commitment",
          "leafIndex",
          "inclusionProof",
          "checkpoint",
          "log");
  private static final Set<String> LOG_FIELDS = Set.of("origin", "keyId");
  private static final int MAX_PROOF = 64;

  private ReceiptVerifier() {}

  /// Checks a receipt; returns it when every part of it holds.
  ///
  /// @param receiptJson white space and the order of keys do not matter
  /// @param publicKey as `name+id+base64`
  /// @throws ReceiptRefused with what does not hold
  public static Receipt verify(String receiptJson, String publicKey) {
    try {
      return verify(receiptJson, NoteVerifier.parse(publicKey));
    } catch (NoteRefused e) {
      throw new ReceiptRefused("the public key cannot be read: " + e.getMessage(), e);
    }
  }

  /// Checks a receipt; returns it when every part of it holds.
  ///
  /// @throws ReceiptRefused with what does not hold
  public static Receipt verify(String receiptJson, NoteVerifier publicKey) {
    Receipt receipt = parse(receiptJson);
    requireKey(receipt, publicKey);
    requireCommitment(receipt);
    requireIncluded(receipt, openCheckpoint(receipt, publicKey));
    return receipt;
  }

  private static void requireKey(Receipt receipt, NoteVerifier publicKey) {
    if (!receipt.keyId().equals(publicKey.keyId())) {
      throw refused(
          "log.keyId is %s, but the public key has the id %s"
              .formatted(receipt.keyId(), publicKey.keyId()));
    }
    if (!receipt.origin().equals(publicKey.name())) {
      throw refused(
          "log.origin is %s, but the public key belongs to %s"
              .formatted(receipt.origin(), publicKey.name()));
    }
  }

  private static void requireCommitment(Receipt receipt) {
    byte[] salt = Base64.getDecoder().decode(receipt.salt());
    if (!Commitment.of(salt, receipt.entry()).equals(receipt.commitment())) {
      throw refused("entry and salt do not give the commitment: one of the three was changed");
    }
  }

  private static Checkpoint openCheckpoint(Receipt receipt, NoteVerifier publicKey) {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(publicKey.open(receipt.checkpoint()));
    } catch (NoteRefused e) {
      throw new ReceiptRefused("checkpoint: " + e.getMessage(), e);
    }
    if (!checkpoint.origin().equals(receipt.origin())) {
      throw refused(
          "the checkpoint is of %s, the receipt of %s"
              .formatted(checkpoint.origin(), receipt.origin()));
    }
    return checkpoint;
  }

  private static void requireIncluded(Receipt receipt, Checkpoint checkpoint) {
    if (receipt.leafIndex() >= checkpoint.size()) {
      throw refused(
          "leafIndex is %d, but the checkpoint has %d leaves"
              .formatted(receipt.leafIndex(), checkpoint.size()));
    }
    Hash leaf = Commitment.leafHash(receipt.commitment());
    boolean included =
        ProofCheck.rootOfInclusion(leaf, receipt.leafIndex(), checkpoint.size(), receipt.proof())
            .filter(checkpoint.root()::equals)
            .isPresent();
    if (!included) {
      throw refused("inclusionProof and leafIndex do not lead to the checkpoint's root");
    }
  }

  /// Reads a receipt without checking it.
  private static Receipt parse(String json) {
    try {
      JsonNode root = CanonicalJson.parse(json);
      requireFields(root, FIELDS, "the receipt");
      JsonNode log = root.get("log");
      requireFields(log, LOG_FIELDS, "log");
      if (!text(root, "format").equals(Receipt.FORMAT)) {
        throw refused("format must be %s, got: %s".formatted(Receipt.FORMAT, root.get("format")));
      }
      return new Receipt(
          CanonicalJson.write(root.get("entry")),
          salt(text(root, "salt")),
          Hash.ofBase64(text(root, "commitment")),
          leafIndex(root.get("leafIndex")),
          proof(root.get("inclusionProof")),
          text(root, "checkpoint"),
          text(log, "origin"),
          text(log, "keyId"));
    } catch (IllegalArgumentException e) {
      throw new ReceiptRefused("the receipt cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireFields(@Nullable JsonNode object, Set<String> fields, String what) {
    if (object == null || !object.isObject()) {
      throw refused(what + " must be a JSON object");
    }
    Set<String> found = new TreeSet<>(object.propertyNames());
    if (!found.equals(fields)) {
      throw refused(
          "%s must have the fields %s, got %s".formatted(what, new TreeSet<>(fields), found));
    }
  }

  private static String text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || !value.isString()) {
      throw refused(field + " must be a string");
    }
    return value.stringValue();
  }

  private static String salt(String base64) {
    byte[] salt = Base64.getDecoder().decode(base64);
    if (salt.length != Commitment.SALT_BYTES
        || !Base64.getEncoder().encodeToString(salt).equals(base64)) {
      throw refused("salt must be 32 bytes in base64");
    }
    return base64;
  }

  private static long leafIndex(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw refused("leafIndex must be a whole number from 0, got: " + node);
    }
    return node.longValue();
  }

  private static List<Hash> proof(JsonNode node) {
    if (!node.isArray() || node.size() > MAX_PROOF) {
      throw refused("inclusionProof must be a list of at most 64 hashes");
    }
    List<Hash> proof = new ArrayList<>();
    for (JsonNode step : node) {
      if (!step.isString()) {
        throw refused("inclusionProof must hold strings");
      }
      proof.add(Hash.ofBase64(step.stringValue()));
    }
    return proof;
  }

  private static ReceiptRefused refused(String message) {
    return new ReceiptRefused(message, null);
  }
}
