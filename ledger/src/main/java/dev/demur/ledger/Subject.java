package dev.demur.ledger;

import java.util.Locale;

/// Under which random name and key the entries of one owner stand. The key is a secret.
///
/// @param owner a member id, or the case id of a kept objection
/// @param secret 32 bytes
@SuppressWarnings("ArrayRecordComponent") // the key's bytes go to the cipher; never compared
record Subject(String reference, Kind kind, String owner, byte[] secret) {
  /// Whose entries these are.
  enum Kind {
    MEMBER,
    OBJECTION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Subject create(Kind kind, String owner) {
    return new Subject(Sealing.newReference(), kind, owner, Sealing.newSecret());
  }

  @Override
  public String toString() {
    return "Subject[" + reference + "]";
  }
}
