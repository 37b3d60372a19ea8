package dev.demur.model;

/// The identity of one record: the same row of the same archive has the same id in every import.
///
/// @param value 32 lower-case hex digits: the first 16 bytes of SHA-256 over holder, kind of
///   archive, logical file and natural key
public record RecordId(String value) implements Comparable<RecordId> {
  public RecordId {
    if (!value.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a record id must be 32 hex digits, got: " + value);
    }
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
