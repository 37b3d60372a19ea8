package dev.demur.archive.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What people post.
///
/// Post `n` of a person is a function of the person and `n`, so that a comment can answer it and a
/// copy can copy it.
final class Posts {
  /// Those named twice or more are drawn as much more often.
  private static final List<String> GENRES =
      Sections.split(
          "lesson lesson lesson report report question question hiring thanks thanks learning event"
              + " day reflection tips opinion quote story story",
          " ");

  private static final List<String> SPECIAL =
      List.of("health", "religion", "politics", "union", "orientation", "ethnicity", "crime");
  private static final double COPIES = 0.035;
  private static final double PERSONAL = 0.06;
  private static final double SENSITIVE = 0.03;

  private final Catalogue catalogue;
  private final Network network;
  private final Texts texts;

  Posts(Catalogue catalogue, Network network, Texts texts) {
    this.catalogue = catalogue;
    this.network = network;
    this.texts = texts;
  }

  /// Post `number` of a person, 0 to `habits().posts() - 1`.
  Post post(Person author, int number) {
    Draw draw = author.draw().child("post", number);
    if (draw.chance(COPIES)) {
      Optional<Post> copy = copy(author, number, draw.child("copy"));
      if (copy.isPresent()) {
        return copy.get();
      }
    }
    return original(author, number);
  }

  private Post original(Person author, int number) {
    Draw draw = author.draw().child("original", number);
    boolean student = author.career().jobs().isEmpty();
    String genre = student ? "student" : draw.pick(GENRES);
    Grammar grammar = texts.habitual(author, draw.child("language"));
    String rule = grammar.has("post." + genre) ? "post." + genre : "post.lesson";
    Person peer = texts.someone(author, draw.child("who"));
    Passage text = texts.about(author, peer, grammar, rule, draw);
    if (!grammar.language().equals("en")) {
      text = new Passage().plant("language." + grammar.language(), text);
    }
    addPlants(author, grammar, text, draw.child("plants"));
    boolean quotesAtBothEnds = text.charAt(0) == '"' && text.charAt(text.length() - 1) == '"';
    if (quotesAtBothEnds || draw.chance(0.35)) {
      text.add("\n\n").add(hashtags(author, draw));
    }
    return new Post(
        author, number, date(author, draw), genre, grammar.language(), text, Optional.empty());
  }

  private void addPlants(Person author, Grammar grammar, Passage text, Draw draw) {
    if (draw.chance(PERSONAL)) {
      text.add("\n\n").add(texts.about(author, author, grammar, "pii", draw.child("pii")));
    }
    String kind = "special." + draw.pick(SPECIAL);
    if (grammar.has(kind) && draw.chance(SENSITIVE)) {
      text.add(" ").plant(kind, texts.about(author, author, grammar, kind, draw.child("special")));
    }
  }

  private String hashtags(Person author, Draw draw) {
    List<String> tags = catalogue.fieldOf(author.occupation()).hashtags();
    return String.join(" ", draw.some(tags, draw.between(1, 3)));
  }

  private Instant date(Person author, Draw draw) {
    LocalDate first = author.registeredOn().plusDays(3);
    long span = Timeline.DAY.toEpochDay() - 1 - first.toEpochDay();
    long day = first.toEpochDay() + (long) (span * StrictMath.pow(draw.unit(), 0.6));
    return Timeline.moment(draw, LocalDate.ofEpochDay(day), LocalDate.ofEpochDay(day));
  }

  /// A copy of somebody else's original, with the small changes people make.
  private Optional<Post> copy(Person author, int number, Draw draw) {
    List<Person> sources =
        network.ties(author).stream()
            .map(Tie::other)
            .filter(p -> p.member() && p.habits().posts() > 0)
            .toList();
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    Person source = draw.pick(sources);
    Post original = original(source, draw.below(source.habits().posts()));
    Instant at = Timeline.atMost(original.at().plusSeconds(draw.between(3_600L, 2_000_000L)));
    Passage text = new Passage();
    text.add(draw.pick("", "", "Sharing this again. ", "Worth repeating: ", "Still true.\n\n"));
    text.plant("near-duplicate", original.text(), Optional.of(source.id()));
    text.add(draw.pick("", " Please read to the end.", "\n\nWhat do you think?", "!", " :)"));
    return Optional.of(
        new Post(
            author,
            number,
            at,
            original.genre(),
            original.language(),
            text,
            Optional.of(new Post.Original(source.id(), original.number()))));
  }
}
