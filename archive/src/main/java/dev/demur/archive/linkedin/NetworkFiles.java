package dev.demur.archive.linkedin;

import static dev.demur.archive.linkedin.ProfileFiles.emit;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables of other people: connections, messages, address books.
final class NetworkFiles {
  private static final List<String> MESSAGE_COLUMNS =
      List.of("CONVERSATION ID", "FROM", "TO", "DATE", "CONTENT");

  private NetworkFiles() {}

  static List<FileSpec> specs() {
    return List.of(
        FileSpec.telling(
            "Connections.csv",
            List.of("First Name", "Last Name", "Connected On"),
            NetworkFiles::connection),
        FileSpec.telling(
            "Invitations.csv", List.of("From", "To", "Sent At"), NetworkFiles::invitation),
        FileSpec.telling("messages.csv", MESSAGE_COLUMNS, NetworkFiles::message),
        FileSpec.telling(
            "messages.csv",
            List.of("From", "To", "Date", "Subject", "Content", "Direction"),
            NetworkFiles::message),
        assistant("guide_messages.csv"),
        assistant("learning_coach_messages.csv"),
        assistant("learning_role_play_messages.csv"),
        assistant("coach_messages.csv"),
        assistant("LearningCoachMessages.csv"),
        FileSpec.telling(
            "ImportedContacts.csv",
            List.of("FirstName", "LastName", "Emails"),
            NetworkFiles::imported,
            "Contacts.csv",
            "Imported Contacts.csv"),
        FileSpec.named("Calendar.csv", List.of(), row -> Generic.emit(row, Category.CONTACT)),
        FileSpec.telling(
            "Company Follows.csv",
            List.of("Organization", "Followed On"),
            NetworkFiles::companyFollow),
        FileSpec.telling(
            "Member_Follows.csv",
            List.of("Date", "Status", "FullName"),
            NetworkFiles::memberFollow),
        FileSpec.telling(
            "Hashtag_Follows.csv", List.of("HashTag", "State"), NetworkFiles::hashtagFollow),
        FileSpec.telling(
            "Notes.csv",
            List.of("Connection First Name", "Connection Last Name", "Note"),
            NetworkFiles::note));
  }

  private static FileSpec assistant(String name) {
    return FileSpec.named(name, MESSAGE_COLUMNS, NetworkFiles::assistantMessage);
  }

  /// Somebody who hides from exports leaves a row with a date only.
  private static void connection(Row row) {
    Optional<MemberId> person = row.person("URL", "First Name", "Last Name");
    Optional<String> profile = row.get("URL").flatMap(People::byUrl).map(MemberId::value);
    RecordDraft draft =
        row.draft(Category.CONTACT_CONNECTION)
            .about(person)
            .at(row.time("Connected On"))
            .put(Fields.PERSON, person.map(MemberId::value))
            .put(Fields.FIRST_NAME, row.get("First Name"))
            .put(Fields.LAST_NAME, row.get("Last Name"))
            .put(Fields.COMPANY, row.get("Company"))
            .put(Fields.TITLE, row.get("Position"))
            .put("email", row.get("Email Address"))
            .put(Fields.LOCATION, row.get("Address"))
            .put("websites", row.get("Websites"))
            .put("messengers", row.get("Instant Messengers"));
    profile.ifPresent(slug -> draft.key(List.of(slug)));
    row.emit(draft);
  }

  private static void invitation(Row row) {
    boolean incoming = row.get("Direction").map(d -> d.equalsIgnoreCase("INCOMING")).orElse(false);
    Optional<MemberId> from = party(row, "inviterProfileUrl", "From");
    Optional<MemberId> to = party(row, "inviteeProfileUrl", "To");
    Optional<MemberId> other = incoming ? from : to;
    Optional<MemberId> holder = Optional.of(row.self().holder());
    boolean known = row.get("Direction").isPresent();
    emit(
        row,
        row.draft(Category.PRIVATE_MESSAGE_INVITATION)
            .author(!known || incoming ? from : holder)
            .mentions(other.stream().toList())
            .at(row.time("Sent At"))
            .put(Fields.PERSON, other.map(MemberId::value))
            .put(Fields.NAME, row.get(incoming ? "From" : "To"))
            .put(Fields.TEXT, row.get("Message"))
            .put("direction", row.get("Direction")));
  }

  private static Optional<MemberId> party(Row row, String urlColumn, String nameColumn) {
    Optional<String> name = row.get(nameColumn);
    return row.self()
        .sender(row.get(urlColumn).flatMap(People::byUrl), () -> name.flatMap(People::byName));
  }

  private static void message(Row row) {
    Optional<MemberId> sender = sender(row);
    List<MemberId> others = others(row, sender);
    Optional<String> content = row.get("CONTENT").map(Articles::textOf);
    Optional<String> messageDraft = row.get("IS MESSAGE DRAFT");
    Optional<String> conversationDraft = row.get("IS CONVERSATION DRAFT");
    boolean draft = isYes(messageDraft) || isYes(conversationDraft);
    row.ignore("FOLDER", "Direction");
    emit(
        row,
        row.draft(Category.PRIVATE_MESSAGE)
            .author(sender)
            .mentions(others)
            .at(row.time("DATE"))
            .key(messageKey(row, sender))
            .put(Fields.KIND, draft ? "draft" : "")
            .put(Fields.PERSON, others.size() == 1 ? others.getFirst().value() : "")
            .put(Fields.NAME, row.get("FROM"))
            .put("recipients", row.get("TO"))
            .put("conversation", row.get("CONVERSATION ID"))
            .put("conversationTitle", row.get("CONVERSATION TITLE"))
            .put(Fields.TITLE, row.get("SUBJECT"))
            .put(Fields.TEXT, content)
            .put("attachments", row.get("ATTACHMENTS")));
  }

  private static List<String> messageKey(Row row, Optional<MemberId> sender) {
    return List.of(
        row.get("CONVERSATION ID").orElse(""),
        sender.map(MemberId::value).orElse(""),
        row.get("DATE").orElse(""),
        row.get("SUBJECT").orElse(""),
        row.get("CONTENT").orElse(""),
        row.get("CONVERSATION ID").isPresent() ? "" : row.get("TO").orElse(""));
  }

  private static boolean isYes(Optional<String> cell) {
    return cell.map(c -> c.toLowerCase(Locale.ROOT))
        .filter(List.of("yes", "true")::contains)
        .isPresent();
  }

  private static Optional<MemberId> sender(Row row) {
    Optional<MemberId> outgoing =
        row.get("Direction")
            .filter(d -> d.equalsIgnoreCase("OUTGOING"))
            .map(d -> row.self().holder());
    return outgoing.or(() -> party(row, "SENDER PROFILE URL", "FROM"));
  }

  /// Everyone in the conversation but the holder. Names hold commas, so the URLs are counted first.
  private static List<MemberId> others(Row row, Optional<MemberId> sender) {
    var people = new ArrayList<MemberId>();
    sender.ifPresent(people::add);
    for (String url : row.get("RECIPIENT PROFILE URLS").orElse("").split(",", -1)) {
      People.byUrl(url).map(row.self()::resolved).ifPresent(people::add);
    }
    if (people.size() == sender.stream().count()) {
      party(row, "no such column", "TO").ifPresent(people::add);
    }
    return people.stream().distinct().filter(p -> !p.equals(row.self().holder())).toList();
  }

  /// What the member asked an assistant of the platform, and what it answered.
  private static void assistantMessage(Row row) {
    Optional<MemberId> sender = sender(row);
    boolean asked = sender.filter(row.self().holder()::equals).isPresent();
    Optional<String> content = row.get("CONTENT").map(Articles::textOf);
    row.ignore("FOLDER", "TO", "RECIPIENT PROFILE URLS", "ATTACHMENTS");
    row.ignore("IS MESSAGE DRAFT", "IS CONVERSATION DRAFT");
    emit(
        row,
        row.draft(asked ? Category.AI_USAGE_PROMPT : Category.AI_USAGE_OUTPUT)
            .author(asked ? sender : Optional.empty())
            .at(row.time("DATE"))
            .key(messageKey(row, sender))
            .put(Fields.NAME, asked ? Optional.empty() : row.get("FROM"))
            .put("conversation", row.get("CONVERSATION ID"))
            .put(Fields.TITLE, row.get("CONVERSATION TITLE", "SUBJECT"))
            .put(Fields.TEXT, content)
            .mentions(ContentFiles.mentioned(row, content)));
  }

  /// Other people's address data, members or not.
  private static void imported(Row row) {
    String first = row.get("FirstName").orElse("");
    String middle = row.get("MiddleName").orElse("");
    String last = row.get("LastName").orElse("");
    Optional<String> full = row.get("FullName").or(() -> Optional.of((first + " " + last).strip()));
    Optional<MemberId> person =
        row.get("Profiles")
            .flatMap(p -> People.inText(p).stream().findFirst())
            .map(row.self()::resolved)
            .or(() -> full.flatMap(People::byName));
    RecordDraft draft =
        row.draft(Category.CONTACT)
            .about(person)
            .at(row.time("CreatedAt"))
            .put(Fields.KIND, "imported contact")
            .put(Fields.PERSON, person.map(MemberId::value))
            .put(Fields.FIRST_NAME, first)
            .put("middleName", middle)
            .put(Fields.LAST_NAME, last)
            .put(Fields.NAME, full);
    Generic.putRest(row, draft);
    emit(row, draft);
  }

  private static void companyFollow(Row row) {
    emit(
        row,
        row.draft(Category.USAGE_FREQUENCY)
            .at(row.time("Followed On"))
            .put(Fields.KIND, "company follow")
            .put(Fields.COMPANY, row.get("Organization")));
  }

  private static void memberFollow(Row row) {
    Optional<String> name = row.get("FullName");
    Optional<MemberId> person = name.flatMap(People::byName);
    emit(
        row,
        row.draft(Category.CONTACT_FOLLOW)
            .about(person)
            .at(row.time("Date"))
            .put(Fields.PERSON, person.map(MemberId::value))
            .put(Fields.NAME, name)
            .put(Fields.STATUS, row.get("Status")));
  }

  private static void hashtagFollow(Row row) {
    row.ignore("LastModifiedTime");
    emit(
        row,
        row.draft(Category.USAGE_FREQUENCY)
            .at(row.time("CreatedTime"))
            .put(Fields.KIND, "hashtag follow")
            .put(Fields.NAME, row.get("HashTag"))
            .put(Fields.STATUS, row.get("State")));
  }

  /// A private remark on a named person.
  private static void note(Row row) {
    Optional<MemberId> person =
        row.person("Connection Profile URL", "Connection First Name", "Connection Last Name");
    emit(
        row,
        row.draft(Category.CONTACT)
            .about(person)
            .at(row.time("Created On"))
            .put(Fields.KIND, "note")
            .put(Fields.PERSON, person.map(MemberId::value))
            .put(Fields.TEXT, row.get("Note"))
            .put("edited", row.get("Edited On")));
  }
}
