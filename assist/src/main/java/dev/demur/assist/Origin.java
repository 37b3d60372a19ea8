package dev.demur.assist;

/// Where the words of a suggestion come from.
public enum Origin {
  /// The model trained on members' text.
  MODEL("model"),
  /// A model that somebody else runs, from facts that the program lets it have.
  VENDOR("vendor"),
  /// Wording that enough members use.
  PATTERN("pattern"),
  /// The member's own facts in wording of ours.
  FACTS("facts"),
  /// What the request itself says, in an order or wording of ours.
  GIVEN("given");

  private final String code;

  Origin(String code) {
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
