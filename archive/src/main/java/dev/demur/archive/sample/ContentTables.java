package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What the member posted, and wrote under the posts of others.
final class ContentTables {
  private static final String UPDATE = "https://www.linkedin.com/feed/update/urn%3Ali%3A";

  private ContentTables() {}

  static Table shares(Scene scene) {
    var table =
        Table.of(
            scene.numbered("Shares"),
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility");
    postsOf(scene).forEach(post -> share(scene, post, table));
    return table;
  }

  private static List<Post> postsOf(Scene scene) {
    return IntStream.range(0, scene.person().habits().posts())
        .mapToObj(number -> scene.posts().post(scene.person(), number))
        .sorted(Comparator.comparing(Post::at).reversed().thenComparingInt(Post::number))
        .toList();
  }

  private static void share(Scene scene, Post post, Table table) {
    Draw draw = scene.draw("share", post.number());
    Passage text = post.text();
    if (scene.person().isMinor()) {
      text.add(scene.canary("minor-post", draw));
    }
    table.add(
        Category.CONTENT_POST,
        Timeline.seconds(post.at()),
        UPDATE + draw.pick("share", "share", "ugcPost") + "%3A" + post.urn(),
        LineQuoted.of(text),
        "",
        draw.chance(0.15) ? "https://media.example.com/" + Long.toHexString(post.urn()) : "",
        draw.pick("MEMBER_NETWORK", "MEMBER_NETWORK", "PUBLIC", "CONNECTIONS"));
  }

  static Table comments(Scene scene) {
    var table = Table.of(scene.numbered("Comments"), "Date,Link,Message");
    for (Comment comment : commentsOf(scene)) {
      table.add(
          Category.CONTENT_COMMENT,
          Timeline.seconds(comment.at()),
          UPDATE + "activity%3A" + comment.post().urn(),
          comment.text());
    }
    return table;
  }

  private record Comment(Instant at, Post post, Passage text) {}

  private static List<Comment> commentsOf(Scene scene) {
    List<Person> authors =
        scene.ties().stream()
            .map(Tie::other)
            .filter(person -> person.habits().posts() > 0)
            .toList();
    if (authors.isEmpty()) {
      return List.of();
    }
    Draw draw = scene.draw("comments");
    int posts = scene.person().habits().posts();
    int count = (int) Math.min(60, posts * draw.unit() * 1.6 + draw.pareto(0.8, 1.2));
    var comments = new TreeMap<Long, Comment>();
    for (int i = 0; i < count; i++) {
      Comment comment = comment(scene, authors, draw.child("comment", i));
      comments.putIfAbsent(comment.post().urn(), comment);
    }
    return comments.values().stream()
        .filter(comment -> comment.at().isAfter(scene.person().registered()))
        .sorted(Comparator.comparing(Comment::at).reversed())
        .toList();
  }

  private static Comment comment(Scene scene, List<Person> authors, Draw draw) {
    Person author = draw.pick(authors);
    Post post = scene.posts().post(author, draw.below(author.habits().posts()));
    Instant at = Timeline.atMost(post.at().plusSeconds(draw.between(120L, 300_000L)));
    Grammar grammar = scene.texts().shared(scene.person(), author);
    boolean same = grammar.language().equals(post.language());
    Grammar chosen = same ? grammar : scene.texts().english(scene.person());
    String rule = chosen.has("comment.any") ? "comment.any" : "comment." + post.genre();
    Passage text =
        scene
            .texts()
            .about(
                scene.person(), author, chosen, chosen.has(rule) ? rule : "comment.lesson", draw);
    return new Comment(at, post, text);
  }
}
