package dev.demur.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that a decision may know of one member, in the order in which it happened.
///
/// Events that lie after the instant of a decision are present and ignored by it, so one value
/// answers for any instant.
///
/// @param countries where the member lived, oldest first; empty means unknown
/// @param birthDate empty means unknown
/// @param toggle changes of the settings, oldest first; empty means never touched
/// @param objections every objection filed, in any state
/// @param notices notices delivered, oldest first
/// @param closedAt when the account was closed
public record MemberFacts(
    List<Residence> countries,
    Optional<LocalDate> birthDate,
    List<ToggleChange> toggle,
    List<Objection> objections,
    List<Notice> notices,
    Optional<Instant> closedAt) {

  /// Nothing known but that the member exists.
  public static final MemberFacts UNKNOWN =
      new MemberFacts(
          List.of(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

  public MemberFacts {
    countries = List.copyOf(countries);
    toggle = List.copyOf(toggle);
    objections = List.copyOf(objections);
    notices = List.copyOf(notices);
  }

  /// Residence in a country from an instant until the next one.
  ///
  /// @param country ISO 3166-1 alpha-2, upper case
  public record Residence(String country, Instant from) {
    public Residence {
      if (country.length() != 2 || !isCapital(country.charAt(0)) || !isCapital(country.charAt(1))) {
        throw new IllegalArgumentException(
            "a country must be two capital letters (ISO 3166-1), got: " + country);
      }
    }

    private static boolean isCapital(char c) {
      return c >= 'A' && c <= 'Z';
    }
  }

  /// One change of a training setting.
  public record ToggleChange(boolean on, Instant at, Switch which) {
    /// A change of the setting about training itself.
    public ToggleChange(boolean on, Instant at) {
      this(on, at, Switch.MAIN);
    }
  }

  /// One objection (GDPR Art. 21) with its state as last known.
  ///
  /// @param decidedAt when it left `PENDING`; empty while pending
  public record Objection(
      Instant filedAt, Optional<Instant> decidedAt, State state, Set<Control> covers) {
    public Objection {
      covers = Set.copyOf(covers);
      if (covers.isEmpty()) {
        throw new IllegalArgumentException(
            "an objection covers at least one of content-generation, other-ml, feedback");
      }
    }

    /// Where the case stands.
    public enum State {
      PENDING,
      GRANTED,
      REFUSED,
      WITHDRAWN
    }
  }

  /// A notice that reached the member.
  public record Notice(Instant deliveredAt) {}
}
