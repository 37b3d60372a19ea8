package dev.demur.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What kind of data a record is: a leaf of the category tree, `family.leaf`.
///
/// Closed families (`profile`, `content`, `job`, `group`, `ai-usage`, `feedback`, `usage`) have the
/// leaves listed here and no others. Open families (`private-message`, `credential`, `payment`,
/// `salary`, `contact`, `ads`, `other`) take any leaf: one that is not listed means the family's
/// last constant here.
public enum Category {
  PROFILE_NAME("profile.name"),
  PROFILE_PHOTO("profile.photo"),
  PROFILE_HEADLINE("profile.headline"),
  PROFILE_SUMMARY("profile.summary"),
  PROFILE_POSITION("profile.position"),
  PROFILE_EDUCATION("profile.education"),
  PROFILE_LOCATION("profile.location"),
  PROFILE_SKILL("profile.skill"),
  PROFILE_CERTIFICATION("profile.certification"),
  PROFILE_LICENCE("profile.licence"),
  PROFILE_VOLUNTEERING("profile.volunteering"),
  PROFILE_PUBLICATION("profile.publication"),
  PROFILE_PATENT("profile.patent"),
  PROFILE_ENDORSEMENT("profile.endorsement"),
  PROFILE_RECOMMENDATION("profile.recommendation"),
  CONTENT_POST("content.post"),
  CONTENT_ARTICLE("content.article"),
  CONTENT_COMMENT("content.comment"),
  CONTENT_POLL_ANSWER("content.poll-answer"),
  CONTENT_REACTION("content.reaction"),
  CONTENT_SHARE("content.share"),
  JOB_SCREENING_ANSWER("job.screening-answer"),
  JOB_RESUME("job.resume"),
  JOB_APPLICATION("job.application"),
  GROUP_ACTIVITY("group.activity"),
  GROUP_MESSAGE("group.message"),
  AI_USAGE_PROMPT("ai-usage.prompt"),
  AI_USAGE_OUTPUT("ai-usage.output"),
  FEEDBACK_RATING("feedback.rating"),
  FEEDBACK_REPORT("feedback.report"),
  FEEDBACK_SUPPORT("feedback.support"),
  USAGE_FREQUENCY("usage.frequency"),
  USAGE_LANGUAGE("usage.language"),
  USAGE_SEARCH("usage.search"),
  PRIVATE_MESSAGE_INVITATION("private-message.invitation"),
  PRIVATE_MESSAGE("private-message.message"),
  CREDENTIAL("credential.secret"),
  PAYMENT("payment.record"),
  SALARY("salary.statement"),
  CONTACT_CONNECTION("contact.connection"),
  CONTACT_FOLLOW("contact.follow"),
  CONTACT("contact.detail"),
  ADS("ads.inference"),
  OTHER("other.record");

  private static final List<String> OPEN_FAMILIES =
      List.of("private-message", "credential", "payment", "salary", "contact", "ads", "other");
  private static final Map<String, Category> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Category::code, c -> c));
  private static final Map<String, Category> LAST_OF_FAMILY =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Category::family, c -> c, (first, last) -> last));

  private final String code;
  private final String family;

  Category(String code) {
    this.code = code;
    this.family = code.substring(0, code.indexOf('.'));
  }

  /// The category with this dotted name; empty when the tree has none.
  public static Optional<Category> of(String dotted) {
    Category exact = BY_CODE.get(dotted);
    if (exact != null) {
      return Optional.of(exact);
    }
    int dot = dotted.indexOf('.');
    String family = dot < 0 ? dotted : dotted.substring(0, dot);
    boolean hasLeaf = dot > 0 && dot < dotted.length() - 1;
    return hasLeaf && OPEN_FAMILIES.contains(family)
        ? Optional.ofNullable(LAST_OF_FAMILY.get(family))
        : Optional.empty();
  }

  /// The dotted name, e.g. `content.post`.
  public String code() {
    return code;
  }

  /// The part before the dot, e.g. `content`.
  public String family() {
    return family;
  }

  @Override
  public String toString() {
    return code;
  }
}
