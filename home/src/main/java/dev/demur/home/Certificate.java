package dev.demur.home;

import java.time.Instant;
import java.util.List;

/// What a removal did. Printed for whoever asked, never kept: it names the members.
///
/// @param members ids of who were removed
/// @param state `quarantined` (nothing served depends on them) or `restored` (nothing on disk does)
/// @param at when it was done
/// @param quarantineSeconds from the request until nothing served depended on them
/// @param seconds until it was done
/// @param records of theirs that were deleted
/// @param othersDerivedAnew members whose rows named them and were decided again
/// @param slicesTrained checkpoints that were computed anew
/// @param slicesKept checkpoints that never depended on them
/// @param keptObjections cases that outlive the membership
/// @param leftovers files under the home that still hold an id of theirs; empty when restored
/// @param roots digests of everything derived, as `demur roots`
/// @param logEntry position of the entry in the transparency log that commits to this certificate;
///   0 while quarantined
public record Certificate(
    List<String> members,
    String state,
    Instant at,
    double quarantineSeconds,
    double seconds,
    long records,
    long othersDerivedAnew,
    int slicesTrained,
    int slicesKept,
    List<String> keptObjections,
    List<String> leftovers,
    Roots roots,
    long logEntry) {

  /// One line of JSON.
  public String toJson() {
    return JsonFile.LINE.writeValueAsString(this);
  }
}
