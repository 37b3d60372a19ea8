package dev.demur.home;

import dev.demur.ledger.LedgerView;
import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import dev.demur.program.Program;
import dev.demur.program.RecordFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a member's choices would change, computed by the same decisions before any is made.
///
/// @param inSnapshot records of the member that the latest snapshot holds for models that write
/// @param trainedIn the parts of the model that the member's text was trained in
public record Preview(
    Outlook now,
    Outlook off,
    Outlook objection,
    Outlook closure,
    long inSnapshot,
    Optional<String> trainedIn) {

  /// What may be used after a choice.
  ///
  /// @param written records so far, for models that write
  /// @param newlyWritten whether a post that is written now may be used for them
  /// @param matched records so far, for other machine learning
  /// @param recipients who may be given any of it, for models that write
  public record Outlook(
      long written, boolean newlyWritten, long matched, Set<Recipient> recipients) {
    public Outlook {
      recipients = Set.copyOf(recipients);
    }
  }

  public static Preview of(Home home, MemberId member) {
    Instant now = home.clock().instant();
    LedgerView view = ProgramView.of(home.ledger().view(), Snapshots.program(home));
    MemberFacts known = view.factsOf(member).orElse(MemberFacts.UNKNOWN);
    Looking looking = new Looking(home, member, view, now);
    long inSnapshot =
        home.corpus().of(member).stream()
            .filter(row -> row.purpose() == Purpose.CONTENT_GENERATION)
            .count();
    return new Preview(
        looking.with(known),
        looking.with(switchedOff(known, now)),
        looking.with(objected(known, now)),
        looking.with(closed(known, now)),
        inSnapshot,
        Snapshots.whereIs(home, member));
  }

  private static MemberFacts switchedOff(MemberFacts known, Instant now) {
    List<MemberFacts.ToggleChange> toggle = new ArrayList<>(known.toggle());
    toggle.add(new MemberFacts.ToggleChange(false, now, Switch.MAIN));
    return facts(known, toggle, known.objections(), known.closedAt());
  }

  private static MemberFacts objected(MemberFacts known, Instant now) {
    List<MemberFacts.Objection> objections = new ArrayList<>(known.objections());
    objections.add(
        new MemberFacts.Objection(
            now,
            Optional.empty(),
            MemberFacts.Objection.State.PENDING,
            EnumSet.allOf(Control.class)));
    return facts(known, known.toggle(), objections, known.closedAt());
  }

  private static MemberFacts closed(MemberFacts known, Instant now) {
    return facts(known, known.toggle(), known.objections(), Optional.of(now));
  }

  private static MemberFacts facts(
      MemberFacts known,
      List<MemberFacts.ToggleChange> toggle,
      List<MemberFacts.Objection> objections,
      Optional<Instant> closedAt) {
    return new MemberFacts(
        known.countries(), known.birthDate(), toggle, objections, known.notices(), closedAt);
  }

  /// Decides all of one member's records under facts that need not be so.
  private static final class Looking {
    private final Home home;
    private final MemberId member;
    private final LedgerView view;
    private final Instant now;
    private final Program program;
    private final List<MemberRecord> records;
    private final Membership members;

    Looking(Home home, MemberId member, LedgerView view, Instant now) {
      this.home = home;
      this.member = member;
      this.view = view;
      this.now = now;
      this.program = Snapshots.program(home);
      this.records = home.records().of(member);
      this.members = Membership.at(view, Forgetting.leaving(home));
    }

    Outlook with(MemberFacts facts) {
      MemberFactSource known =
          person -> person.equals(member) ? Optional.of(facts) : members.factsOf(person);
      MemberFactSource source = home.tokens().resolving(known, members.members());
      RecordFacts written =
          new RecordFacts(
              Category.CONTENT_POST,
              Optional.of(now),
              Optional.of(member),
              List.of(),
              List.of(),
              Optional.empty());
      Set<Recipient> recipients = new TreeSet<>();
      for (Recipient recipient : Recipient.values()) {
        if (count(new Use(Purpose.CONTENT_GENERATION, recipient), source) > 0) {
          recipients.add(recipient);
        }
      }
      Use writing = new Use(Purpose.CONTENT_GENERATION, Recipient.CONTROLLER);
      return new Outlook(
          count(writing, source),
          program.decide(writing, written, known, now) instanceof Decision.Permit,
          count(new Use(Purpose.OTHER_ML, Recipient.CONTROLLER), source),
          recipients);
    }

    private long count(Use use, MemberFactSource source) {
      return records.stream()
          .filter(record ->
              program.decide(use, Explaining.factsOf(record, view), source, now)
                  instanceof Decision.Permit)
          .count();
    }
  }
}
