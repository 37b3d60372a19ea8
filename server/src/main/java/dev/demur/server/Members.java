package dev.demur.server;

import dev.demur.model.MemberId;
import java.security.Principal;

/// Whose page it is: always that of whoever signed in, never of a name in the request.
final class Members {
  private Members() {}

  static MemberId of(Principal user) {
    return new MemberId(user.getName());
  }
}
