package dev.demur.archive.x;

import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Markup;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Posts, likes, and what was asked of the assistant.
final class Posts {
  private static final String STATUS = "https://x.com/i/web/status/";
  private static final MemberId NOBODY = MemberId.ofName("nobody");

  private Posts() {}

  /// A post; a repost says nothing of the member's own.
  static void post(XItem item, Notes notes) {
    Json tweet = item.value();
    if (notes.hasWhole(tweet)) {
      return;
    }
    emit(item, tweet, Optional.empty());
  }

  static void inCommunity(XItem item) {
    emit(item, item.value(), Optional.of(Category.GROUP_MESSAGE));
  }

  private static void emit(XItem item, Json tweet, Optional<Category> category) {
    Optional<String> id = tweet.at("id_str").id().or(() -> tweet.at("id").id());
    if (id.isEmpty() && tweet.text("full_text").or(() -> tweet.text("text")).isEmpty()) {
      item.refuse("a post has neither an id nor a text");
      return;
    }
    Posting posting = Posting.of(tweet, item.account().id().orElse(NOBODY));
    boolean repeats = posting.repeated().isPresent();
    boolean isReply =
        tweet.at("in_reply_to_status_id_str").id().isPresent()
            || tweet.text("in_reply_to_screen_name").isPresent();
    Category own = isReply ? Category.CONTENT_COMMENT : Category.CONTENT_POST;
    Category kind = posting.ownText().isEmpty() && repeats ? Category.CONTENT_SHARE : own;
    RecordDraft draft =
        item.draft(category.orElse(kind))
            .at(item.time("created_at"))
            .about(posting.ownText().isEmpty() ? posting.repeated() : Optional.empty())
            .mentions(posting.mentions())
            .mentions(
                posting.ownText().isEmpty() ? List.of() : posting.repeated().stream().toList())
            .put(Fields.TEXT, posting.ownText())
            .put(Fields.KIND, posting.ownText().isEmpty() && repeats ? "repost" : "")
            .put(Fields.URL, id.map(STATUS::concat))
            .put("language", tweet.text("lang"));
    shown(item, draft);
    id.ifPresent(i -> draft.key(List.of(i)));
    item.emit(draft);
  }

  private static void shown(XItem item, RecordDraft draft) {
    draft.put(Fields.VISIBILITY, item.account().isProtected() ? "followers" : "public");
  }

  /// The whole of a long post, of which the posts' file has the start.
  static void note(XItem item) {
    Json note = item.value();
    Json core = note.at("core");
    List<MemberId> mentions =
        core.at("mentions").items().stream()
            .flatMap(m -> m.at("userId").id().or(() -> m.text("screenName")).stream())
            .flatMap(m -> Persons.byHandle(m).stream())
            .filter(m -> !item.account().isSelf(m))
            .toList();
    RecordDraft draft =
        item.draft(Category.CONTENT_POST)
            .at(item.time("createdAt"))
            .mentions(mentions)
            .put(Fields.TEXT, core.text("text").map(Markup::unescaped).map(String::strip))
            .put(Fields.KIND, "long post");
    shown(item, draft);
    note.at("noteTweetId").id().ifPresent(id -> draft.key(List.of(id)));
    item.emit(draft);
  }

  /// Nobody has published what these look like inside.
  static void article(XItem item) {
    Json article = item.value();
    Json data = article.at("data").isObject() ? article.at("data") : article;
    RecordDraft draft =
        item.draft(Category.CONTENT_ARTICLE)
            .at(item.time("createdAt"))
            .put(Fields.TITLE, data.text("title"))
            .put(
                Fields.TEXT,
                data.text("plainText").or(() -> data.text("text")).or(() -> data.text("body")));
    shown(item, draft);
    if (draft.hasContent()) {
      item.emit(draft);
    }
  }

  static void communityNote(XItem item) {
    RecordDraft draft =
        item.draft(Category.CONTENT_POST)
            .at(item.time("createdAt"))
            .put(Fields.KIND, "community note")
            .put(
                Fields.TEXT,
                item.value().text("summary").or(() -> item.value().text("data", "summary")));
    item.value().at("noteId").id().ifPresent(id -> draft.key(List.of(id)));
    item.emit(draft);
  }

  static void rating(XItem item) {
    Json rating = item.value();
    String tags =
        String.join(
            ", ",
            rating.at("helpfulTags").items().stream().flatMap(t -> t.text().stream()).toList());
    item.emit(
        item.draft(Category.FEEDBACK_RATING)
            .at(item.time("createdAt"))
            .put(Fields.KIND, "community note")
            .put("rating", rating.text("helpfulnessLevel"))
            .put("note", rating.at("noteId").id())
            .put("tags", tags));
  }

  /// Ids and times of posts that stand in the posts' file as well.
  static void header(XItem item) {
    item.emit(
        item.draft(Category.USAGE_FREQUENCY)
            .at(item.time("created_at"))
            .put(Fields.KIND, "post header")
            .put(Fields.URL, item.value().at("tweet_id").id().map(STATUS::concat)));
  }

  /// The text of what was liked is another's and is not kept; when it was liked, nobody says.
  static void like(XItem item) {
    Optional<String> id = item.value().at("tweetId").id();
    RecordDraft draft =
        item.draft(Category.CONTENT_REACTION)
            .put("reaction", "like")
            .put(Fields.URL, id.map(STATUS::concat).or(() -> item.value().text("expandedUrl")));
    id.ifPresent(i -> draft.key(List.of(i)));
    item.emit(draft);
  }

  /// What the member asked, and what the machine said: anybody but the user is the machine.
  static void assistant(XItem item) {
    Json said = item.value();
    boolean asked =
        said.text("sender", "originalName")
            .or(() -> said.text("sender", "name"))
            .map(name -> name.toUpperCase(Locale.ROOT))
            .filter("USER"::equals)
            .isPresent();
    item.emit(
        item.draft(asked ? Category.AI_USAGE_PROMPT : Category.AI_USAGE_OUTPUT)
            .author(asked ? Optional.of(item.holder()) : Optional.empty())
            .at(item.time("createdAt"))
            .put("conversation", said.text("chatId"))
            .put(Fields.TEXT, said.text("message")));
  }
}
