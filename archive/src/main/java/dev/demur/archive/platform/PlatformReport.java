package dev.demur.archive.platform;

import dev.demur.archive.RefusedEntry;
import java.util.List;

/// What reading a source did, beside the records it handed on.
///
/// @param records how many were handed on
/// @param skipped how many rows the mapping says to leave out
/// @param refused rows that are wrong; after the first hundred one line that counts the others
public record PlatformReport(long records, long skipped, List<RefusedEntry> refused) {
  public PlatformReport {
    refused = List.copyOf(refused);
  }
}
