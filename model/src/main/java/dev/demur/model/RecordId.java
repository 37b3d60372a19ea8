package dev.demur.model;

/// The identity of one record: the same row of the same archive has the same id in every import.
///
/// @param value 32 lower-case hex digits: the first 16 bytes of SHA-256 over holder, kind of
///   archive, logical file and natural key
public record RecordId(String value) implements Comparable<RecordId> {
  private static final int LENGTH = 32;

  public RecordId {
    if (value.length() != LENGTH || !isHex(value)) {
      throw new IllegalArgumentException("a record id must be 32 hex digits, got: " + value);
    }
  }

  private static boolean isHex(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(RecordId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
