package dev.demur.archive.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What one member wrote, in a form that any network's archive can be made of: the same posts,
/// comments and conversations as in the LinkedIn archive of the same member.
final class Feed {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int MAX_LIKES = 40;

  private final Scene scene;

  Feed(Scene scene) {
    this.scene = scene;
  }

  /// A comment under somebody's post.
  record Comment(Instant at, Person author, Passage text) {}

  /// One message of a conversation of two.
  record Message(Instant at, boolean own, Passage text) {}

  /// A conversation with one other person, oldest message first.
  record Conversation(Person other, List<Message> messages) {}

  Person person() {
    return scene.person();
  }

  /// Newest first.
  List<Post> posts() {
    return IntStream.range(0, scene.person().habits().posts())
        .mapToObj(number -> scene.posts().post(scene.person(), number))
        .sorted(Comparator.comparing(Post::at).reversed().thenComparingInt(Post::number))
        .toList();
  }

  /// A post's text, with a canary where it must never be learnt from.
  Passage text(Post post) {
    Passage text = post.text();
    if (scene.person().isMinor()) {
      text.add(scene.canary("minor-post", scene.draw("share", post.number())));
    }
    return text;
  }

  /// Newest first; each is said to be under a post of some connection.
  List<Comment> comments() {
    List<Comment> comments = new ArrayList<>();
    List<Person> authors = scene.ties().stream().map(Tie::other).toList();
    if (authors.isEmpty()) {
      return comments;
    }
    Draw draw = scene.draw("under");
    for (ArchiveFile.Row row : ContentTables.comments(scene).rows()) {
      Instant at = second(row.cells().getFirst().toString());
      comments.add(new Comment(at, draw.pick(authors), (Passage) row.cells().getLast()));
    }
    return comments;
  }

  private static Instant second(String text) {
    return LocalDateTime.parse(text.replace(" UTC", ""), SECONDS).toInstant(ZoneOffset.UTC);
  }

  List<Conversation> conversations() {
    Map<String, List<Message>> byUrl = new LinkedHashMap<>();
    String own = scene.person().name().url();
    int number = 0;
    for (ArchiveFile.Row row : MessageTables.messages(scene).rows()) {
      List<CharSequence> cells = row.cells();
      String from = cells.get(3).toString();
      if (!from.isEmpty()) {
        String other = from.equals(own) ? cells.get(5).toString() : from;
        // In files that count milliseconds no two messages have one time.
        Instant at = second(cells.get(6).toString()).plusMillis(1 + number++);
        byUrl
            .computeIfAbsent(other, url -> new ArrayList<>())
            .addFirst(new Message(at, from.equals(own), (Passage) cells.get(8)));
      }
    }
    List<Conversation> conversations = new ArrayList<>();
    for (Tie tie : scene.ties()) {
      List<Message> messages = byUrl.get(tie.other().name().url());
      if (messages != null) {
        conversations.add(new Conversation(tie.other(), List.copyOf(messages)));
      }
    }
    return conversations;
  }

  /// Posts of others that the member liked.
  List<Post> likes() {
    Draw draw = scene.draw("likes");
    List<Post> likes = new ArrayList<>();
    for (Tie tie : scene.ties()) {
      Person other = tie.other();
      if (likes.size() < MAX_LIKES && other.habits().posts() > 0 && draw.chance(0.5)) {
        likes.add(scene.posts().post(other, draw.below(other.habits().posts())));
      }
    }
    return likes;
  }

  /// Whether a post names one of its readers: then that person is marked as mentioned.
  List<Person> mentioned(Post post) {
    return scene.ties().stream()
        .map(Tie::other)
        .filter(p -> post.text().spans().stream().anyMatch(s -> names(s, p)))
        .toList();
  }

  private static boolean names(Passage.Span span, Person person) {
    return span.kind().startsWith("person")
        && span.person().filter(person.id()::equals).isPresent();
  }
}
