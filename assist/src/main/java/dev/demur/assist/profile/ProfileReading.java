package dev.demur.assist.profile;

import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Takes a profile out of records, one record after the other.
final class ProfileReading {
  private static final int MIN_YEARS = 2;
  private static final String LANGUAGE = "language";

  private static final Comparator<Position> LATEST_FIRST =
      Comparator.comparing(Position::current)
          .thenComparing(position -> position.started().orElse(YearMonth.of(1, 1)))
          .reversed();

  private final MemberId member;
  private final YearMonth now;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private final List<Study> studies = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private Optional<Fact> earliest = Optional.empty();
  private Optional<YearMonth> begin = Optional.empty();
  private Optional<YearMonth> end = Optional.empty();

  ProfileReading(MemberId member, YearMonth now) {
    this.member = member;
    this.now = now;
  }

  /// @param records the member's own, in a fixed order
  MemberProfile read(List<MemberRecord> records) {
    records.forEach(this::read);
    addExperience();
    positions.sort(LATEST_FIRST);
    return new MemberProfile(member, facts, positions, studies, written);
  }

  private void read(MemberRecord record) {
    switch (record.category()) {
      case PROFILE_NAME -> fact(FactKind.NAME, record, Fields.NAME);
      case PROFILE_HEADLINE -> {
        fact(FactKind.HEADLINE, record, Fields.TEXT);
        fact(FactKind.INDUSTRY, record, "industry");
      }
      case PROFILE_SUMMARY, JOB_RESUME -> fact(FactKind.TEXT, record, Fields.TEXT);
      case PROFILE_POSITION -> position(record);
      case PROFILE_EDUCATION -> education(record);
      case PROFILE_LOCATION -> fact(FactKind.LOCATION, record, Fields.LOCATION);
      case PROFILE_SKILL -> fact(skillKind(record), record, Fields.NAME);
      case PROFILE_CERTIFICATION, PROFILE_LICENCE ->
          fact(FactKind.CERTIFICATION, record, Fields.NAME);
      case PROFILE_VOLUNTEERING -> volunteering(record);
      case PROFILE_PUBLICATION, PROFILE_PATENT -> {
        fact(FactKind.WORK, record, Fields.NAME);
        fact(FactKind.TEXT, record, Fields.DESCRIPTION);
      }
      case PROFILE_RECOMMENDATION,
          CONTENT_POST,
          CONTENT_ARTICLE,
          CONTENT_COMMENT,
          CONTENT_SHARE,
          GROUP_MESSAGE ->
          record.field(Fields.TEXT).ifPresent(written::add);
      case PROFILE_PHOTO,
          PROFILE_ENDORSEMENT,
          CONTENT_POLL_ANSWER,
          CONTENT_REACTION,
          JOB_SCREENING_ANSWER,
          JOB_APPLICATION,
          GROUP_ACTIVITY,
          AI_USAGE_PROMPT,
          AI_USAGE_OUTPUT,
          FEEDBACK_RATING,
          FEEDBACK_REPORT,
          FEEDBACK_SUPPORT,
          USAGE_FREQUENCY,
          USAGE_LANGUAGE,
          USAGE_SEARCH,
          PRIVATE_MESSAGE_INVITATION,
          PRIVATE_MESSAGE,
          CREDENTIAL,
          PAYMENT,
          SALARY,
          CONTACT_CONNECTION,
          CONTACT_FOLLOW,
          CONTACT,
          ADS,
          OTHER -> {}
    }
  }

  private static FactKind skillKind(MemberRecord record) {
    return record.field(Fields.KIND).equals(Optional.of(LANGUAGE))
        ? FactKind.LANGUAGE
        : FactKind.SKILL;
  }

  private void education(MemberRecord record) {
    studies.add(
        new Study(
            fact(FactKind.SCHOOL, record, Fields.SCHOOL),
            fact(FactKind.DEGREE, record, Fields.DEGREE)));
    fact(FactKind.TEXT, record, Fields.DESCRIPTION);
    fact(FactKind.DATE, record, Fields.STARTED);
    fact(FactKind.DATE, record, Fields.FINISHED);
  }

  private void volunteering(MemberRecord record) {
    if (record.field(Fields.SPECIAL_CATEGORY).isEmpty()) {
      fact(FactKind.ROLE, record, Fields.ROLE);
      fact(FactKind.COMPANY, record, Fields.COMPANY);
      fact(FactKind.TEXT, record, Fields.DESCRIPTION);
    }
  }

  private void position(MemberRecord record) {
    Optional<YearMonth> started = month(fact(FactKind.DATE, record, Fields.STARTED));
    Optional<Fact> finish = fact(FactKind.DATE, record, Fields.FINISHED);
    positions.add(
        new Position(
            fact(FactKind.TITLE, record, Fields.TITLE),
            fact(FactKind.COMPANY, record, Fields.COMPANY),
            fact(FactKind.TEXT, record, Fields.DESCRIPTION),
            started,
            month(finish),
            finish.isEmpty()));
    fact(FactKind.WORKPLACE, record, Fields.LOCATION);
    started.ifPresent(month -> countFrom(month, record));
    YearMonth last = month(finish).orElse(finish.isEmpty() ? now : started.orElse(now));
    end = end.filter(known -> known.isAfter(last)).or(() -> Optional.of(last));
  }

  private void countFrom(YearMonth month, MemberRecord record) {
    if (begin.isEmpty() || begin.get().isAfter(month)) {
      begin = Optional.of(month);
      earliest = Optional.of(Fact.of(FactKind.EXPERIENCE, "", record.id(), Fields.STARTED));
    }
  }

  /// Whole years from the beginning of the first job to the end of the last.
  private void addExperience() {
    if (begin.isPresent() && end.isPresent() && earliest.isPresent()) {
      long years = ChronoUnit.YEARS.between(begin.get(), end.get());
      if (years >= MIN_YEARS) {
        Fact from = earliest.get();
        facts.add(Fact.of(from.kind(), years + " years", from.record(), from.field()));
      }
    }
  }

  private static Optional<YearMonth> month(Optional<Fact> date) {
    return date.flatMap(fact -> Months.parse(fact.text()));
  }

  private Optional<Fact> fact(FactKind kind, MemberRecord record, String field) {
    Optional<Fact> fact =
        record.field(field).map(text -> Fact.of(kind, text.strip(), record.id(), field));
    fact.filter(found -> !facts.contains(found)).ifPresent(facts::add);
    return fact;
  }
}
