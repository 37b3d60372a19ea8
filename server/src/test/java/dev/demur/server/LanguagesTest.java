package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.Reason;
import dev.demur.model.Recipient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Members' pages in five languages.
@TestInstance(Lifecycle.PER_CLASS)
class LanguagesTest {
  private static final List<String> PAGES =
      List.of(
          "/settings",
          "/choices",
          "/objection",
          "/data",
          "/trace",
          "/login",
          "/object",
          "/no-such-page");
  private static final Pattern VALUE = Pattern.compile("\\{\\d}");

  @TempDir static Path folder = Path.of("");
  private DemoHome demo;
  private Visitor member;

  @BeforeAll
  void start() throws Exception {
    demo = DemoHome.in(folder);
    member = new Visitor(demo).signIn(demo.member().value());
    member.post("/settings/toggle", Map.of("toggle", "off", "_csrf", member.csrf()));
    member.post("/objection", Map.of("covers", "feedback", "_csrf", member.csrf()));
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  private HttpResponse<String> get(String path, String languages)
      throws IOException, InterruptedException {
    return member.send("GET", path, BodyPublishers.noBody(), Map.of("Accept-Language", languages));
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsInEveryLanguageWithTheSameValues(Language language) {
    Words english = Words.in(Language.EN);
    Words words = Words.in(language);
    assertThat(words.keys()).isEqualTo(english.keys());
    for (String key : english.keys()) {
      assertThat(words.of(key)).as(key).isNotBlank();
      assertThat(values(words.of(key))).as(key).isEqualTo(values(english.of(key)));
    }
  }

  private static Set<String> values(String text) {
    return new TreeSet<>(VALUE.matcher(text).results().map(found -> found.group()).toList());
  }

  @Test
  void everythingThatHasACodeHasWords() {
    Set<String> keys = Words.in(Language.EN).keys();
    List<String> wanted = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      wanted.add("answer." + reason.code());
    }
    for (Control control : Control.values()) {
      wanted.add("covers." + control.code());
    }
    for (Recipient recipient : Recipient.values()) {
      wanted.add("recipient." + recipient.code());
    }
    for (var state : MemberFacts.Objection.State.values()) {
      wanted.add("state." + state.name().toLowerCase(Locale.ROOT));
    }
    assertThat(keys).containsAll(wanted);
  }

  @ParameterizedTest
  @EnumSource
  void noPageShowsAKeyOrAnotherLanguage(Language language) throws Exception {
    Set<String> keys = Words.in(language).keys();
    for (String path : PAGES) {
      Document page = Jsoup.parse(get(path, language.code()).body());
      assertThat(page.select("html").attr("lang")).as(path).isEqualTo(language.code());
      assertThat(page.select("footer p").text())
          .as(path)
          .isEqualTo(Words.in(language).of("footer"));
      List<String> words = List.of(page.body().text().split("\\s+"));
      assertThat(words.stream().filter(word -> word.contains(".") && keys.contains(word)))
          .as("%s in %s", path, language)
          .isEmpty();
      assertThat(page.body().text()).as(path).doesNotContain("{0}", "{1}");
    }
    String settings = Jsoup.parse(get("/settings", language.code()).body()).text();
    assertThat(settings)
        .contains(
            Words.in(language).of("settings.state"),
            Words.in(language).of("event.off"),
            Words.in(language).of("state.pending"));
  }

  @Test
  void theBrowsersPreferenceCountsUntilALanguageIsChosen() throws Exception {
    Visitor visitor = new Visitor(demo);
    Map<String, String> french = Map.of("Accept-Language", "pt, fr-CH;q=0.9, de;q=0.8");
    assertThat(visitor.send("GET", "/login", BodyPublishers.noBody(), french).body())
        .contains("Se connecter");
    HttpResponse<String> chosen =
        visitor.post("/language", Map.of("to", "it", "back", "/login", "_csrf", visitor.csrf()));
    assertThat(Visitor.location(chosen)).endsWith("/login");
    assertThat(visitor.send("GET", "/login", BodyPublishers.noBody(), french).body())
        .contains("Accedi");
    Map<String, String> other = Map.of("Accept-Language", "ja");
    assertThat(new Visitor(demo).send("GET", "/login", BodyPublishers.noBody(), other).body())
        .contains("Sign in");
  }

  @Test
  void switchingTheLanguageLeadsToNoOtherServer() throws Exception {
    Visitor visitor = new Visitor(demo);
    for (String hostile :
        List.of("//evil.example", "https://evil.example", "/\\evil.example", "/a//b", "x")) {
      HttpResponse<String> answer =
          visitor.post("/language", Map.of("to", "de", "back", hostile, "_csrf", visitor.csrf()));
      assertThat(Visitor.location(answer)).as(hostile).endsWith("/").doesNotContain("evil");
    }
    assertThat(visitor.post("/language", Map.of("to", "xx", "_csrf", visitor.csrf())).statusCode())
        .isEqualTo(400);
  }
}
