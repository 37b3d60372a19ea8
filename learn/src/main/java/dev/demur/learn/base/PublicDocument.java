package dev.demur.learn.base;

import dev.demur.learn.file.Sha256;

/// One public text.
///
/// @param id decides whether the document is learnt from or measured on
record PublicDocument(String id, String text) {
  private static final int HASH_DIGITS = 8;
  private static final int PER_MILLE = 1000;

  /// Whether the document is kept for measuring: decided by its id alone, so a document is on the
  /// same side whatever else is in the text.
  boolean isHeldOut(int heldOutPerMille) {
    String digits = Sha256.of("held-out\n" + id).substring(0, HASH_DIGITS);
    return Long.parseLong(digits, 16) % PER_MILLE < heldOutPerMille;
  }
}
