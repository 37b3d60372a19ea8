package dev.demur.model;

import java.time.Instant;

/// When something happened, as exactly as the source says.
///
/// @param instant the earliest instant the source allows; midnight UTC of the first day for a month
/// @param precision how exactly the source says it
/// @param zone where the zone comes from
/// @param raw the source's own characters
public record Moment(Instant instant, Precision precision, Zone zone, String raw) {
  /// The smallest unit the source gives.
  public enum Precision {
    YEAR,
    MONTH,
    DAY,
    MINUTE,
    SECOND,
    MILLISECOND
  }

  /// Where a zone comes from.
  public enum Zone {
    UTC,
    ASSUMED_UTC,
    DEVICE_LOCAL_UNKNOWN
  }
}
