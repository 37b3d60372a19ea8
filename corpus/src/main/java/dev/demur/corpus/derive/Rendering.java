package dev.demur.corpus.derive;

import dev.demur.corpus.quality.Quotes;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a record reads as training text, and which of its fields are facts for statistics.
///
/// Only the writer's own words: a question asked by an employer, the option of a poll, the name of
/// the person recommended are not among them.
final class Rendering {
  private static final int MIN_ANSWER_WORDS = 3;
  private static final Set<String> FACTS =
      Set.of(
          Fields.TITLE,
          Fields.COMPANY,
          Fields.SCHOOL,
          Fields.DEGREE,
          Fields.LOCATION,
          Fields.NAME,
          Fields.ISSUER,
          Fields.ROLE,
          Fields.STARTED,
          Fields.FINISHED,
          Fields.KIND);

  private Rendering() {}

  /// The text that a language model may read; empty when the record has none.
  static Optional<String> text(MemberRecord record) {
    return Optional.of(Quotes.removed(whole(record))).filter(t -> !t.isEmpty());
  }

  /// Whether there would be text, were it not a quotation of somebody else.
  static boolean isQuotation(MemberRecord record) {
    return text(record).isEmpty() && !whole(record).isEmpty();
  }

  private static String whole(MemberRecord record) {
    String text =
        switch (record.category()) {
          case PROFILE_HEADLINE,
              PROFILE_SUMMARY,
              PROFILE_RECOMMENDATION,
              CONTENT_POST,
              CONTENT_COMMENT,
              CONTENT_SHARE,
              JOB_RESUME,
              GROUP_MESSAGE,
              AI_USAGE_PROMPT,
              FEEDBACK_RATING,
              FEEDBACK_REPORT,
              FEEDBACK_SUPPORT ->
              field(record, Fields.TEXT);
          case CONTENT_ARTICLE -> lines(field(record, Fields.TITLE), field(record, Fields.TEXT));
          case PROFILE_POSITION ->
              sentences(
                  joined(" at ", record, Fields.TITLE, Fields.COMPANY),
                  field(record, Fields.DESCRIPTION));
          case PROFILE_VOLUNTEERING ->
              sentences(
                  joined(" at ", record, Fields.ROLE, Fields.COMPANY),
                  field(record, Fields.DESCRIPTION));
          case PROFILE_EDUCATION ->
              sentences(
                  joined(", ", record, Fields.DEGREE, Fields.NAME, Fields.SCHOOL),
                  field(record, Fields.DESCRIPTION));
          case PROFILE_SKILL -> skill(record);
          case PROFILE_CERTIFICATION, PROFILE_LICENCE ->
              sentences(
                  joined(", ", record, Fields.NAME, Fields.ISSUER),
                  field(record, Fields.DESCRIPTION));
          case PROFILE_PUBLICATION, PROFILE_PATENT ->
              sentences(field(record, Fields.NAME), field(record, Fields.DESCRIPTION));
          case JOB_SCREENING_ANSWER -> answer(record);
          case PROFILE_NAME,
              PROFILE_PHOTO,
              PROFILE_LOCATION,
              PROFILE_ENDORSEMENT,
              CONTENT_POLL_ANSWER,
              CONTENT_REACTION,
              JOB_APPLICATION,
              GROUP_ACTIVITY,
              AI_USAGE_OUTPUT,
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
              OTHER ->
              "";
        };
    return text.strip();
  }

  /// The fields that statistics may count; empty when the record has none.
  static SortedMap<String, String> facts(MemberRecord record) {
    return switch (record.category()) {
      case PROFILE_POSITION,
          PROFILE_VOLUNTEERING,
          PROFILE_EDUCATION,
          PROFILE_SKILL,
          PROFILE_CERTIFICATION,
          PROFILE_LICENCE,
          PROFILE_LOCATION ->
          facts(record.fields());
      case PROFILE_NAME,
          PROFILE_PHOTO,
          PROFILE_HEADLINE,
          PROFILE_SUMMARY,
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
          JOB_APPLICATION,
          GROUP_ACTIVITY,
          GROUP_MESSAGE,
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
          OTHER ->
          new TreeMap<>();
    };
  }

  private static SortedMap<String, String> facts(SortedMap<String, String> fields) {
    SortedMap<String, String> facts = new TreeMap<>(fields);
    facts.keySet().retainAll(FACTS);
    return facts.keySet().equals(Set.of(Fields.KIND)) ? new TreeMap<>() : facts;
  }

  private static String field(MemberRecord record, String name) {
    return record.field(name).map(String::strip).orElse("");
  }

  private static String skill(MemberRecord record) {
    String name = field(record, Fields.NAME);
    boolean language = field(record, Fields.KIND).equals("language");
    return name.isEmpty() ? "" : (language ? "Speaks " : "Skilled in ") + name + ".";
  }

  /// A word or a number answers nothing without its question, which is somebody else's.
  private static String answer(MemberRecord record) {
    String answer = field(record, Fields.ANSWER);
    return answer.split("\\s+").length >= MIN_ANSWER_WORDS ? answer : "";
  }

  private static String joined(String separator, MemberRecord record, String... names) {
    return List.of(names).stream()
        .map(name -> field(record, name))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining(separator));
  }

  private static String sentences(String first, String rest) {
    boolean ended = first.isEmpty() || ".!?".indexOf(first.charAt(first.length() - 1)) >= 0;
    String closed = ended || rest.isEmpty() ? first : first + ".";
    return Stream.of(closed, rest).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String lines(String... parts) {
    return Stream.of(parts).filter(s -> !s.isEmpty()).collect(Collectors.joining("\n\n"));
  }
}
