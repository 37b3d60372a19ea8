package dev.demur.archive.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArticlesTest {
  @Test
  void anArticleIsItsTitleLinkDateAndText() {
    var article =
        Articles.parse(
            "<html><head><title>T</title></head><body><h1><a href='https://x.org/p'>On it</a></h1>"
                + "<p class=created>Published on 2022-11-09</p><p>One &lt;two&gt;<br>three</p>\n"
                + "<p>four <em>five</em></p></body></html>");
    assertThat(article)
        .isEqualTo(
            new Articles.Article(
                Optional.of("On it"),
                Optional.of("https://x.org/p"),
                Optional.of("2022-11-09"),
                "One <two>\nthree\nfour five"));
  }

  @Test
  void anArticleWithoutAHeadingHasTheTitleOfItsPage() {
    var article = Articles.parse("<title>T</title><p>x</p>");
    assertThat(article.title()).contains("T");
    assertThat(article.text()).isEqualTo("x");
  }

  @Test
  void aMessageWithoutMarkupIsLeftAlone() {
    assertThat(Articles.textOf("a < b && c > d &amp; e")).isEqualTo("a < b && c > d &amp; e");
    assertThat(Articles.textOf("<p class=\"x\">Payroll &amp; peace</p>"))
        .isEqualTo("Payroll & peace");
  }

  @Test
  void veryDeepMarkupIsReadWithoutAFault() {
    assertThat(Articles.textOf("<div>".repeat(20_000) + "deep")).isEqualTo("deep");
  }
}
