package dev.demur.archive.linkedin;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of profile and career.
final class ProfileFiles {
  private static final Pattern WEBSITE = Pattern.compile("[A-Z_]{2,20}:(.+?)(?=,[A-Z_]{2,20}:|$)");

  private ProfileFiles() {}

  static List<FileSpec> specs() {
    return List.of(
        FileSpec.telling(
            "Profile.csv", List.of("First Name", "Last Name", "Headline"), ProfileFiles::profile),
        FileSpec.named("Profile Summary.csv", List.of("Profile Summary"), ProfileFiles::summary),
        FileSpec.telling(
            "Positions.csv",
            List.of("Company Name", "Title", "Description", "Started On"),
            ProfileFiles::position),
        FileSpec.telling(
            "Education.csv",
            List.of("School Name", "Start Date", "Degree Name"),
            ProfileFiles::education),
        FileSpec.named("Skills.csv", List.of("Name"), ProfileFiles::skill),
        FileSpec.telling("Languages.csv", List.of("Name", "Proficiency"), ProfileFiles::language),
        FileSpec.telling(
            "Certifications.csv", List.of("Name", "Authority"), ProfileFiles::certification),
        FileSpec.telling(
            "Projects.csv", List.of("Title", "Description", "Started On"), ProfileFiles::project),
        FileSpec.named("Courses.csv", List.of("Name"), ProfileFiles::course),
        FileSpec.telling("Honors.csv", List.of("Title", "Issued On"), ProfileFiles::honor),
        FileSpec.telling(
            "Publications.csv", List.of("Name", "Publisher"), ProfileFiles::publication),
        FileSpec.telling(
            "Volunteering.csv",
            List.of("Company Name", "Role", "Cause"),
            ProfileFiles::volunteering,
            "Volunteering Experiences.csv"),
        FileSpec.telling(
            "Causes You Care About.csv", List.of("Supported Cause"), ProfileFiles::cause),
        FileSpec.named(
            "Recommendations_Received.csv",
            List.of("First Name", "Last Name", "Text", "Creation Date"),
            row -> recommendation(row, true)),
        FileSpec.named(
            "Recommendations_Given.csv",
            List.of("First Name", "Last Name", "Text", "Creation Date"),
            row -> recommendation(row, false)),
        FileSpec.of(
            "Endorsement_Received_Info.csv",
            List.of("Endorsement Date", "Skill Name"),
            List.of("Skill Name", "Endorser First Name"),
            row -> endorsement(row, "Endorser")),
        FileSpec.of(
            "Endorsement_Given_Info.csv",
            List.of("Endorsement Date", "Skill Name"),
            List.of("Skill Name", "Endorsee First Name"),
            row -> endorsement(row, "Endorsee")));
  }

  private static void profile(Row row) {
    Optional<String> first = row.get("First Name");
    Optional<String> last = row.get("Last Name");
    String full = (first.orElse("") + " " + last.orElse("")).strip();
    emit(
        row,
        row.draft(Category.PROFILE_NAME)
            .put(Fields.NAME, full)
            .put(Fields.FIRST_NAME, first)
            .put(Fields.LAST_NAME, last)
            .put("maidenName", row.get("Maiden Name")));
    emit(
        row,
        row.draft(Category.PROFILE_HEADLINE)
            .put(Fields.TEXT, row.get("Headline"))
            .put("industry", row.get("Industry")));
    emit(row, row.draft(Category.PROFILE_SUMMARY).put(Fields.TEXT, row.get("Summary")));
    emit(
        row,
        row.draft(Category.PROFILE_LOCATION)
            .put(Fields.LOCATION, row.get("Geo Location", "Location")));
    profileContacts(row);
    row.get("Created Date").ifPresent(d -> emit(row, registered(row)));
  }

  private static RecordDraft registered(Row row) {
    return row.draft(Category.OTHER)
        .put(Fields.KIND, "registration")
        .put(Fields.VALUE, row.get("Created Date"))
        .at(row.time("Created Date"));
  }

  private static void profileContacts(Row row) {
    contact(row, "address", row.get("Address"));
    contact(row, "birth date", row.get("Birth Date"));
    contact(row, "postal code", row.get("Zip Code"));
    contact(row, "contact instructions", row.get("Contact Instructions"));
    contact(row, "marital status", row.get("Marital Status"));
    bracketed(row.get("Twitter Handles"))
        .ifPresent(list ->
            List.of(list.split(",", -1))
                .forEach(handle -> contact(row, "handle", Optional.of(handle.strip()))));
    bracketed(row.get("Instant Messengers"))
        .ifPresent(value -> contact(row, "messenger", Optional.of(value)));
    bracketed(row.get("Websites")).ifPresent(value -> websites(row, value));
  }

  /// `LABEL:url,LABEL:url`, where the URLs may hold commas.
  private static void websites(Row row, String value) {
    Matcher matcher = WEBSITE.matcher(value);
    boolean found = false;
    while (matcher.find()) {
      found = true;
      contact(row, "website", Optional.of(matcher.group(1)));
    }
    if (!found) {
      contact(row, "website", Optional.of(value));
    }
  }

  private static Optional<String> bracketed(Optional<String> cell) {
    return cell.map(v -> v.startsWith("[") && v.endsWith("]") ? v.substring(1, v.length() - 1) : v)
        .filter(v -> !v.isBlank());
  }

  static void contact(Row row, String kind, Optional<String> value) {
    value
        .filter(v -> !v.isBlank())
        .ifPresent(
            v -> row.emit(row.draft(Category.CONTACT).put(Fields.KIND, kind).put(Fields.VALUE, v)));
  }

  private static void summary(Row row) {
    emit(row, row.draft(Category.PROFILE_SUMMARY).put(Fields.TEXT, row.get("Profile Summary")));
  }

  private static void position(Row row) {
    emit(
        row,
        span(row, row.draft(Category.PROFILE_POSITION))
            .put(Fields.COMPANY, row.get("Company Name"))
            .put(Fields.TITLE, row.get("Title"))
            .put(Fields.DESCRIPTION, row.get("Description"))
            .put(Fields.LOCATION, row.get("Location")));
  }

  private static RecordDraft span(Row row, RecordDraft draft) {
    return draft
        .put(Fields.STARTED, row.get("Started On", "Start Date"))
        .put(Fields.FINISHED, row.get("Finished On", "End Date"));
  }

  private static void education(Row row) {
    emit(
        row,
        span(row, row.draft(Category.PROFILE_EDUCATION))
            .put(Fields.SCHOOL, row.get("School Name"))
            .put(Fields.DEGREE, row.get("Degree Name"))
            .put(Fields.DESCRIPTION, row.get("Notes"))
            .put("activities", row.get("Activities")));
  }

  private static void skill(Row row) {
    emit(row, row.draft(Category.PROFILE_SKILL).put(Fields.NAME, row.get("Name")));
  }

  private static void language(Row row) {
    emit(
        row,
        row.draft(Category.PROFILE_SKILL)
            .put(Fields.KIND, "language")
            .put(Fields.NAME, row.get("Name"))
            .put("proficiency", row.get("Proficiency")));
  }

  private static void certification(Row row) {
    emit(
        row,
        span(row, row.draft(Category.PROFILE_CERTIFICATION))
            .put(Fields.NAME, row.get("Name"))
            .put(Fields.ISSUER, row.get("Authority"))
            .put(Fields.URL, row.get("Url")));
    contact(row, "licence number", row.get("License Number"));
  }

  private static void project(Row row) {
    emit(
        row,
        span(row, row.draft(Category.PROFILE_PUBLICATION))
            .put(Fields.KIND, "project")
            .put(Fields.NAME, row.get("Title"))
            .put(Fields.DESCRIPTION, row.get("Description"))
            .put(Fields.URL, row.get("Url")));
  }

  private static void course(Row row) {
    emit(
        row,
        row.draft(Category.PROFILE_EDUCATION)
            .put(Fields.KIND, "course")
            .put(Fields.NAME, row.get("Name"))
            .put("number", row.get("Number")));
  }

  private static void honor(Row row) {
    emit(
        row,
        row.draft(Category.PROFILE_CERTIFICATION)
            .put(Fields.KIND, "honor")
            .put(Fields.NAME, row.get("Title"))
            .put(Fields.DESCRIPTION, row.get("Description"))
            .put("date", row.get("Issued On")));
  }

  private static void publication(Row row) {
    emit(
        row,
        row.draft(Category.PROFILE_PUBLICATION)
            .put(Fields.NAME, row.get("Name"))
            .put(Fields.DESCRIPTION, row.get("Description"))
            .put(Fields.ISSUER, row.get("Publisher"))
            .put(Fields.URL, row.get("Url"))
            .put("date", row.get("Published On")));
  }

  private static void volunteering(Row row) {
    emit(
        row,
        span(row, row.draft(Category.PROFILE_VOLUNTEERING))
            .put(Fields.COMPANY, row.get("Company Name"))
            .put(Fields.ROLE, row.get("Role"))
            .put("cause", row.get("Cause"))
            .put(Fields.DESCRIPTION, row.get("Description")));
  }

  private static void cause(Row row) {
    emit(
        row,
        row.draft(Category.PROFILE_VOLUNTEERING)
            .put(Fields.KIND, "cause")
            .put(Fields.SPECIAL_CATEGORY, "cause")
            .put(Fields.NAME, row.get("Supported Cause")));
  }

  private static void recommendation(Row row, boolean received) {
    Optional<MemberId> other = row.person("Profile URL", "First Name", "Last Name");
    Optional<MemberId> holder = Optional.of(row.self().holder());
    emit(
        row,
        row.draft(Category.PROFILE_RECOMMENDATION)
            .author(received ? other : holder)
            .about(received ? holder : other)
            .at(row.time("Creation Date"))
            .put(Fields.TEXT, row.get("Text"))
            .put(Fields.PERSON, other.map(MemberId::value))
            .put(Fields.FIRST_NAME, row.get("First Name"))
            .put(Fields.LAST_NAME, row.get("Last Name"))
            .put(Fields.COMPANY, row.get("Company"))
            .put(Fields.TITLE, row.get("Job Title"))
            .put(Fields.STATUS, row.get("Status")));
  }

  private static void endorsement(Row row, String other) {
    String first = other + " First Name";
    String last = other + " Last Name";
    Optional<MemberId> person = row.person(other + " Public Url", first, last);
    Optional<MemberId> holder = Optional.of(row.self().holder());
    boolean received = other.equals("Endorser");
    emit(
        row,
        row.draft(Category.PROFILE_ENDORSEMENT)
            .author(received ? person : holder)
            .about(received ? holder : person)
            .at(row.time("Endorsement Date"))
            .put(Fields.NAME, row.get("Skill Name"))
            .put(Fields.PERSON, person.map(MemberId::value))
            .put(Fields.FIRST_NAME, row.get(first))
            .put(Fields.LAST_NAME, row.get(last))
            .put(Fields.STATUS, row.get("Endorsement Status")));
  }

  static void emit(Row row, RecordDraft draft) {
    if (draft.hasContent()) {
      row.emit(draft);
    }
  }
}
