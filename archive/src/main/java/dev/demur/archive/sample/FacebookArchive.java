package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;

/// An archive as Facebook hands it out in JSON, with its mangled characters.
final class FacebookArchive {
  private static final String ACTIVITY = "your_facebook_activity/";

  private final Scene scene;
  private final Person person;
  private final Feed feed;

  private FacebookArchive(Scene scene) {
    this.scene = scene;
    this.person = scene.person();
    this.feed = new Feed(scene);
  }

  static List<ArchiveFile> files(Scene scene) {
    var archive = new FacebookArchive(scene);
    List<ArchiveFile> files = new ArrayList<>();
    files.add(archive.profile());
    files.add(archive.posts());
    files.add(archive.comments());
    files.add(archive.likes());
    files.add(archive.friends());
    files.add(archive.logins());
    files.addAll(
        MetaConversations.files(
            ACTIVITY, archive.feed, other -> Name.plain(other.name().full()).replace("-", "")));
    return files;
  }

  private ArchiveFile profile() {
    String full = person.name().full();
    Json name =
        Json.mangled()
            .put("full_name", full)
            .put("first_name", person.name().given())
            .put("middle_name", "")
            .put("last_name", person.name().family());
    Json profile =
        Json.mangled()
            .put("name", name)
            .put("emails", Json.mangled().put("emails", List.of(person.email())))
            .put("username", person.id())
            .put("registration_timestamp", person.registered().getEpochSecond())
            .put("profile_uri", "https://www.facebook.com/" + person.id());
    return new Page.Rows()
        .add(Category.PROFILE_NAME)
        .add(Category.CONTACT)
        .add(Category.CONTACT)
        .add(Category.CONTACT)
        .add(Category.OTHER)
        .page(
            "personal_information/profile_information/profile_information.json",
            Json.mangled().put("profile_v2", profile).toString());
  }

  private ArchiveFile posts() {
    var rows = new Page.Rows();
    List<Json> posts = new ArrayList<>();
    for (Post post : feed.posts()) {
      Passage text = feed.text(post);
      rows.add(Category.CONTENT_POST, text);
      var json =
          Json.mangled()
              .put("timestamp", post.at().getEpochSecond())
              .put("data", List.of(Json.mangled().put("post", text)))
              .put("title", person.name().full() + " updated their status.");
      List<Json> tags =
          feed.mentioned(post).stream()
              .map(other -> Json.mangled().put("name", other.name().full()))
              .toList();
      posts.add(tags.isEmpty() ? json : json.put("tags", tags));
    }
    return rows.page(
        ACTIVITY + "posts/your_posts__check_ins__photos_and_videos_1.json", Json.list(posts));
  }

  private ArchiveFile comments() {
    var rows = new Page.Rows();
    List<Json> comments = new ArrayList<>();
    for (Feed.Comment comment : feed.comments()) {
      rows.add(Category.CONTENT_COMMENT, comment.text());
      Json inner =
          Json.mangled()
              .put("timestamp", comment.at().getEpochSecond())
              .put("comment", comment.text())
              .put("author", person.name().full());
      comments.add(
          Json.mangled()
              .put("timestamp", comment.at().getEpochSecond())
              .put("data", List.of(Json.mangled().put("comment", inner)))
              .put("title", title("commented on", comment.author())));
    }
    return rows.page(
        ACTIVITY + "comments_and_reactions/comments.json",
        Json.mangled().put("comments_v2", comments).toString());
  }

  private String title(String does, Person other) {
    return "%s %s %s's post.".formatted(person.name().full(), does, other.name().full());
  }

  private ArchiveFile likes() {
    var rows = new Page.Rows();
    List<Json> likes = new ArrayList<>();
    for (Post post : feed.likes()) {
      rows.add(Category.CONTENT_REACTION);
      Json reaction = Json.mangled().put("reaction", "LIKE").put("actor", person.name().full());
      likes.add(
          Json.mangled()
              .put("timestamp", post.at().plusSeconds(3_600).getEpochSecond())
              .put("data", List.of(Json.mangled().put("reaction", reaction)))
              .put("title", title("likes", post.author())));
    }
    return rows.page(
        ACTIVITY + "comments_and_reactions/likes_and_reactions_1.json", Json.list(likes));
  }

  private ArchiveFile friends() {
    var rows = new Page.Rows();
    List<Json> friends = new ArrayList<>();
    for (Tie tie : scene.ties()) {
      rows.add(Category.CONTACT_CONNECTION);
      friends.add(
          Json.mangled()
              .put("name", tie.other().name().full())
              .put("timestamp", tie.since().toEpochDay() * 86_400));
    }
    return rows.page(
        "connections/friends/your_friends.json",
        Json.mangled().put("friends_v2", friends).toString());
  }

  private ArchiveFile logins() {
    Draw draw = scene.draw("account-activity");
    var rows = new Page.Rows();
    List<Json> all = new ArrayList<>();
    long at = Timeline.ARCHIVED.getEpochSecond();
    for (int i = draw.between(1, 5); i > 0; i--) {
      at -= draw.between(3_600L, 900_000L);
      Passage address = new Passage().plant("ip", Plants.ip(draw));
      Passage agent = Passage.of("Mozilla/5.0").add(scene.canary("login", draw));
      rows.login(address, agent);
      all.add(
          Json.mangled()
              .put("action", "Login")
              .put("timestamp", at)
              .put("ip_address", address)
              .put("user_agent", agent)
              .put("datr_cookie", Long.toHexString(draw.bits())));
    }
    return rows.page(
        "security_and_login_information/account_activity.json",
        Json.mangled().put("account_activity_v2", all).toString());
  }
}
