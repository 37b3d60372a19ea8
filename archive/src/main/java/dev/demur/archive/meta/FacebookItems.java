package dev.demur.archive.meta;

import dev.demur.archive.json.Json;
import dev.demur.archive.text.Epoch;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Facebook's items in the older shapes: `data`, `attachments`, `title`.
final class FacebookItems {
  private FacebookItems() {}

  static boolean read(MetaItem item) {
    Json value = item.value();
    switch (item.key()) {
      case "comments_v2" -> comments(item, Category.CONTENT_COMMENT);
      case "group_comments_v2" -> comments(item, Category.GROUP_MESSAGE);
      case "group_posts_v2", "pending_posts_v2" -> post(item, Category.GROUP_MESSAGE);
      case "group_membership_questions_answers_v2" -> answers(item);
      case "groups_joined_v2", "groups_admined_v2" -> group(item);
      case "friends_v2" -> Items.person(item, Category.CONTACT_CONNECTION, value.text("name"));
      case "following_v2", "following_v3", "followers_v2" ->
          Items.person(item, Category.CONTACT_FOLLOW, value.text("name"));
      case "received_requests_v2",
          "sent_requests_v2",
          "rejected_requests_v2",
          "deleted_friends_v2" ->
          Items.person(item, Category.CONTACT, value.text("name"));
      case "searches_v2" -> search(item);
      case "event_responses_v2" -> event(item);
      case "poll_votes_v2" -> poll(item);
      case "wall_posts_sent_to_you" -> byOthers(item);
      case "reactions_v2" -> reaction(item);
      case "videos_v2", "other_photos_v2", "archived_stories_v2", "lasso_videos_v2", "photos" ->
          media(item, value);
      default -> {
        return byPlace(item);
      }
    }
    return true;
  }

  private static boolean byPlace(MetaItem item) {
    Json value = item.value();
    if (value.at("group_badges_v2").isPresent()) {
      value
          .at("group_badges_v2")
          .members()
          .keySet()
          .forEach(name ->
              item.emit(
                  item.plain(Category.GROUP_ACTIVITY).author(Optional.empty()).put("group", name)));
      return true;
    }
    if (item.place().has("other_people")) {
      byOthers(item);
      return true;
    }
    return switch (byShape(value).orElse(item.category())) {
      case CONTENT_REACTION -> {
        reaction(item);
        yield true;
      }
      case CONTENT_COMMENT -> {
        comments(item, Category.CONTENT_COMMENT);
        yield true;
      }
      case CONTENT_POST -> {
        boolean album = item.place().in("album");
        if (album) {
          media(item, value);
        } else {
          post(item, Category.CONTENT_POST);
        }
        yield true;
      }
      default -> Items.other(item);
    };
  }

  /// What an item is, whatever the file is called; a group's are known by their keys.
  private static Optional<Category> byShape(Json value) {
    List<Json> data = value.at("data").items();
    if (anyHas(data, "post")) {
      return Optional.of(Category.CONTENT_POST);
    }
    if (anyHas(data, "comment")) {
      return Optional.of(Category.CONTENT_COMMENT);
    }
    return anyHas(data, "reaction") ? Optional.of(Category.CONTENT_REACTION) : Optional.empty();
  }

  private static boolean anyHas(List<Json> values, String key) {
    for (Json value : values) {
      if (value.at(key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// A post of the member's own; a title that starts with somebody else's name tells that it is
  /// not.
  private static void post(MetaItem item, Category category) {
    Json value = item.value();
    boolean own = value.text("title").map(item.owner()::starts).orElse(true);
    String words = own ? text(value) : "";
    Mentions mentions = Mentions.in(words);
    List<MemberId> tagged =
        MetaItem.each(value.at("tags"))
            .flatMap(t -> item.person(t.text("name").or(t::text)).stream())
            .filter(p -> !p.equals(item.holder()))
            .toList();
    Optional<String> link =
        attached(value, "external_context").flatMap(c -> c.text("url").stream()).findFirst();
    boolean share = mentions.text().isEmpty() && link.isPresent();
    boolean inGroup = category == Category.GROUP_MESSAGE;
    item.emit(
        item.draft(share && !inGroup ? Category.CONTENT_SHARE : category)
            .author(own ? Optional.of(item.holder()) : Optional.empty())
            .at(item.time())
            .mentions(mentions.people())
            .mentions(tagged)
            .put(Fields.TEXT, mentions.text())
            .put("sharedUrl", link)
            .put(Fields.KIND, own ? "" : "post of somebody else"));
    cells(item, value);
  }

  private static Stream<Json> attached(Json value, String what) {
    List<Json> attachments = value.at("attachments").items();
    return attachments.isEmpty()
        ? Stream.empty()
        : attachments.stream()
            .flatMap(a -> MetaItem.each(a.at("data")))
            .map(d -> d.at(what))
            .filter(Json::isPresent);
  }

  /// What was written: the post, and the descriptions of its pictures where they say more.
  private static String text(Json value) {
    Set<String> parts = new LinkedHashSet<>();
    MetaItem.each(value.at("data"))
        .flatMap(d -> d.text("post").stream())
        .forEach(t -> parts.add(t.strip()));
    attached(value, "media")
        .flatMap(m -> m.text("description").stream())
        .forEach(t -> parts.add(t.strip()));
    return String.join("\n", parts);
  }

  /// Where a picture was taken and sent from is no part of the post.
  private static void cells(MetaItem item, Json value) {
    attached(value, "place")
        .forEach(place ->
            item.emit(
                item.draft(Category.OTHER)
                    .at(item.time())
                    .put(Fields.KIND, "place")
                    .put(Fields.LOCATION, place.text("name"))
                    .put("address", place.text("address"))));
    boolean traced = attached(value, "media").anyMatch(FacebookItems::isTraced);
    if (traced) {
      item.emit(item.draft(Category.CREDENTIAL).at(item.time()).put(Fields.KIND, "upload address"));
    }
  }

  private static boolean isTraced(Json media) {
    return media.at("media_metadata").members().values().stream()
        .flatMap(m -> MetaItem.each(m.at("exif_data")))
        .anyMatch(e -> e.at("upload_ip").isPresent());
  }

  /// A picture or film: its description is the member's, the comments below it are not.
  private static void media(MetaItem item, Json value) {
    Mentions words = Mentions.in(value.text("description").orElse(""));
    if (words.text().isEmpty() && item.isRest() && value.text("name").isEmpty()) {
      return;
    }
    item.emit(
        item.draft(Category.CONTENT_POST)
            .at(item.time())
            .mentions(words.people())
            .put(Fields.TEXT, words.text())
            .put(Fields.TITLE, item.isRest() ? value.text("name") : Optional.empty())
            .put(Fields.KIND, item.isRest() ? "album" : "media"));
    if (isTraced(value)) {
      item.emit(item.draft(Category.CREDENTIAL).at(item.time()).put(Fields.KIND, "upload address"));
    }
  }

  /// The name beside a comment says who wrote it.
  private static void comments(MetaItem item, Category category) {
    List<Json> comments =
        MetaItem.each(item.value().at("data"))
            .map(d -> d.at("comment"))
            .filter(Json::isPresent)
            .toList();
    for (Json comment : comments) {
      Optional<String> author = comment.text("author");
      boolean own =
          author.isEmpty() || item.owner().names().isEmpty() || item.owner().isSelf(author.get());
      Mentions words = Mentions.in(own ? comment.text("comment").orElse("") : "");
      item.emit(
          item.draft(category)
              .author(own ? Optional.of(item.holder()) : item.person(author))
              .at(MetaItem.timeOf(comment).or(item::time))
              .mentions(words.people())
              .put(Fields.TEXT, words.text())
              .put("group", comment.text("group")));
    }
    if (comments.isEmpty()) {
      item.emit(item.plain(category));
    }
  }

  private static void reaction(MetaItem item) {
    String reactions =
        MetaItem.each(item.value().at("data"))
            .flatMap(d -> d.text("reaction", "reaction").stream())
            .collect(Collectors.joining(", "));
    item.emit(item.draft(Category.CONTENT_REACTION).at(item.time()).put("reaction", reactions));
  }

  private static void group(MetaItem item) {
    Optional<String> name =
        MetaItem.each(item.value().at("data"))
            .flatMap(d -> d.text("name").stream())
            .findFirst()
            .or(() -> item.value().text("name"));
    item.emit(item.plain(Category.GROUP_ACTIVITY).put("group", name));
  }

  private static void answers(MetaItem item) {
    MetaItem.each(item.value().at("answers"))
        .forEach(answer ->
            item.emit(
                item.draft(Category.GROUP_MESSAGE)
                    .at(MetaItem.timeOf(answer))
                    .put(Fields.KIND, "membership answer")
                    .put(Fields.QUESTION, answer.text("question"))
                    .put(Fields.TEXT, answer.text("answer"))
                    .put("group", item.value().text("group_name"))));
  }

  private static void search(MetaItem item) {
    String query =
        MetaItem.each(item.value().at("data"))
            .flatMap(d -> d.text("text").stream())
            .map(t -> t.replaceAll("^\"|\"$", ""))
            .collect(Collectors.joining("\n"));
    item.emit(item.draft(Category.USAGE_SEARCH).at(item.time()).put("query", query));
  }

  private static void event(MetaItem item) {
    if (item.item().place().endsWith("[]")) {
      String list = item.item().place().replaceAll("^.*/|\\[]$", "").replace('_', ' ');
      item.emit(
          item.draft(Category.USAGE_FREQUENCY)
              .at(item.value().text("start_timestamp").flatMap(Epoch::parse))
              .put(Fields.KIND, list)
              .put(Fields.NAME, item.value().text("name")));
    }
  }

  /// What an option says is the words of whoever asked.
  private static void poll(MetaItem item) {
    String options =
        MetaItem.each(item.value().at("data"))
            .flatMap(d ->
                MetaItem.each(
                    d.at("poll_vote", "vote").isPresent()
                        ? d.at("poll_vote", "vote")
                        : d.at("name")))
            .flatMap(v -> v.text().or(() -> v.text("option")).stream())
            .collect(Collectors.joining(", "));
    item.emit(item.draft(Category.CONTENT_POLL_ANSWER).at(item.time()).put("option", options));
  }

  /// On the member's own wall, in the words of others.
  private static void byOthers(MetaItem item) {
    item.emit(
        item.draft(Category.CONTENT_POST)
            .author(Optional.empty())
            .about(Optional.of(item.holder()))
            .at(item.time())
            .put(Fields.KIND, "post of somebody else"));
  }
}
