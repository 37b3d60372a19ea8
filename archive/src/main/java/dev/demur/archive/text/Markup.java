package dev.demur.archive.text;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// HTML to text.
public final class Markup {
  private static final Set<String> BREAKS =
      Set.of("p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "pre");

  private Markup() {}

  /// The text of a fragment of HTML, without what it quotes from others.
  public static String ownWords(String html) {
    Document page = Jsoup.parse(html);
    page.select("script, style, head, blockquote, .quote-inline").remove();
    return text(page.body());
  }

  /// The text of an element; its blocks on lines of their own.
  public static String text(Element element) {
    var text = new StringBuilder();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              append(text, words.text());
            } else if (BREAKS.contains(node.nodeName())) {
              breakLine(text);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (BREAKS.contains(node.nodeName())) {
              breakLine(text);
            }
          }
        });
    return text.toString().strip();
  }

  private static void append(StringBuilder text, String words) {
    boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    text.append(atStart ? words.stripLeading() : words);
  }

  private static void breakLine(StringBuilder text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    if (end > 0 && text.charAt(end - 1) != '\n') {
      text.append('\n');
    }
  }

  /// Undoes the escaping of the three characters that HTML needs, once.
  public static String unescaped(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
  }
}
