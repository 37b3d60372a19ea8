package dev.demur.ledger;

import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.model.Signal;
import dev.demur.model.Switch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Something that happened and that decisions, reports or evidence depend on.
///
/// When it happened and when it was learnt stand beside it, in the entry. Its JSON form stands in
/// `docs/reference/ledger.md`.
public sealed interface Event {
  /// About one person; sealed under that person's key, and gone with it.
  sealed interface OfMember extends Event {}

  /// The operator's own; holds no member data, is not sealed and cannot be erased.
  sealed interface OfOperator extends Event {}

  /// The platform has an account for the member. Any other event but an objection implies it.
  record MemberJoined() implements OfMember {}

  /// The member lives in a country since an instant. For the same instant, the last one learnt
  /// counts.
  ///
  /// @param country ISO 3166-1 alpha-2, upper case
  record ResidenceLearned(String country, Instant from) implements OfMember {
    public ResidenceLearned {
      country = new MemberFacts.Residence(country, from).country();
    }
  }

  /// The member's date of birth; the last one learnt from the platform counts, and without any the
  /// latest date that an archive says.
  ///
  /// @param archive the kind of the member's own archive that says so, e.g. `facebook`; empty for
  ///   what the platform itself knows
  record BirthDateLearned(LocalDate date, Optional<String> archive) implements OfMember {
    /// A date that the platform knows.
    public BirthDateLearned(LocalDate date) {
      this(date, Optional.empty());
    }
  }

  /// The language in which the member is written to; the last one learnt counts.
  ///
  /// @param language two small letters (ISO 639-1), e.g. `fr`
  record LanguageLearned(String language) implements OfMember {
    public LanguageLearned {
      Checks.language(language);
    }
  }

  /// The member switched a setting about training.
  ///
  /// @param signal by which the member's software did it; empty when the member did
  record ToggleChanged(boolean on, Switch which, Optional<Signal> signal) implements OfMember {
    /// A change by the member's own hand.
    public ToggleChanged(boolean on, Switch which) {
      this(on, which, Optional.empty());
    }

    /// A change of the setting about training itself.
    public ToggleChanged(boolean on) {
      this(on, Switch.MAIN);
    }
  }

  /// Somebody objected (GDPR Art. 21), member or not. Restricts use at once.
  ///
  /// @param caseId unique; see [dev.demur.ledger.objection.ObjectionCases]
  /// @param program the program it was filed under, by name; it counts for all
  /// @param reason in the person's own words; none is needed
  /// @param names names and handles by which others write of the person, to be redacted
  record ObjectionFiled(
      String caseId,
      Set<Control> covers,
      Optional<String> reason,
      SortedSet<String> names,
      Optional<String> program)
      implements OfMember {
    public ObjectionFiled {
      covers = Checks.notEmpty("covers", Collections.unmodifiableSortedSet(new TreeSet<>(covers)));
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
  }

  /// The case left `PENDING`.
  ///
  /// @param outcome `GRANTED`, `REFUSED` or `WITHDRAWN`
  /// @param by the name of the human who decided
  /// @param grounds why; a refusal needs compelling ones, stated
  record ObjectionDecided(
      String caseId, MemberFacts.Objection.State outcome, String by, String grounds)
      implements OfMember {
    public ObjectionDecided {
      Checks.decision(outcome, by, grounds);
    }
  }

  /// The month for an answer was extended by two, with notice and reason inside the first (GDPR
  /// Art. 12(3)).
  record ObjectionExtended(String caseId, String by, String reason) implements OfMember {
    public ObjectionExtended {
      Checks.notBlank("by", by);
      Checks.notBlank("reason", reason);
    }
  }

  /// A step of work on a case that changes nobody's rights.
  ///
  /// @param removal of `EXECUTED`: position of the log's entry that certifies the removal which
  ///   carried the objection out
  record CaseStepTaken(String caseId, Step step, String by, String note, Optional<Long> removal)
      implements OfMember {
    /// A step that no removal took.
    public CaseStepTaken(String caseId, Step step, String by, String note) {
      this(caseId, step, by, note, Optional.empty());
    }

    /// What was done.
    public enum Step {
      ASSIGNED,
      IDENTITY_CHECKED,
      /// By the person: where an answer reaches somebody who has no account.
      CONTACT_GIVEN,
      EXECUTED,
      RECIPIENT_TOLD,
      RECIPIENT_ACKNOWLEDGED,
      CONFIRMED
    }
  }

  /// A notice reached the member.
  ///
  /// @param program by name
  /// @param version of the notice
  /// @param textSha256 64 hex digits over the text as sent, UTF-8
  /// @param channel `outbox`, `smtp` once the mail server has taken it, or [#BANNER]
  record NoticeDelivered(String program, String version, String textSha256, String channel)
      implements OfMember {
    /// Shown in the product.
    public static final String BANNER = "banner";

    public NoticeDelivered {
      Checks.sha256("textSha256", textSha256);
    }
  }

  /// A notice was refused by the member's mail server, and has not reached the member.
  ///
  /// @param reason what the server said
  record NoticeBounced(String program, String version, String channel, String reason)
      implements OfMember {}

  /// Somebody else looked at what is held about the member. Changes nobody's rights; the member
  /// sees it in the history.
  ///
  /// @param by the sign-in name of whoever looked
  /// @param role what they are, e.g. `dpo`
  /// @param what was looked at, e.g. `GET /v1/members/{member}/history`
  record DataLookedAt(String by, String role, String what) implements OfMember {
    public DataLookedAt {
      Checks.notBlank("by", by);
      Checks.notBlank("role", role);
      Checks.notBlank("what", what);
    }
  }

  /// The member deleted one record.
  record RecordDeleted(RecordId recordId) implements OfMember {}

  /// Somebody read a record whose content might be of a special category (GDPR Art. 9), and
  /// decided. The last review of a record counts.
  ///
  /// @param digest of the content that was read, 32 hex digits
  /// @param keep whether that content may be used
  /// @param by the name of the human who decided
  /// @param note why; may be empty
  record RecordReviewed(RecordId recordId, String digest, boolean keep, String by, String note)
      implements OfMember {
    public RecordReviewed {
      Checks.notBlank("by", by);
    }
  }

  /// The member closed the account.
  record AccountClosed() implements OfMember {}

  /// What remains of a standing objection when everything else about the person is erased: what is
  /// needed to go on giving effect to it, and no more. Written by the ledger itself.
  ///
  /// @param filedPosition the entry that filed it, so that views of the past agree
  /// @param decidedPosition the entry that granted it; empty while pending
  record ObjectionKept(
      String caseId,
      MemberId person,
      Set<Control> covers,
      SortedSet<String> names,
      Instant filedAt,
      long filedPosition,
      Optional<Instant> decidedAt,
      Optional<Long> decidedPosition)
      implements OfMember {
    public ObjectionKept {
      covers = Checks.notEmpty("covers", Collections.unmodifiableSortedSet(new TreeSet<>(covers)));
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
  }

  /// A subject's key was destroyed: its entries can no longer be read.
  ///
  /// @param reference the random name under which the entries stand
  record SubjectErased(String reference) implements OfOperator {}

  /// Anything else that must be provable: a permit issued, a run finished, a snapshot built, a
  /// removal certified. Never member data, not even an id.
  ///
  /// @param kind lower-case words with dashes, e.g. `permit-issued`
  /// @param details by name
  record OperatorNoted(String kind, SortedMap<String, String> details) implements OfOperator {
    public OperatorNoted {
      Checks.kind(kind);
      details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
  }
}
