package dev.demur.assist.privacy;

import dev.demur.learn.privacy.Losses;
import java.util.List;

/// All that is measured of one model.
///
/// @param inputs digest of all that it follows from
/// @param adapter digest of the merged adapter
/// @param extractions one for each canary that was learnt from, by member
record Measured(String inputs, String adapter, Losses losses, List<Extracted> extractions) {
  Measured {
    extractions = List.copyOf(extractions);
  }

  /// How the end of one canary came out.
  ///
  /// @param member whose canary it is, by number
  record Extracted(int member, List<Way> ways) {
    Extracted {
      ways = List.copyOf(ways);
    }
  }
}
