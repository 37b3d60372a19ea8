package dev.demur.model;

import java.util.List;

/// Whether one record may be used for one use at one instant.
public sealed interface Decision {
  /// The clause of the program that made the answer: a path in its file, e.g. `regions.eu.starts`.
  String clause();

  /// Every mentioned person who is not known and permitting for this use, in the record's order.
  List<MemberId> redact();

  /// Allowed, once the people in `redact` are redacted.
  record Permit(String clause, List<MemberId> redact) implements Decision {
    public Permit {
      redact = List.copyOf(redact);
    }
  }

  /// Not allowed.
  record Deny(Reason reason, String clause, List<MemberId> redact) implements Decision {
    public Deny {
      redact = List.copyOf(redact);
    }
  }
}
