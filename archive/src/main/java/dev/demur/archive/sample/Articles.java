package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the member published at length: one page of HTML each.
final class Articles {
  private Articles() {}

  /// @param text the paragraphs, one a line
  record Article(String entry, String address, String title, Instant at, Passage text)
      implements ArchiveFile {

    @Override
    public List<String> header() {
      return List.of("Text");
    }

    @Override
    public List<Row> rows() {
      return List.of(new Row(List.of(Category.CONTENT_ARTICLE), List.of(text)));
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public String content() {
      var html = new StringBuilder("<html>\n<head>\n  <title>" + escaped(title) + "</title>\n");
      html.append("  <style>p{margin:1em}</style>\n</head>\n<body>\n  <h1><a href=\"");
      html.append(address).append("\">").append(escaped(title)).append("</a></h1>\n");
      html.append("  <p class=\"created\">Created on ");
      html.append(Timeline.seconds(at), 0, "2026-10-01 06:00".length()).append("</p>\n");
      text.toString()
          .lines()
          .forEach(line -> html.append("  <p>").append(escaped(line)).append("</p>\n"));
      return html.append("</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  }

  /// The articles of a member; few members have any.
  static Stream<ArchiveFile> of(Scene scene) {
    Draw draw = scene.draw("articles");
    boolean writes = scene.person().habits().posts() > 6 && !scene.person().isMinor();
    int count = writes && draw.chance(0.35) ? draw.between(1, 3) : 0;
    return IntStream.range(0, count).mapToObj(number -> article(scene, draw.child("no", number)));
  }

  private static Article article(Scene scene, Draw draw) {
    Person person = scene.person();
    Person peer = scene.texts().someone(person, draw.child("who"));
    String title = scene.texts().about(person, peer, "article.title", draw).toString();
    var text = new Passage();
    int paragraphs = draw.between(3, 6);
    for (int i = 0; i < paragraphs; i++) {
      text.add(i == 0 ? "" : "\n");
      text.add(scene.texts().about(person, peer, "article.paragraph", draw.child("paragraph", i)));
    }
    String slug = Name.plain(title) + "-" + person.id();
    Instant at =
        Timeline.moment(draw, person.registeredOn().plusDays(9), Timeline.DAY.minusDays(1));
    return new Article(
        "Articles/Articles/" + slug + ".html",
        "https://www.linkedin.com/pulse/" + slug,
        title,
        at,
        text);
  }
}
