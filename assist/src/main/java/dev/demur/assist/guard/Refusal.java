package dev.demur.assist.guard;

/// Why a text is not shown.
public enum Refusal {
  /// Six or more of its words stand in the corpus one behind the other, with too few members.
  UNSUPPORTED_SPAN("unsupported-span"),
  /// A number that is not the asking member's own and that too few members write.
  RARE_NUMBER("rare-number"),
  /// What may be a name, not the asking member's own, and that too few members write.
  RARE_NAME("rare-name"),
  /// An e-mail address, a web address or a handle.
  ADDRESS("address"),
  /// What redaction put in the place of something.
  PLACEHOLDER("placeholder"),
  /// With what was shown lately, it would make six words of somebody's record stand side by side.
  PIECED_TOGETHER("pieced-together"),
  /// It states something that the asking member's own records do not say.
  UNGROUNDED("ungrounded"),
  /// The asking member's own words, or a suggestion made already.
  NOTHING_NEW("nothing-new"),
  /// A vendor's model was not asked: the program lets vendors have nothing that is needed for it.
  VENDOR_NOT_PERMITTED("vendor-not-permitted"),
  /// A vendor's model was asked and did not answer.
  VENDOR_FAILED("vendor-failed"),
  /// There was nothing to make it from.
  NOTHING_FOUND("nothing-found");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
