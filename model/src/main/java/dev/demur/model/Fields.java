package dev.demur.model;

/// The canonical names of a record's fields, whatever the archive calls them.
public final class Fields {
  /// Free text: a post, a comment, a summary, a headline, a recommendation, a résumé.
  public static final String TEXT = "text";

  /// A job title, an article's title.
  public static final String TITLE = "title";

  public static final String COMPANY = "company";
  public static final String SCHOOL = "school";
  public static final String DEGREE = "degree";
  public static final String DESCRIPTION = "description";
  public static final String LOCATION = "location";

  /// The name of a thing: a skill, a certification, a person.
  public static final String NAME = "name";

  public static final String FIRST_NAME = "firstName";
  public static final String LAST_NAME = "lastName";

  /// The person a connection, an endorsement or a message points to: a [MemberId].
  public static final String PERSON = "person";

  public static final String ISSUER = "issuer";
  public static final String ROLE = "role";
  public static final String URL = "url";
  public static final String STATUS = "status";
  public static final String QUESTION = "question";
  public static final String ANSWER = "answer";

  /// First and last month of a span, as the source writes them.
  public static final String STARTED = "started";

  public static final String FINISHED = "finished";

  /// What sort of thing it is within its category, e.g. `honor` or `email`: a label of the
  /// reader's, never member text.
  public static final String KIND = "kind";

  /// The value of a contact detail, e.g. an address.
  public static final String VALUE = "value";

  /// Why the source itself shows special-category data here, e.g. `cause`: a label of the reader's.
  public static final String SPECIAL_CATEGORY = "specialCategory";

  /// Who may see it, where the reader knows: `public`, `unlisted`, `followers`; of LinkedIn, the
  /// source's own word.
  public static final String VISIBILITY = "visibility";

  private Fields() {}
}
