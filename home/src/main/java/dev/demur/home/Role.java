package dev.demur.home;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody who signed in is. What each may do stands in the server's table of routes.
public enum Role {
  /// One of those whose data it is.
  MEMBER,
  /// Looks for members for a job, among those who may be found.
  RECRUITER,
  /// Works the objections, answers members, sees figures.
  DPO,
  /// Builds and trains; sees figures, never a member's text.
  ENGINEER,
  /// Sees what the data protection officer sees, and changes nothing.
  AUDITOR;

  /// As it is written on command lines, in tokens and in the ledger.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
