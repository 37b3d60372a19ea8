package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An archive as X hands it out: JavaScript files that each set one list.
final class XArchive {
  private static final DateTimeFormatter TWEET =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss '+0000' uuuu", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Scene scene;
  private final Person person;
  private final Feed feed;

  private XArchive(Scene scene) {
    this.scene = scene;
    this.person = scene.person();
    this.feed = new Feed(scene);
  }

  static List<ArchiveFile> files(Scene scene) {
    var archive = new XArchive(scene);
    return List.of(
        archive.manifest(),
        archive.account(),
        archive.profile(),
        archive.age(),
        archive.tweets(),
        archive.likes(),
        archive.following(),
        archive.messages(),
        archive.addresses());
  }

  private static String content(String name, List<Json> items) {
    return "window.YTD." + name + ".part0 = " + Json.list(items);
  }

  private static String milliseconds(Instant at) {
    return MILLISECONDS.format(at);
  }

  /// Text as X escapes it.
  private static String escaped(CharSequence text) {
    return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private ArchiveFile manifest() {
    Json user =
        new Json()
            .put("accountId", Handles.account(person))
            .put("userName", Handles.handle(person))
            .put("displayName", person.name().full());
    Json info =
        new Json()
            .put("generationDate", milliseconds(Timeline.ARCHIVED))
            .put("isPartialArchive", false)
            .put("maxPartSizeBytes", "53687091200");
    String all =
        new Json()
            .put("userInfo", user)
            .put("archiveInfo", info)
            .put("dataTypes", new Json())
            .toString();
    return new Page.Rows().page("data/manifest.js", "window.__THAR_CONFIG = " + all);
  }

  private ArchiveFile account() {
    Json account =
        new Json()
            .put("email", person.email())
            .put("createdVia", "web")
            .put("username", Handles.handle(person))
            .put("accountId", Handles.account(person))
            .put("createdAt", milliseconds(person.registered()))
            .put("accountDisplayName", person.name().full());
    return new Page.Rows()
        .add(Category.PROFILE_NAME)
        .add(Category.CONTACT)
        .add(Category.CONTACT)
        .add(Category.OTHER)
        .page("data/account.js", content("account", List.of(new Json().put("account", account))));
  }

  private ArchiveFile profile() {
    Passage bio = Passage.of(scene.texts().headline(person));
    Json description =
        new Json()
            .put("bio", escaped(bio))
            .put("website", "")
            .put("location", person.home().city().name());
    Json profile = new Json().put("profile", new Json().put("description", description));
    return new Page.Rows()
        .add(Category.PROFILE_SUMMARY, bio)
        .add(Category.PROFILE_LOCATION)
        .page("data/profile.js", content("profile", List.of(profile)));
  }

  /// X does not say the true age of everybody; never that of somebody under age, who lied.
  private ArchiveFile age() {
    return new Page.Rows()
        .page(
            "data/ageinfo.js", content("ageinfo", List.of(new Json().put("ageMeta", new Json()))));
  }

  private ArchiveFile tweets() {
    var rows = new Page.Rows();
    List<Json> tweets = new ArrayList<>();
    for (Post post : feed.posts()) {
      Passage text = feed.text(post);
      List<Person> mentioned = feed.mentioned(post);
      mentioned.forEach(other -> text.add(" @" + Handles.handle(other)));
      rows.add(Category.CONTENT_POST, text);
      tweets.add(tweet(post.urn(), post.at(), text, post.language(), mentioned, List.of()));
    }
    for (Feed.Comment comment : feed.comments()) {
      var text = Passage.of("@" + Handles.handle(comment.author()) + " ").add(comment.text());
      long id = id(comment.at(), text.length());
      rows.add(Category.CONTENT_COMMENT, text);
      List<Person> to = List.of(comment.author());
      tweets.add(tweet(id, comment.at(), text, "en", to, to));
    }
    return rows.page("data/tweets.js", content("tweets", tweets));
  }

  private static long id(Instant at, int noise) {
    return at.toEpochMilli() << 22 | (Draw.mix(noise) & 0x3FFFFF);
  }

  private static Json tweet(
      long id, Instant at, Passage text, String language, List<Person> mentioned, List<Person> to) {
    Json entities =
        new Json()
            .put("hashtags", List.of())
            .put("symbols", List.of())
            .put("user_mentions", mentioned.stream().map(XArchive::mention).toList())
            .put("urls", List.of());
    var tweet =
        new Json()
            .put("retweeted", false)
            .put("source", "<a href=\"https://mobile.twitter.com\">Twitter Web App</a>")
            .put("entities", entities)
            .put("favorite_count", "0")
            .put("id_str", Long.toString(id))
            .put("truncated", false)
            .put("retweet_count", "0")
            .put("id", Long.toString(id))
            .put("created_at", TWEET.format(at))
            .put("favorited", false)
            .put("full_text", escaped(text))
            .put("lang", language);
    to.forEach(author ->
        tweet
            .put("in_reply_to_status_id_str", Long.toString(id - (1L << 30)))
            .put("in_reply_to_user_id_str", Handles.account(author))
            .put("in_reply_to_screen_name", Handles.handle(author)));
    return new Json().put("tweet", tweet);
  }

  private static Json mention(Person person) {
    return new Json()
        .put("name", person.name().full())
        .put("screen_name", Handles.handle(person))
        .put("indices", List.of("0", "1"))
        .put("id_str", Handles.account(person))
        .put("id", Handles.account(person));
  }

  private ArchiveFile likes() {
    var rows = new Page.Rows();
    List<Json> likes = new ArrayList<>();
    for (Post post : feed.likes()) {
      rows.add(Category.CONTENT_REACTION);
      Json like =
          new Json()
              .put("tweetId", Long.toString(post.urn()))
              .put("fullText", escaped(post.text()))
              .put("expandedUrl", "https://twitter.com/i/web/status/" + post.urn());
      likes.add(new Json().put("like", like));
    }
    return rows.page("data/like.js", content("like", likes));
  }

  private ArchiveFile following() {
    var rows = new Page.Rows();
    List<Json> all = new ArrayList<>();
    for (Tie tie : scene.ties()) {
      rows.add(Category.CONTACT_FOLLOW);
      String account = Handles.account(tie.other());
      Json following =
          new Json()
              .put("accountId", account)
              .put("userLink", "https://twitter.com/intent/user?user_id=" + account);
      all.add(new Json().put("following", following));
    }
    return rows.page("data/following.js", content("following", all));
  }

  private ArchiveFile messages() {
    var rows = new Page.Rows();
    List<Json> all = new ArrayList<>();
    for (Feed.Conversation conversation : feed.conversations()) {
      List<Json> messages = new ArrayList<>();
      for (Feed.Message message : conversation.messages()) {
        rows.add(Category.PRIVATE_MESSAGE, message.text());
        messages.add(message(conversation.other(), message, messages.size()));
      }
      String id = Handles.account(person) + "-" + Handles.account(conversation.other());
      Json talk = new Json().put("conversationId", id).put("messages", messages);
      all.add(new Json().put("dmConversation", talk));
    }
    return rows.page("data/direct-messages.js", content("direct_messages", all));
  }

  private Json message(Person other, Feed.Message message, int number) {
    String self = Handles.account(person);
    String them = Handles.account(other);
    Json create =
        new Json()
            .put("recipientId", message.own() ? them : self)
            .put("reactions", List.of())
            .put("urls", List.of())
            .put("text", message.text())
            .put("mediaUrls", List.of())
            .put("senderId", message.own() ? self : them)
            .put("id", Long.toString(id(message.at(), number)))
            .put("createdAt", milliseconds(message.at()))
            .put("editHistory", List.of());
    return new Json().put("messageCreate", create);
  }

  private ArchiveFile addresses() {
    Draw draw = scene.draw("ip-audit");
    var rows = new Page.Rows();
    List<Json> all = new ArrayList<>();
    Instant at = Timeline.ARCHIVED;
    for (int i = draw.between(1, 5); i > 0; i--) {
      at = at.minusSeconds(draw.between(3_600L, 900_000L));
      Passage address = new Passage().plant("ip", Plants.ip(draw));
      rows.login(address, new Passage());
      Json audit =
          new Json()
              .put("accountId", Handles.account(person))
              .put("createdAt", milliseconds(at))
              .put("loginIp", address);
      all.add(new Json().put("ipAudit", audit));
    }
    return rows.page("data/ip-audit.js", content("ip_audit", all));
  }
}
