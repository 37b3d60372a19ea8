package dev.demur.archive.linkedin;

import static dev.demur.archive.linkedin.ProfileFiles.emit;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.Optional;

/// The tables of what the member published and did there.
final class ContentFiles {
  private ContentFiles() {}

  static List<FileSpec> specs() {
    return List.of(
        FileSpec.telling(
            "Shares.csv", List.of("Date", "ShareLink", "ShareCommentary"), ContentFiles::share),
        FileSpec.telling("Comments.csv", List.of("Date", "Link", "Message"), ContentFiles::comment),
        FileSpec.telling("Reactions.csv", List.of("Date", "Type", "Link"), ContentFiles::reaction),
        FileSpec.telling("Votes.csv", List.of("Date", "Link", "OptionText"), ContentFiles::vote),
        FileSpec.named("InstantReposts.csv", List.of("Date", "Link"), ContentFiles::repost),
        FileSpec.telling("Saved_Items.csv", List.of("savedItem"), ContentFiles::saved),
        FileSpec.telling("Events.csv", List.of("Event Name", "Event Time"), ContentFiles::event),
        FileSpec.telling(
            "Rich_Media.csv", List.of("Media Description", "Media Link"), ContentFiles::media),
        FileSpec.named("Rich_Media.csv", List.of("Type", "Link"), ContentFiles::oldMedia),
        FileSpec.telling(
            "Learning.csv", List.of("Content Title", "Content Type"), ContentFiles::learning),
        FileSpec.named("Group Posts.csv", List.of(), row -> group(row, Category.GROUP_MESSAGE)),
        FileSpec.named("Group Comments.csv", List.of(), row -> group(row, Category.GROUP_MESSAGE)),
        FileSpec.named("Group Likes.csv", List.of(), row -> group(row, Category.GROUP_ACTIVITY)),
        FileSpec.named("Articles.csv", List.of(), ContentFiles::article));
  }

  private static void share(Row row) {
    Optional<String> text = row.get("ShareCommentary").map(ShareText::undone);
    Optional<String> link = row.get("ShareLink");
    RecordDraft draft =
        row.draft(text.isPresent() ? Category.CONTENT_POST : Category.CONTENT_SHARE)
            .at(row.time("Date"))
            .put(Fields.TEXT, text)
            .put(Fields.URL, link)
            .put("sharedUrl", row.get("SharedUrl"))
            .put("mediaUrl", row.get("MediaUrl"))
            .put("visibility", row.get("Visibility"))
            .mentions(mentioned(row, text));
    link.ifPresent(url -> draft.key(List.of(url)));
    emit(row, draft);
  }

  static List<MemberId> mentioned(Row row, Optional<String> text) {
    List<MemberId> people = text.map(People::inText).orElse(List.of());
    return people.isEmpty()
        ? people
        : people.stream().filter(person -> !row.self().slugs().contains(person)).toList();
  }

  private static void comment(Row row) {
    Optional<String> text = row.get("Message");
    emit(
        row,
        row.draft(Category.CONTENT_COMMENT)
            .at(row.time("Date"))
            .put(Fields.TEXT, text)
            .put(Fields.URL, row.get("Link"))
            .mentions(mentioned(row, text)));
  }

  private static void reaction(Row row) {
    emit(
        row,
        row.draft(Category.CONTENT_REACTION)
            .at(row.time("Date"))
            .put(Fields.URL, row.get("Link"))
            .put("reaction", row.get("Type")));
  }

  /// The option's text is another member's, so it is no `text`.
  private static void vote(Row row) {
    emit(
        row,
        row.draft(Category.CONTENT_POLL_ANSWER)
            .at(row.time("Date"))
            .put(Fields.URL, row.get("Link"))
            .put("option", row.get("OptionText")));
  }

  private static void repost(Row row) {
    emit(
        row,
        row.draft(Category.CONTENT_SHARE)
            .at(row.time("Date"))
            .put(Fields.KIND, "repost")
            .put(Fields.URL, row.get("Link")));
  }

  private static void saved(Row row) {
    Optional<String> item = row.get("savedItem");
    RecordDraft draft =
        row.draft(Category.USAGE_FREQUENCY)
            .at(row.time("CreatedTime"))
            .put(Fields.KIND, "saved item")
            .put(Fields.URL, item);
    item.ifPresent(url -> draft.key(List.of(url)));
    emit(row, draft);
  }

  private static void event(Row row) {
    emit(
        row,
        row.draft(Category.USAGE_FREQUENCY)
            .put(Fields.KIND, "event")
            .put(Fields.NAME, row.get("Event Name"))
            .put("date", row.get("Event Time"))
            .put(Fields.URL, row.get("External Url"))
            .put(Fields.STATUS, row.get("Status")));
  }

  private static void media(Row row) {
    Optional<String> text = row.get("Media Description").filter(d -> !d.equals("-"));
    Optional<String> sentence = row.get("Date/Time");
    emit(
        row,
        row.draft(Category.CONTENT_POST)
            .at(sentence.flatMap(Times::atEndOf))
            .put(Fields.KIND, "media")
            .put(Fields.TEXT, text)
            .put("upload", sentence)
            .put(Fields.URL, row.get("Media Link"))
            .mentions(mentioned(row, text)));
  }

  private static void oldMedia(Row row) {
    emit(
        row,
        row.draft(Category.CONTENT_POST)
            .put(Fields.KIND, "media")
            .put("upload", row.get("Type"))
            .put(Fields.URL, row.get("Link")));
  }

  /// What was watched is usage; the notes taken are the member's own words.
  private static void learning(Row row) {
    Optional<String> title = row.get("Content Title");
    emit(
        row,
        row.draft(Category.USAGE_FREQUENCY)
            .at(row.time("Content Last Watched Date (if viewed)"))
            .put(Fields.KIND, "learning")
            .put(Fields.TITLE, title)
            .put(Fields.DESCRIPTION, row.get("Content Description"))
            .put("contentType", row.get("Content Type"))
            .put("completed", row.get("Content Completed At (if completed)"))
            .put("saved", row.get("Content Saved")));
    row.get("Notes taken on videos (if taken)")
        .ifPresent(notes ->
            row.emit(
                row.draft(Category.CONTENT_POST)
                    .put(Fields.KIND, "learning note")
                    .put(Fields.TITLE, title)
                    .put(Fields.TEXT, notes)));
  }

  private static void group(Row row, Category category) {
    Optional<String> text = row.get("Message", "Text", "Content", "Body", "Post", "Comment");
    emit(
        row,
        row.draft(category)
            .at(row.time("Date", "Created On", "Time"))
            .put(Fields.NAME, row.get("Group Name", "Group"))
            .put(Fields.TEXT, text)
            .put(Fields.URL, row.get("Link", "Url"))
            .mentions(mentioned(row, text)));
  }

  /// An article read from its page.
  static void articleRow(Row row) {
    article(row);
  }

  private static void article(Row row) {
    Optional<String> text = row.get("Content", "Text", "Body").map(Articles::textOf);
    Optional<String> url = row.get("Link", "Url");
    RecordDraft draft =
        row.draft(Category.CONTENT_ARTICLE)
            .at(row.time("Date", "Published On", "Created On"))
            .put(Fields.TITLE, row.get("Title"))
            .put(Fields.TEXT, text)
            .put(Fields.URL, url)
            .mentions(mentioned(row, text));
    url.ifPresent(u -> draft.key(List.of(u)));
    emit(row, draft);
  }
}
