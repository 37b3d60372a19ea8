package dev.demur.assist.profile;

/// What sort of thing a fact about a member is.
public enum FactKind {
  /// The title of a job held.
  TITLE,
  /// Where a job was held.
  COMPANY,
  SCHOOL,
  DEGREE,
  SKILL,
  LANGUAGE,
  /// A town, with or without its region and country.
  LOCATION,
  /// A town where a job was held.
  WORKPLACE,
  INDUSTRY,
  CERTIFICATION,
  /// A role as a volunteer.
  ROLE,
  /// A project, publication or patent.
  WORK,
  /// A month or year in which something began or ended.
  DATE,
  /// How long the member has worked, counted from the dates of the jobs.
  EXPERIENCE,
  NAME,
  HEADLINE,
  /// Running text about the member: summary, description of a job, résumé.
  TEXT;

  /// Whether the fact is a name for something rather than running text.
  public boolean isTerm() {
    return switch (this) {
      case TITLE,
          COMPANY,
          SCHOOL,
          DEGREE,
          SKILL,
          LANGUAGE,
          LOCATION,
          WORKPLACE,
          INDUSTRY,
          CERTIFICATION,
          ROLE,
          WORK ->
          true;
      case DATE, EXPERIENCE, NAME, HEADLINE, TEXT -> false;
    };
  }
}
