package dev.demur.archive.linkedin;

import static dev.demur.archive.linkedin.ProfileFiles.emit;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import java.util.List;
import java.util.Optional;

/// The tables of account, security, payment and advertising.
///
/// Credentials and payments leave stubs: when, and of what sort; their values are dropped here.
final class AccountFiles {
  private AccountFiles() {}

  static List<FileSpec> specs() {
    return List.of(
        FileSpec.telling("Registration.csv", List.of("Registered At"), AccountFiles::registration),
        FileSpec.telling(
            "Registration.csv", List.of("Registration Date"), AccountFiles::registration),
        FileSpec.telling(
            "Email Addresses.csv", List.of("Email Address", "Confirmed"), AccountFiles::email),
        FileSpec.telling(
            "PhoneNumbers.csv", List.of("Extension", "Number", "Type"), AccountFiles::phone),
        FileSpec.telling(
            "Whatsapp Phone Numbers.csv",
            List.of("Number", "Is_WhatsApp_Number"),
            AccountFiles::phone),
        FileSpec.telling("Logins.csv", List.of("Login Date"), row -> secret(row, "login")),
        FileSpec.telling(
            "Security Challenges.csv",
            List.of("Challenge Date"),
            row -> secret(row, "security challenge")),
        FileSpec.named(
            "Account Status History.csv", List.of(), row -> other(row, "account status")),
        FileSpec.telling(
            "Verifications.csv",
            List.of("Verification type", "Verified date"),
            row -> secret(row, "verification")),
        FileSpec.telling(
            "Receipts.csv",
            List.of("Transaction Made At", "Invoice Number"),
            AccountFiles::receipt,
            "Receipts_v2.csv"),
        FileSpec.telling("Ads Clicked.csv", List.of("Ad clicked Date"), AccountFiles::ad),
        FileSpec.telling(
            "LAN Ads Engagement.csv",
            List.of("Action", "Date", "Ad Title/Id"),
            AccountFiles::ad,
            "linkedin_audience_network_ad_engagement.csv"),
        FileSpec.telling(
            "Ad_Targeting.csv", List.of("Member Age", "Buyer Groups"), AccountFiles::targeting),
        FileSpec.telling(
            "Inferences_about_you.csv",
            List.of("Type of inference", "Inference"),
            AccountFiles::inference),
        FileSpec.telling(
            "SearchQueries.csv", List.of("Time", "Search Query"), AccountFiles::search),
        FileSpec.named("Patents.csv", List.of(), row -> Generic.emit(row, Category.PROFILE_PATENT)),
        FileSpec.named(
            "Organizations.csv",
            List.of(),
            row -> Generic.emit(row, Category.PROFILE_VOLUNTEERING)),
        FileSpec.named(
            "Test Scores.csv", List.of(), row -> Generic.emit(row, Category.PROFILE_EDUCATION)),
        FileSpec.named(
            "VerifiedExternalCapability.csv", List.of(), row -> other(row, "capability")),
        FileSpec.named(
            "Inferred Credibility Scores.csv", List.of(), row -> other(row, "credibility")));
  }

  private static void registration(Row row) {
    row.ignore("Inviter First Name", "Inviter Last Name");
    emit(
        row,
        row.draft(Category.OTHER)
            .at(row.time("Registered At", "Registration Date"))
            .put(Fields.KIND, "registration")
            .put(Fields.VALUE, row.get("Registered At", "Registration Date"))
            .put("subscriptions", row.get("Subscription Types", "Subscription Type")));
    if (row.get("Registration Ip").isPresent()) {
      row.emit(
          row.draft(Category.CREDENTIAL)
              .put(Fields.KIND, "registration address")
              .at(row.time("Registered At", "Registration Date")));
    }
  }

  private static void email(Row row) {
    contact(row, "email", row.get("Email Address"));
    row.ignore("Confirmed", "Primary", "Is primary", "Updated On", "Status Updated On");
  }

  private static void phone(Row row) {
    contact(row, "phone", row.get("Number"));
    row.ignore("Extension", "Type", "Is_WhatsApp_Number");
  }

  private static void contact(Row row, String kind, Optional<String> value) {
    ProfileFiles.contact(row, kind, value);
  }

  private static void secret(Row row, String kind) {
    RecordDraft draft =
        row.draft(Category.CREDENTIAL)
            .put(Fields.KIND, kind)
            .at(row.time("Login Date", "Challenge Date", "Verified date"));
    row.useAll();
    row.emit(draft);
  }

  private static void receipt(Row row) {
    RecordDraft draft =
        row.draft(Category.PAYMENT)
            .put(Fields.KIND, "receipt")
            .at(row.time("Transaction Made At"))
            .key(
                List.of(
                    "receipt",
                    row.get("Invoice Number").orElse(""),
                    row.get("Transaction Made At").orElse("")));
    row.useAll();
    row.emit(draft);
  }

  private static void ad(Row row) {
    emit(
        row,
        row.draft(Category.ADS)
            .at(row.time("Ad clicked Date", "Date"))
            .put(Fields.KIND, "ad")
            .put("ad", row.get("Ad Title/Id"))
            .put("action", row.get("Action"))
            .put("app", row.get("Page/App")));
  }

  /// Lists of what advertisers may aim at; several columns have one name.
  private static void targeting(Row row) {
    row.get("Member Groups")
        .ifPresent(groups ->
            row.emit(
                row.draft(Category.GROUP_ACTIVITY)
                    .author(Optional.empty())
                    .about(Optional.of(row.self().holder()))
                    .put(Fields.KIND, "groups")
                    .put("groups", groups)));
    RecordDraft draft =
        row.draft(Category.ADS)
            .author(Optional.empty())
            .about(Optional.of(row.self().holder()))
            .put(Fields.KIND, "targeting");
    Generic.putRest(row, draft);
    emit(row, draft);
  }

  private static void inference(Row row) {
    emit(
        row,
        row.draft(Category.ADS)
            .author(Optional.empty())
            .about(Optional.of(row.self().holder()))
            .put(Fields.KIND, "inference")
            .put(Fields.NAME, row.get("Type of inference"))
            .put(Fields.DESCRIPTION, row.get("Description"))
            .put("category", row.get("Category"))
            .put("inference", row.get("Inference")));
  }

  private static void search(Row row) {
    Optional<String> query = row.get("Search Query");
    emit(
        row,
        row.draft(Category.USAGE_SEARCH)
            .at(row.time("Time"))
            .put("query", query)
            .mentions(ContentFiles.mentioned(row, query)));
  }

  private static void other(Row row, String kind) {
    RecordDraft draft = row.draft(Category.OTHER).put(Fields.KIND, kind).at(row.time("Time"));
    Generic.putRest(row, draft);
    emit(row, draft);
  }
}
