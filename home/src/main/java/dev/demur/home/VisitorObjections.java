package dev.demur.home;

import dev.demur.ledger.Event;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.ledger.objection.ObjectionCases;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Objections of people who have no account: members write about them all the same.
///
/// From the filing on, their names are redacted wherever members wrote them, as those of members
/// who object are. Who they are is checked by a human afterwards.
public final class VisitorObjections {
  private static final int MAX_NAME = 100;
  private static final int MAX_NAMES = 5;
  private static final int MAX_CONTACT = 200;
  private static final int MAX_REASON = 4_000;
  private static final String BY = "the person";

  /// What is a name of one person and not a word of everybody's: two words and more, or a handle or
  /// address.
  private static final Pattern TELLING = Pattern.compile(".*\\S\\s+\\S.*|.*[@/_.\\d].*");

  private VisitorObjections() {}

  /// What somebody hands in.
  ///
  /// @param name as others write it
  /// @param otherNames more of them: spellings, handles, addresses of profiles
  /// @param contact where an answer reaches the person; none is needed
  /// @param reason none is needed
  public record Form(
      String name,
      List<String> otherNames,
      Optional<String> contact,
      Set<Control> covers,
      Optional<String> reason) {
    /// @throws InputRefused with what is wrong
    public Form {
      otherNames = List.copyOf(otherNames);
      covers = Set.copyOf(covers);
      if (otherNames.size() > MAX_NAMES) {
        throw new InputRefused("at most %d other names".formatted(MAX_NAMES));
      }
      requireName(name);
      otherNames.forEach(Form::requireName);
      requireShort("contact", contact, MAX_CONTACT);
      requireShort("reason", reason, MAX_REASON);
      if (covers.isEmpty()) {
        throw new InputRefused("covers must name at least one use");
      }
    }

    private static void requireName(String name) {
      if (name.isBlank()
          || name.length() > MAX_NAME
          || name.chars().anyMatch(Character::isISOControl)
          || name.chars().noneMatch(Character::isLetter)
          || !TELLING.matcher(name).matches()) {
        throw new InputRefused(
            "a name is first and last name, or a handle such as @ada_lovelace, of at most %d characters"
                .formatted(MAX_NAME));
      }
    }

    private static void requireShort(String what, Optional<String> text, int most) {
      if (text.filter(value -> value.length() > most).isPresent()) {
        throw new InputRefused("%s has at most %d characters".formatted(what, most));
      }
    }

    /// The covers only: the rest is personal data.
    @Override
    public String toString() {
      return "Form[" + covers + "]";
    }
  }

  /// Files the objection, which counts once this returns.
  public static FiledCase file(Home home, Form form, Optional<String> idempotencyKey) {
    Set<String> names = new TreeSet<>(form.otherNames());
    names.add(form.name());
    FiledCase filed =
        Choices.object(
            home,
            MemberId.ofName(form.name()),
            Snapshots.program(home).name(),
            form.covers(),
            form.reason(),
            names,
            Optional.empty(),
            idempotencyKey);
    form.contact()
        .ifPresent(contact ->
            Choices.cases(home)
                .step(
                    filed.caseId(),
                    Event.CaseStepTaken.Step.CONTACT_GIVEN,
                    BY,
                    contact,
                    "contact/" + filed.caseId()));
    return filed;
  }

  /// The case of somebody without an account, for whoever knows its id; a member's case is shown to
  /// the member only.
  public static Optional<ObjectionCase> find(Home home, String caseId) {
    ObjectionCases cases = Choices.cases(home);
    return cases
        .find(caseId)
        .filter(each -> !each.personErased() && !home.ledger().knows(each.person()));
  }
}
