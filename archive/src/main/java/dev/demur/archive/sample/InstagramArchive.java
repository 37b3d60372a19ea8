package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An archive as Instagram hands it out in JSON, with its mangled characters.
final class InstagramArchive {
  private static final String ACTIVITY = "your_instagram_activity/";

  private final Scene scene;
  private final Person person;
  private final Feed feed;

  private InstagramArchive(Scene scene) {
    this.scene = scene;
    this.person = scene.person();
    this.feed = new Feed(scene);
  }

  static List<ArchiveFile> files(Scene scene) {
    var archive = new InstagramArchive(scene);
    List<ArchiveFile> files = new ArrayList<>();
    files.add(archive.profile());
    files.add(archive.posts());
    files.add(archive.comments());
    files.add(archive.likes());
    files.add(archive.following());
    files.add(archive.logins());
    files.addAll(
        MetaConversations.files(
            ACTIVITY, archive.feed, other -> Handles.handle(other).replace("_", "")));
    return files;
  }

  private static Json value(CharSequence value) {
    return Json.mangled().put("href", "").put("value", value).put("timestamp", 0);
  }

  private static Json time(Instant at) {
    return Json.mangled().put("timestamp", at.getEpochSecond());
  }

  private ArchiveFile profile() {
    Passage bio = Passage.of(scene.texts().headline(person));
    Json map =
        Json.mangled()
            .put("Email", value(person.email()))
            .put("Username", value(Handles.handle(person)))
            .put("Name", value(person.name().full()))
            .put("Bio", value(bio));
    Json user =
        Json.mangled()
            .put("title", "")
            .put("media_map_data", Json.mangled())
            .put("string_map_data", map);
    return new Page.Rows()
        .add(Category.PROFILE_NAME)
        .add(Category.CONTACT)
        .add(Category.CONTACT)
        .add(Category.PROFILE_SUMMARY, bio)
        .page(
            "personal_information/personal_information/personal_information.json",
            Json.mangled().put("profile_user", List.of(user)).toString());
  }

  private ArchiveFile posts() {
    var rows = new Page.Rows();
    List<Json> posts = new ArrayList<>();
    for (Post post : feed.posts()) {
      Passage text = feed.text(post);
      feed.mentioned(post).forEach(other -> text.add(" @" + Handles.handle(other)));
      rows.add(Category.CONTENT_POST, text);
      Json media =
          Json.mangled()
              .put("uri", "media/posts/" + post.urn() + ".jpg")
              .put("creation_timestamp", post.at().getEpochSecond())
              .put("title", text);
      posts.add(Json.mangled().put("media", List.of(media)));
    }
    return rows.page(ACTIVITY + "media/posts_1.json", Json.list(posts));
  }

  private ArchiveFile comments() {
    var rows = new Page.Rows();
    List<Json> comments = new ArrayList<>();
    for (Feed.Comment comment : feed.comments()) {
      rows.add(Category.CONTENT_COMMENT, comment.text());
      Json map =
          Json.mangled()
              .put("Comment", Json.mangled().put("value", comment.text()))
              .put("Media Owner", Json.mangled().put("value", Handles.handle(comment.author())))
              .put("Time", time(comment.at()));
      comments.add(
          Json.mangled()
              .put("media_list_data", List.of(Json.mangled().put("uri", "")))
              .put("string_map_data", map));
    }
    return rows.page(ACTIVITY + "comments/post_comments_1.json", Json.list(comments));
  }

  private ArchiveFile likes() {
    var rows = new Page.Rows();
    List<Json> likes = new ArrayList<>();
    for (Post post : feed.likes()) {
      rows.add(Category.CONTENT_REACTION);
      Json entry =
          Json.mangled()
              .put("href", "https://www.instagram.com/p/" + Long.toHexString(post.urn()) + "/")
              .put("value", "\uD83D\uDC4D")
              .put("timestamp", post.at().plusSeconds(3_600).getEpochSecond());
      likes.add(
          Json.mangled()
              .put("title", Handles.handle(post.author()))
              .put("string_list_data", List.of(entry)));
    }
    return rows.page(
        ACTIVITY + "likes/liked_posts.json",
        Json.mangled().put("likes_media_likes", likes).toString());
  }

  private ArchiveFile following() {
    var rows = new Page.Rows();
    List<Json> all = new ArrayList<>();
    for (Tie tie : scene.ties()) {
      rows.add(Category.CONTACT_FOLLOW);
      String handle = Handles.handle(tie.other());
      Json entry =
          Json.mangled()
              .put("href", "https://www.instagram.com/" + handle)
              .put("value", handle)
              .put("timestamp", tie.since().toEpochDay() * 86_400);
      all.add(
          Json.mangled()
              .put("title", "")
              .put("media_list_data", List.of())
              .put("string_list_data", List.of(entry)));
    }
    return rows.page(
        "connections/followers_and_following/following.json",
        Json.mangled().put("relationships_following", all).toString());
  }

  private ArchiveFile logins() {
    Draw draw = scene.draw("login-history");
    var rows = new Page.Rows();
    List<Json> all = new ArrayList<>();
    Instant at = Timeline.ARCHIVED;
    for (int i = draw.between(1, 5); i > 0; i--) {
      at = at.minusSeconds(draw.between(3_600L, 900_000L));
      Passage address = new Passage().plant("ip", Plants.ip(draw));
      Passage agent = Passage.of("Instagram 300.0").add(scene.canary("login", draw));
      rows.login(address, agent);
      Json map =
          Json.mangled()
              .put("Cookie Name", value("*".repeat(8)))
              .put("IP Address", value(address))
              .put("User Agent", value(agent))
              .put("Time", time(at));
      all.add(Json.mangled().put("title", at.toString()).put("string_map_data", map));
    }
    return rows.page(
        "security_and_login_information/login_and_profile_creation/login_activity.json",
        Json.mangled().put("account_history_login_history", all).toString());
  }
}
