package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// An archive as Mastodon hands it out: ActivityStreams in JSON, texts in HTML.
final class MastodonArchive {
  private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";

  private final Scene scene;
  private final Person person;
  private final Feed feed;
  private final String actor;

  private MastodonArchive(Scene scene) {
    this.scene = scene;
    this.person = scene.person();
    this.feed = new Feed(scene);
    this.actor = Handles.actor(person);
  }

  static List<ArchiveFile> files(Scene scene) {
    var archive = new MastodonArchive(scene);
    return List.of(archive.actor(), archive.outbox(), archive.likes(), archive.following());
  }

  private static String html(CharSequence text) {
    String escaped =
        text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<p>" + escaped.replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private ArchiveFile actor() {
    Passage bio = Passage.of(scene.texts().headline(person));
    Json json =
        new Json()
            .put("@context", CONTEXT)
            .put("id", actor)
            .put("type", "Person")
            .put("preferredUsername", Handles.handle(person))
            .put("name", person.name().full())
            .put("summary", html(bio))
            .put("url", "https://" + Handles.SERVER + "/@" + Handles.handle(person))
            .put("published", time(person.registered()))
            .put("attachment", List.of())
            .put("tag", List.of());
    return new Page.Rows()
        .add(Category.PROFILE_NAME)
        .add(Category.PROFILE_SUMMARY, bio)
        .add(Category.CONTACT)
        .add(Category.OTHER)
        .page("actor.json", json.toString());
  }

  private ArchiveFile outbox() {
    var rows = new Page.Rows();
    List<Json> items = new ArrayList<>();
    for (Post post : feed.posts()) {
      Passage text = feed.text(post);
      rows.add(Category.CONTENT_POST, text);
      items.add(create(post.urn(), post.at(), text, feed.mentioned(post), List.of(), PUBLIC));
    }
    for (Feed.Comment comment : feed.comments()) {
      rows.add(Category.CONTENT_COMMENT, comment.text());
      long id = comment.at().toEpochMilli() << 16 | (Draw.mix(comment.text().length()) & 0xFFFF);
      List<Person> to = List.of(comment.author());
      items.add(create(id, comment.at(), comment.text(), to, to, PUBLIC));
    }
    for (Feed.Conversation conversation : feed.conversations()) {
      messages(conversation, rows, items);
    }
    Json outbox =
        new Json()
            .put("@context", CONTEXT)
            .put("id", "outbox.json")
            .put("type", "OrderedCollection")
            .put("totalItems", items.size())
            .put("orderedItems", items);
    return rows.page("outbox.json", outbox.toString());
  }

  /// An outbox holds the member's own messages only.
  private void messages(Feed.Conversation conversation, Page.Rows rows, List<Json> items) {
    int number = 0;
    for (Feed.Message message : conversation.messages()) {
      if (message.own()) {
        number++;
        rows.add(Category.PRIVATE_MESSAGE, message.text());
        long noise = Draw.mix(conversation.other().number() * 100L + number) & 0xFFFF;
        long id = message.at().toEpochMilli() << 16 | noise;
        List<Person> to = List.of(conversation.other());
        items.add(
            create(id, message.at(), message.text(), to, List.of(), Handles.actor(to.getFirst())));
      }
    }
  }

  private Json create(
      long id, Instant at, Passage text, List<Person> mentioned, List<Person> replyTo, String to) {
    String status = actor + "/statuses/" + id;
    var note =
        new Json()
            .put("id", status)
            .put("type", "Note")
            .put("published", time(at))
            .put("url", "https://" + Handles.SERVER + "/@" + Handles.handle(person) + "/" + id)
            .put("attributedTo", actor)
            .put("to", List.of(to))
            .put("cc", to.equals(PUBLIC) ? List.of(actor + "/followers") : List.of())
            .put("sensitive", false)
            .put("content", html(text))
            .put("attachment", List.of())
            .put("tag", mentioned.stream().map(MastodonArchive::mention).toList());
    replyTo.forEach(
        author -> note.put("inReplyTo", Handles.actor(author) + "/statuses/" + (id - 1)));
    return new Json()
        .put("id", status + "/activity")
        .put("type", "Create")
        .put("actor", actor)
        .put("published", time(at))
        .put("to", List.of(to))
        .put("cc", to.equals(PUBLIC) ? List.of(actor + "/followers") : List.of())
        .put("object", note);
  }

  private static Json mention(Person person) {
    return new Json()
        .put("type", "Mention")
        .put("href", Handles.actor(person))
        .put("name", "@" + Handles.fediverse(person));
  }

  private ArchiveFile likes() {
    var rows = new Page.Rows();
    List<String> items = new ArrayList<>();
    for (Post post : feed.likes()) {
      rows.add(Category.CONTENT_REACTION);
      items.add(Handles.actor(post.author()) + "/statuses/" + post.urn());
    }
    Json likes =
        new Json()
            .put("@context", CONTEXT)
            .put("id", "likes.json")
            .put("type", "OrderedCollection")
            .put("orderedItems", items);
    return rows.page("likes.json", likes.toString());
  }

  private ArchiveFile following() {
    var rows = new Page.Rows();
    var table = new StringBuilder("Account address,Show boosts,Notify on new posts,Languages\n");
    for (Tie tie : scene.ties()) {
      rows.add(Category.CONTACT_FOLLOW);
      table.append(Handles.fediverse(tie.other())).append(",true,false,\n");
    }
    return rows.page("following_accounts.csv", table.toString());
  }
}
