package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Purpose;
import dev.demur.model.Reason;
import dev.demur.model.Recipient;
import dev.demur.model.Switch;
import dev.demur.program.ProgramDefinition.About;
import dev.demur.program.ProgramDefinition.CategoryRule;
import dev.demur.program.ProgramDefinition.Clock;
import dev.demur.program.ProgramDefinition.CreatedAsMinor;
import dev.demur.program.ProgramDefinition.Mentioned;
import dev.demur.program.ProgramDefinition.Moved;
import dev.demur.program.ProgramDefinition.Pending;
import dev.demur.program.ProgramDefinition.Region;
import dev.demur.program.ProgramDefinition.Standing;
import dev.demur.program.ProgramDefinition.Toggle;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A program compiled to tables: everything that does not depend on the instant.
///
/// Denials are [Verdict]s made in advance, so that deciding only picks one. Immutable.
final class Law {
  /// The category of a record whose category is not in the tree.
  static final int UNKNOWN_CATEGORY = Category.values().length;

  /// A purpose that Demur does not know, so that no program covers it.
  static final int UNKNOWN_PURPOSE = Purpose.values().length;

  /// A recipient that Demur does not know, so that no program allows it.
  static final int UNKNOWN_RECIPIENT = Recipient.values().length;

  /// The bit of a country that no region covers, in masks of regions.
  static final int NOT_COVERED = 60;

  /// The bit of a code that is no country.
  static final int NO_COUNTRY = 61;

  /// The bit of a country that the program names as not covered.
  static final int LEFT_OUT = 62;

  final Verdict.Clauses clauses = new Verdict.Clauses();
  final ZoneTable zone;
  final int minimumAge;
  final boolean minorRecordsDenied;
  final boolean strictest;
  final boolean pendingRestricts;
  final boolean aboutMustPermit;
  final boolean mentionedRedacted;

  /// Verdict by category; permit where it takes part.
  final long[] category = new long[UNKNOWN_CATEGORY + 1];

  /// The path of the rule for each category.
  final String[] categoryPath = new String[UNKNOWN_CATEGORY + 1];

  /// Verdict by purpose.
  final long[] purpose = new long[UNKNOWN_PURPOSE + 1];

  /// Bit of the region by country index.
  final byte[] regionOfCountry = new byte[Countries.CODES];

  final int regions;
  final long[] starts;
  final long[] ends;

  /// `allowedFrom[recipient][region]`; NEVER where refused.
  final long[][] allowedFrom;

  final long noticeRequired;
  final long[] noticeLead;

  /// `objectionReach[purpose][category]`: bits of [Control] that reach such a use.
  final byte[][] objectionReach;

  /// `toggleReach[purpose][recipient][category]`: bits of [Switch] that reach such a use.
  final byte[][][] toggleReach;

  /// By switch.
  final boolean[] toggleDefaultOn = new boolean[Switch.values().length];

  /// By switch.
  final boolean[] toggleCutsByDataTime = new boolean[Switch.values().length];

  final long windowFrom;
  final long windowUntil;
  final long windowMaxAge;

  final long recordDeleted = clauses.deny(Reason.RECORD_DELETED, "facts.record-deleted");
  final long accountClosed = clauses.deny(Reason.ACCOUNT_CLOSED, "facts.account-closed");
  final long authorUnknown = clauses.deny(Reason.AUTHOR_UNKNOWN, "facts.author-unknown");
  final long ageUnknown = clauses.deny(Reason.AGE_UNKNOWN, "facts.age-unknown");
  final long minor = clauses.deny(Reason.MINOR, "age.minimum");
  final long createdAsMinor = clauses.deny(Reason.MINOR, "age.created-as-minor");
  final long regionUnknown = clauses.deny(Reason.REGION_UNKNOWN, "facts.region-unknown");
  final long regionNotCovered = clauses.deny(Reason.REGION_NOT_COVERED, "regions");
  final long regionLeftOut = clauses.deny(Reason.REGION_NOT_COVERED, "not-covered");
  final long[] regionEnded;
  final long[] notStarted;
  final long[][] recipientRefused;
  final long[] objectionGranted = new long[Control.values().length];
  final long objectionPending =
      clauses.deny(Reason.OBJECTION_PENDING, "controls.objection.pending");

  /// By switch.
  final long[] toggleOff = new long[Switch.values().length];

  final long[] noticeMissing;
  final long[] noticeTooRecent;
  final long createdLater = clauses.deny(Reason.OUTSIDE_WINDOW, "window");
  final long beforeWindow = clauses.deny(Reason.OUTSIDE_WINDOW, "window.from");
  final long afterWindow = clauses.deny(Reason.OUTSIDE_WINDOW, "window.until");
  final long tooOld = clauses.deny(Reason.OUTSIDE_WINDOW, "window.max-age-days");
  final long subjectDenied = clauses.deny(Reason.SUBJECT_DENIED, "subjects.about");

  Law(ProgramDefinition program) {
    zone = new ZoneTable(program.zone());
    minimumAge = program.age().minimum();
    minorRecordsDenied = program.age().createdAsMinor() == CreatedAsMinor.DENY;
    strictest = program.moved() == Moved.STRICTEST;
    pendingRestricts = program.objection().pending() == Pending.RESTRICTS;
    aboutMustPermit = program.subjects().about() == About.MUST_PERMIT;
    mentionedRedacted = program.subjects().mentioned() == Mentioned.REDACT;
    compileCategories(program.categories());
    compilePurposes(program.purposes());

    List<Region> list = program.regions();
    regions = list.size();
    compileCountries(list, program.notCovered());
    starts = list.stream().mapToLong(r -> Ticks.of(r.starts())).toArray();
    ends = list.stream().mapToLong(r -> Ticks.orNever(r.ends())).toArray();
    allowedFrom = new long[UNKNOWN_RECIPIENT + 1][];
    recipientRefused = new long[UNKNOWN_RECIPIENT + 1][];
    compileRecipients(list);
    noticeRequired = noticeRequired(list);
    noticeLead = list.stream().mapToLong(r -> r.notice().leadDays() * Ticks.DAY).toArray();
    regionEnded = denials(list, Reason.REGION_NOT_COVERED, "ends");
    notStarted = denials(list, Reason.NOT_STARTED, "starts");
    noticeMissing = noticeDenials(list, Reason.NOTICE_MISSING, "required");
    noticeTooRecent = noticeDenials(list, Reason.NOTICE_TOO_RECENT, "lead-days");

    objectionReach = new byte[UNKNOWN_PURPOSE + 1][UNKNOWN_CATEGORY + 1];
    compileObjection(program);
    toggleReach = new byte[UNKNOWN_PURPOSE + 1][UNKNOWN_RECIPIENT + 1][UNKNOWN_CATEGORY + 1];
    program.toggles().forEach(this::compileToggle);

    windowFrom = Ticks.orUnknown(program.window().from());
    windowUntil = Ticks.orNever(program.window().until());
    windowMaxAge =
        program.window().maxAgeDays().isPresent()
            ? program.window().maxAgeDays().getAsInt() * Ticks.DAY
            : Ticks.NEVER;
  }

  /// The law for one use at one instant.
  ///
  /// @param purpose index of a [Purpose], or [#UNKNOWN_PURPOSE]
  /// @param recipient index of a [Recipient], or [#UNKNOWN_RECIPIENT]
  Occasion on(int purpose, int recipient, Instant at) {
    return new Occasion(this, purpose, recipient, at);
  }

  private void compileCategories(List<CategoryRule> rules) {
    Arrays.fill(category, clauses.deny(Reason.CATEGORY_NOT_COVERED, "categories"));
    Arrays.fill(categoryPath, "categories");
    for (boolean families : new boolean[] {true, false}) {
      for (CategoryRule rule : rules) {
        if (CategoryPatterns.isFamily(rule.pattern()) == families) {
          String path = "categories." + rule.pattern();
          long verdict = verdict(rule.standing(), path);
          for (Category c : CategoryPatterns.matching(rule.pattern())) {
            category[Index.of(c)] = verdict;
            categoryPath[Index.of(c)] = path;
          }
        }
      }
    }
  }

  private long verdict(Standing standing, String path) {
    return switch (standing) {
      case IN -> Verdict.PERMIT;
      case OUT -> clauses.deny(Reason.CATEGORY_NOT_COVERED, path);
      case NEVER -> clauses.deny(Reason.CATEGORY_NEVER, path);
    };
  }

  private void compilePurposes(List<Purpose> purposes) {
    Arrays.fill(purpose, clauses.deny(Reason.PURPOSE_NOT_COVERED, "purposes"));
    purposes.forEach(covered -> purpose[Index.of(covered)] = Verdict.PERMIT);
  }

  private void compileCountries(List<Region> list, Set<String> notCovered) {
    Arrays.fill(regionOfCountry, (byte) NO_COUNTRY);
    int rest = NOT_COVERED;
    for (int i = 0; i < list.size(); i++) {
      rest = list.get(i).isRest() ? i : rest;
    }
    for (String code : Countries.ISO) {
      regionOfCountry[Countries.index(code)] = (byte) rest;
    }
    for (int i = 0; i < list.size(); i++) {
      for (String code : list.get(i).countries()) {
        regionOfCountry[Countries.index(code)] = (byte) i;
      }
    }
    for (String code : notCovered) {
      regionOfCountry[Countries.index(code)] = (byte) LEFT_OUT;
    }
    Countries.ALIASES.forEach((alias, code) ->
        regionOfCountry[Countries.index(alias)] = regionOfCountry[Countries.index(code)]);
  }

  private void compileRecipients(List<Region> list) {
    allowedFrom[UNKNOWN_RECIPIENT] = list.stream().mapToLong(_ -> Ticks.NEVER).toArray();
    recipientRefused[UNKNOWN_RECIPIENT] = denials(list, Reason.RECIPIENT_NOT_ALLOWED, "recipients");
    for (Recipient recipient : Recipient.values()) {
      int row = Index.of(recipient);
      allowedFrom[row] =
          list.stream()
              .mapToLong(r ->
                  r.allowedFrom().containsKey(recipient)
                      ? Ticks.of(r.allowedFrom().get(recipient))
                      : Ticks.NEVER)
              .toArray();
      recipientRefused[row] =
          denials(list, Reason.RECIPIENT_NOT_ALLOWED, "recipients." + recipient.code());
    }
  }

  private static long noticeRequired(List<Region> list) {
    long mask = 0;
    for (int i = 0; i < list.size(); i++) {
      mask |= list.get(i).notice().required() ? 1L << i : 0;
    }
    return mask;
  }

  private long[] denials(List<Region> list, Reason reason, String key) {
    return list.stream()
        .mapToLong(region -> clauses.deny(reason, "regions." + region.id() + "." + key))
        .toArray();
  }

  private long[] noticeDenials(List<Region> list, Reason reason, String key) {
    return list.stream()
        .mapToLong(region -> clauses.deny(reason, region.notice().path() + "." + key))
        .toArray();
  }

  private void compileObjection(ProgramDefinition program) {
    for (Control control : Control.values()) {
      objectionGranted[Index.of(control)] =
          clauses.deny(Reason.OBJECTION_GRANTED, "controls.objection.reaches." + control.code());
    }
    program
        .objection()
        .reaches()
        .forEach((control, reach) -> {
          for (Purpose p : reach.purposes()) {
            for (Category c : reach.categories()) {
              objectionReach[Index.of(p)][Index.of(c)] |= (byte) (1 << Index.of(control));
            }
          }
        });
  }

  private void compileToggle(Switch which, Toggle toggle) {
    int bit = Index.of(which);
    toggleDefaultOn[bit] = toggle.defaultOn();
    toggleCutsByDataTime[bit] = toggle.clock() == Clock.DATA_TIME;
    toggleOff[bit] = clauses.deny(Reason.TOGGLE_OFF, toggle.path());
    for (Purpose p : toggle.covers().purposes()) {
      for (Recipient r : toggle.recipients()) {
        for (Category c : toggle.covers().categories()) {
          toggleReach[Index.of(p)][Index.of(r)][Index.of(c)] |= (byte) (1 << bit);
        }
      }
    }
  }
}
