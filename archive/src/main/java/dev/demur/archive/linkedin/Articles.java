package dev.demur.archive.linkedin;

import dev.demur.archive.text.Markup;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The text of articles and of messages with markup.
final class Articles {
  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(p|br|div|span|a|ul|ol|li|b|i|strong|em|h[1-6])(\\s[^>]*)?/?>");
  private static final Pattern CREATED =
      Pattern.compile(
          "(?i)^(?:created|published) on (\\d{4}-\\d{2}-\\d{2}(?: \\d{2}:\\d{2}(?::\\d{2})?)?)");

  private Articles() {}

  /// An article.
  ///
  /// @param created as it is written
  record Article(
      Optional<String> title, Optional<String> url, Optional<String> created, String text) {}

  /// Reads the HTML page of one article.
  static Article parse(String html) {
    Document page = Jsoup.parse(html);
    Element heading = page.selectFirst("h1");
    Optional<String> title =
        Optional.ofNullable(heading)
            .map(Element::text)
            .filter(t -> !t.isBlank())
            .or(() -> Optional.of(page.title()).filter(t -> !t.isBlank()));
    Optional<String> url =
        Optional.ofNullable(heading)
            .map(h -> h.selectFirst("a[href]"))
            .map(a -> a.attr("href"))
            .filter(u -> !u.isBlank());
    Optional<String> created = takeCreated(page);
    if (heading != null) {
      heading.remove();
    }
    page.select("script, style, title, head").remove();
    return new Article(title, url, created, Markup.text(page.body()));
  }

  private static Optional<String> takeCreated(Document page) {
    for (Element element : page.select("p, div, span, time")) {
      Matcher matcher = CREATED.matcher(element.ownText().strip());
      if (matcher.find()) {
        String created = matcher.group(1);
        element.remove();
        return Optional.of(created);
      }
    }
    return Optional.empty();
  }

  /// The text of a cell that may hold markup; a cell without any is left alone.
  static String textOf(String cell) {
    boolean marked = cell.indexOf('<') >= 0 && MARKUP.matcher(cell).find();
    return marked ? Markup.text(Jsoup.parse(cell).body()) : cell;
  }
}
