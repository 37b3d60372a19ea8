package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Something that must hold of a program in every case.
///
/// @param says the same in a sentence
/// @param programs the names of those it is about; empty for all
/// @param deny cases that must be denied
/// @param notWeaker states in which an objection to everything must stop whatever the toggle stops
public record Invariant(
    String name, String says, Set<String> programs, List<Cases> deny, Set<Choice> notWeaker) {

  public Invariant {
    programs = Set.copyOf(programs);
    deny = List.copyOf(deny);
    notWeaker = Set.copyOf(notWeaker);
  }

  boolean isAbout(String program) {
    return programs.isEmpty() || programs.contains(program);
  }

  /// The state of an objection.
  public enum Choice {
    PENDING,
    GRANTED,
    REFUSED,
    WITHDRAWN
  }

  /// Whether a member was told.
  public enum Told {
    MISSING,
    TOO_RECENT,
    IN_TIME
  }

  /// What else is the matter with a record.
  public enum Status {
    RECORD_DELETED,
    ACCOUNT_CLOSED,
    AUTHOR_UNKNOWN,
    ABOUT_STRANGER;

    static final List<Status> ALL = List.of(values());
  }

  /// Cases in which all of this holds; what is empty may be anything.
  ///
  /// @param livesIn country codes, one of which counts for the record; `unknown` for no known
  ///   country
  /// @param before the decision is asked for before this instant
  /// @param notStarted some region that counts has not started
  /// @param youngerThan years; the member is younger
  /// @param createdYoungerThan years; the member was younger when the record was created
  /// @param ageUnknown the birth date is not known
  /// @param toggleOff the last change of the toggle was to off
  /// @param partnerToggleOff likewise, of the toggle about training by others
  /// @param objection the state of an objection that is about such a use
  public record Cases(
      Set<Purpose> purposes,
      Set<Recipient> recipients,
      Set<Category> categories,
      Set<String> livesIn,
      Optional<Instant> before,
      boolean notStarted,
      OptionalInt youngerThan,
      OptionalInt createdYoungerThan,
      boolean ageUnknown,
      boolean toggleOff,
      boolean partnerToggleOff,
      Set<Choice> objection,
      Set<Told> notice,
      Set<Status> status) {
    public Cases {
      purposes = Set.copyOf(purposes);
      recipients = Set.copyOf(recipients);
      categories = Set.copyOf(categories);
      livesIn = Set.copyOf(livesIn);
      objection = Set.copyOf(objection);
      notice = Set.copyOf(notice);
      status = Set.copyOf(status);
    }
  }
}
