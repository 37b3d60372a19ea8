package dev.demur.archive.linkedin;

import static dev.demur.archive.linkedin.ProfileFiles.contact;
import static dev.demur.archive.linkedin.ProfileFiles.emit;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables of job seeking and services.
///
/// What shows that somebody is looking for a job (saved jobs, alerts, preferences) has the category
/// of applications, which no program trains on.
final class JobFiles {
  private static final List<String> ANSWERS = List.of("Question", "Answer");
  private static final Words SENSITIVE =
      new Words(
          "disab, handicap, behinder, discapac, deficien, beperking, race|, racial, ethnic, veteran",
          "gender, |sex|, sexual, lgbt, pronoun, religio, pregnan, health, medical, criminal",
          "convict, felony, union");

  /// Any table whose name or header speaks of salaries; nobody has published one's columns.
  static final FileSpec SALARIES = FileSpec.named("Salary.csv", List.of(), JobFiles::salary);

  private JobFiles() {}

  static List<FileSpec> specs() {
    return List.of(
        FileSpec.telling(
            "Private_identity_asset.csv",
            List.of("Private Identity Asset Name", "Private Identity Asset Raw Text"),
            JobFiles::resume),
        FileSpec.named("Job Applicant Saved Answers.csv", ANSWERS, JobFiles::answer),
        FileSpec.telling(
            "Job Applicant Saved Screening Question Responses.csv", ANSWERS, JobFiles::answer),
        FileSpec.telling(
            "Job Applications.csv",
            List.of("Application Date", "Company Name", "Job Title"),
            JobFiles::application),
        FileSpec.telling(
            "Saved Jobs.csv", List.of("Saved Date", "Job Url", "Job Title"), JobFiles::savedJob),
        FileSpec.telling(
            "Job Seeker Preferences.csv",
            List.of("Job Titles", "Preferred Job Types"),
            JobFiles::preferences),
        FileSpec.named("Online Job Postings.csv", List.of(), row -> seeking(row, "job posting")),
        FileSpec.telling(
            "SavedJobAlerts.csv",
            List.of("ALERT_PARAMETERS", "QUERY_CONTEXT"),
            row -> seeking(row, "job alert")),
        FileSpec.telling(
            "SavedJobAlerts.csv",
            List.of("Saved Search Date", "Jobs Search Url"),
            row -> seeking(row, "job alert")),
        FileSpec.named(
            "Providers.csv", List.of("Creation Time"), row -> seeking(row, "service offered")),
        FileSpec.named(
            "Opportunities.csv",
            List.of("Creation Time"),
            row -> seeking(row, "service request"),
            "Opprtunities.csv"),
        FileSpec.named("Engagements.csv", List.of("Creation Time"), JobFiles::engagement),
        FileSpec.telling("Reviews.csv", List.of("Reviewee", "Review Text"), JobFiles::review));
  }

  private static void resume(Row row) {
    Optional<String> text = row.get("Private Identity Asset Raw Text");
    emit(
        row,
        row.draft(Category.JOB_RESUME)
            .put(Fields.NAME, row.get("Private Identity Asset Name"))
            .put(Fields.TEXT, text)
            .mentions(ContentFiles.mentioned(row, text)));
  }

  /// A saved answer is a salary when its question asks for pay or it names an amount of money.
  private static void answer(Row row) {
    String question = row.get("Question").orElse("");
    Optional<String> answer = row.get("Answer");
    if (Pay.isAboutPay(question) || answer.map(Pay::namesMoney).orElse(false)) {
      row.emit(row.draft(Category.SALARY).put(Fields.KIND, "saved answer").key(List.of(question)));
      return;
    }
    emit(
        row,
        row.draft(Category.JOB_SCREENING_ANSWER)
            .put(Fields.QUESTION, question)
            .put(Fields.ANSWER, answer)
            .put(Fields.SPECIAL_CATEGORY, isSensitive(question) ? "question" : ""));
  }

  private static boolean isSensitive(String question) {
    return SENSITIVE.areIn(question.toLowerCase(Locale.ROOT));
  }

  private static void salary(Row row) {
    String table = FileSpec.plainName(row.entry());
    row.useAll();
    row.emit(
        row.draft(Category.SALARY)
            .put(Fields.KIND, "salary")
            .key(List.of(table, String.valueOf(row.line()))));
  }

  private static void application(Row row) {
    RecordDraft draft =
        row.draft(Category.JOB_APPLICATION)
            .at(row.time("Application Date"))
            .put(Fields.KIND, "application")
            .put(Fields.COMPANY, row.get("Company Name"))
            .put(Fields.TITLE, row.get("Job Title"))
            .put(Fields.URL, row.get("Job Url"))
            .put("resumeName", row.get("Resume Name"))
            .put("questionsAndAnswers", row.get("Question And Answers"))
            .put("email", row.get("Contact Email"))
            .put("phone", row.get("Contact Phone Number"));
    Generic.putRest(row, draft);
    emit(row, draft);
  }

  private static void savedJob(Row row) {
    Optional<String> url = row.get("Job Url");
    RecordDraft draft =
        row.draft(Category.JOB_APPLICATION)
            .at(row.time("Saved Date"))
            .put(Fields.KIND, "saved job")
            .put(Fields.URL, url)
            .put(Fields.TITLE, row.get("Job Title"))
            .put(Fields.COMPANY, row.get("Company Name"));
    url.ifPresent(u -> draft.key(List.of(u)));
    emit(row, draft);
  }

  private static void preferences(Row row) {
    contact(row, "commute address", row.get("Commute Preference Starting Address"));
    contact(row, "phone", row.get("Phone Number"));
    seeking(row, "job preferences");
  }

  private static void seeking(Row row, String kind) {
    RecordDraft draft =
        row.draft(Category.JOB_APPLICATION)
            .put(Fields.KIND, kind)
            .at(row.time("Creation Time", "Saved Search Date", "Created On"));
    Generic.putRest(row, draft);
    emit(row, draft);
  }

  /// The fee is a payment; what was written about it is a private message.
  private static void engagement(Row row) {
    row.emit(
        row.draft(Category.PAYMENT)
            .put(Fields.KIND, "engagement")
            .at(row.time("Creation Time"))
            .key(List.of("engagement", row.get("Creation Time").orElse(""))));
    row.ignore("Currency Code", "Currency Amount", "Billing Time Unit");
    RecordDraft message =
        row.draft(Category.PRIVATE_MESSAGE)
            .at(row.time("Creation Time"))
            .put(Fields.KIND, "engagement")
            .put(Fields.TEXT, row.get("Body"));
    Generic.putRest(row, message);
    emit(row, message);
  }

  private static void review(Row row) {
    Optional<String> text = row.get("Review Text");
    emit(
        row,
        row.draft(Category.FEEDBACK_RATING)
            .about(row.get("Reviewee").flatMap(People::byName))
            .at(row.time("Creation Date"))
            .put(Fields.TEXT, text)
            .put(Fields.NAME, row.get("Reviewee"))
            .put("rating", row.get("Rating"))
            .put("reviewType", row.get("Review Type"))
            .put("reviewSection", row.get("Review Section"))
            .put("reviewTags", row.get("Review Tags"))
            .put("reviewer", row.get("Reviewer"))
            .mentions(ContentFiles.mentioned(row, text)));
  }
}
