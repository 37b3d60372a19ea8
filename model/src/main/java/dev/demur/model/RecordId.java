package dev.demur.model;

import java.util.Arrays;

/// The identity of one record: the same row of the same archive has the same id in every import.
///
/// @param value 32 lower-case hex digits: the first 16 bytes of SHA-256 over holder, kind of
///   archive, logical file and natural key
public record RecordId(String value) implements Comparable<RecordId> {
  private static final int LENGTH = 32;
  private static final boolean[] HEX_DIGIT = hexDigits();

  public RecordId {
    if (value.length() != LENGTH || !isHex(value)) {
      throw new IllegalArgumentException("a record id must be 32 hex digits, got: " + value);
    }
  }

  private static boolean isHex(String value) {
    for (int i = 0; i < LENGTH; i++) {
      char c = value.charAt(i);
      if (c > 'f' || !HEX_DIGIT[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] hexDigits() {
    var digits = new boolean['f' + 1];
    Arrays.fill(digits, '0', '9' + 1, true);
    Arrays.fill(digits, 'a', 'f' + 1, true);
    return digits;
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
