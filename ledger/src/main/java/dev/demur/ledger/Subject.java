package dev.demur.ledger;

import java.util.Locale;

/// Under which random name and key the entries of one owner stand. The key is a secret.
///
/// @param owner a member id, or the case id of a kept objection
/// @param secret 32 bytes
/// @param member whether it was known to be a member when it was read
@SuppressWarnings("ArrayRecordComponent") // the key's bytes go to the cipher; never compared
record Subject(String reference, Kind kind, String owner, byte[] secret, boolean member) {
  /// Whose entries these are.
  enum Kind {
    MEMBER,
    OBJECTION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Subject create(Kind kind, String owner) {
    return new Subject(Sealing.newReference(), kind, owner, Sealing.newSecret(), false);
  }

  @Override
  public String toString() {
    return "Subject[" + reference + "]";
  }
}
