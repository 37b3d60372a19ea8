package dev.demur.corpus.store;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says what of a record may be kept at all.
///
/// Three rules. Data that no program may ever use (private messages, credentials, payment, salary,
/// job applications, contact details, advertising), other people's words, and everything of a minor
/// are kept as stubs: id, category, time, source and people, no content. Of a connection only the
/// person and the name are kept, for they tell whom the holder writes about. A reader's own label
/// of what sort of thing a record is ([Fields#KIND]) stays in any case. Other people's ids become
/// tokens, see [PersonTokens].
///
/// A pure function of its arguments, thread-safe.
public final class Minimiser {
  private static final int ADULT_YEARS = 18;
  private static final Set<String> ADDRESS_FIELDS =
      Set.of(Fields.PERSON, Fields.FIRST_NAME, Fields.LAST_NAME);

  private final PersonTokens tokens;

  public Minimiser(PersonTokens tokens) {
    this.tokens = tokens;
  }

  /// What may be kept of a record.
  ///
  /// @param holder what is known of the holder; empty means nothing
  /// @param at the instant at which the holder's age is taken
  public StorableRecord minimise(MemberRecord record, Optional<MemberFacts> holder, Instant at) {
    boolean minor = isMinor(holder, at);
    SortedMap<String, String> kept = minor ? new TreeMap<>() : keptFields(record);
    TextHandles handles = new TextHandles(tokens, record);
    kept.replaceAll((name, value) -> handles.hide(name, value));
    MemberId holderId = record.holder();
    return new StorableRecord(
        new MemberRecord(
            record.id(),
            holderId,
            record.author().map(author -> tokenUnlessHolder(author, holderId)),
            tokensUnlessHolder(record.about(), holderId),
            tokensUnlessHolder(record.mentions(), holderId),
            record.category(),
            record.createdAt(),
            kept,
            record.source()));
  }

  /// Whether a member is known to be under age, as far as keeping their words goes.
  public static boolean isMinor(Optional<MemberFacts> member, Instant at) {
    return member.flatMap(MemberFacts::birthDate).stream().anyMatch(born -> isMinor(born, at));
  }

  private MemberId tokenUnlessHolder(MemberId person, MemberId holder) {
    return person.equals(holder) ? person : tokens.tokenOf(person);
  }

  private List<MemberId> tokensUnlessHolder(List<MemberId> people, MemberId holder) {
    return people.stream().map(person -> tokenUnlessHolder(person, holder)).toList();
  }

  private static SortedMap<String, String> keptFields(MemberRecord record) {
    SortedMap<String, String> fields = new TreeMap<>();
    switch (kept(record.category())) {
      case CONTENT -> {
        if (record.author().filter(record.holder()::equals).isPresent()) {
          fields.putAll(record.fields());
        }
      }
      case ADDRESS -> {
        fields.putAll(record.fields());
        fields.keySet().retainAll(ADDRESS_FIELDS);
      }
      case STUB -> {}
    }
    record.field(Fields.KIND).ifPresent(kind -> fields.put(Fields.KIND, kind));
    return fields;
  }

  /// Whether somebody born on a day may still be under age, anywhere on earth, at an instant.
  private static boolean isMinor(LocalDate born, Instant at) {
    LocalDate latestToday = at.atZone(ZoneOffset.ofHours(-12)).toLocalDate();
    LocalDate birthday = born.plusYears(ADULT_YEARS);
    LocalDate adultFrom =
        birthday.getDayOfMonth() == born.getDayOfMonth() ? birthday : birthday.plusDays(1);
    return latestToday.isBefore(adultFrom);
  }

  private enum Kept {
    CONTENT,
    ADDRESS,
    STUB
  }

  private static Kept kept(Category category) {
    return switch (category) {
      case PROFILE_NAME,
          PROFILE_PHOTO,
          PROFILE_HEADLINE,
          PROFILE_SUMMARY,
          PROFILE_POSITION,
          PROFILE_EDUCATION,
          PROFILE_LOCATION,
          PROFILE_SKILL,
          PROFILE_CERTIFICATION,
          PROFILE_LICENCE,
          PROFILE_VOLUNTEERING,
          PROFILE_PUBLICATION,
          PROFILE_PATENT,
          PROFILE_ENDORSEMENT,
          PROFILE_RECOMMENDATION,
          CONTENT_POST,
          CONTENT_ARTICLE,
          CONTENT_COMMENT,
          CONTENT_POLL_ANSWER,
          CONTENT_REACTION,
          CONTENT_SHARE,
          JOB_SCREENING_ANSWER,
          JOB_RESUME,
          GROUP_ACTIVITY,
          GROUP_MESSAGE,
          AI_USAGE_PROMPT,
          AI_USAGE_OUTPUT,
          FEEDBACK_RATING,
          FEEDBACK_REPORT,
          FEEDBACK_SUPPORT,
          USAGE_FREQUENCY,
          USAGE_LANGUAGE,
          USAGE_SEARCH ->
          Kept.CONTENT;
      case CONTACT_CONNECTION -> Kept.ADDRESS;
      case JOB_APPLICATION,
          PRIVATE_MESSAGE_INVITATION,
          PRIVATE_MESSAGE,
          CREDENTIAL,
          PAYMENT,
          SALARY,
          CONTACT_FOLLOW,
          CONTACT,
          ADS,
          OTHER ->
          Kept.STUB;
    };
  }
}
