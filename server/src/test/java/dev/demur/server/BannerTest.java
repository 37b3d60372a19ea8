package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Banner;
import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.ProgramView;
import dev.demur.ledger.Event;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The notice as a banner.
class BannerTest {
  @TempDir Path folder;
  private DemoHome demo;

  @BeforeEach
  void start() throws IOException {
    demo = DemoHome.in(folder);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  private HttpResponse<String> ask(String method, String query, String body) throws Exception {
    byte[] account = (demo.member() + ":" + DemoHome.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return new Visitor(demo)
        .send(
            method,
            "/v1/members/" + demo.member() + "/notice" + query,
            BodyPublishers.ofString(body),
            Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(account)));
  }

  private List<Event.NoticeDelivered> shown() {
    return demo.home().ledger().history(demo.member()).stream()
        .map(item -> item.entry().event())
        .filter(Event.NoticeDelivered.class::isInstance)
        .map(Event.NoticeDelivered.class::cast)
        .filter(notice -> notice.channel().equals(Event.NoticeDelivered.BANNER))
        .toList();
  }

  @Test
  void itIsRecordedOnceInWhateverLanguageAndHoweverOften() throws Exception {
    JsonNode notice = JsonAnswers.JSON.readTree(ask("GET", "?language=de", "").body());
    assertThat(notice.path("shown").asBoolean()).isFalse();
    assertThat(notice.path("language").asString()).isEqualTo("de");
    String version = notice.path("version").asString();

    HttpResponse<String> first =
        ask("POST", "", "{\"version\":\"%s\",\"language\":\"de\"}".formatted(version));
    HttpResponse<String> again = ask("POST", "", "{\"version\":\"%s\"}".formatted(version));
    HttpResponse<String> old = ask("POST", "", "{\"version\":\"0\"}");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(JsonAnswers.JSON.readTree(again.body()).path("leafIndex"))
        .isEqualTo(JsonAnswers.JSON.readTree(first.body()).path("leafIndex"));
    assertThat(old.statusCode()).isEqualTo(409);
    assertThat(shown())
        .extracting(Event.NoticeDelivered::textSha256)
        .containsExactly(notice.path("textSha256").asString());
    ReceiptVerifier.verify(first.body(), demo.home().ledger().publicKey());
    assertThat(ask("GET", "", "").body()).contains("\"shown\":true");
  }

  @Test
  void itsHtmlHasNoScriptStyleOrAddress() throws Exception {
    String html = JsonAnswers.JSON.readTree(ask("GET", "", "").body()).path("html").asString();
    Document fragment = Jsoup.parseBodyFragment(html);

    assertThat(fragment.select("section[aria-labelledby] h2").text())
        .isEqualTo(DemoHome.PROGRAM.wording("en").notice().title());
    assertThat(fragment.select("script, style, link, a, img, iframe, form, [onclick], [style]"))
        .isEmpty();
    Banner hostile = new Banner("p", "v", "en", "<script>x</script>", "a & <b> \"c\"", "");
    assertThat(Jsoup.parseBodyFragment(hostile.html()).select("script, b")).isEmpty();
  }

  @Test
  void theSettingsPageShowsItUntilTheMemberHasReadIt() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    Document before = Jsoup.parse(member.get("/settings").body());
    assertThat(before.select("#notice").text())
        .isEqualTo(DemoHome.PROGRAM.wording("en").notice().title());

    member.post("/notice", Map.of("_csrf", Visitor.csrf(before.html())));

    assertThat(Jsoup.parse(member.get("/settings").body()).select("#notice")).isEmpty();
    assertThat(shown()).hasSize(1);
  }

  @Test
  void itCountsAsToldOnlyWhereTheProgramSaysSo() throws Exception {
    String yaml = Files.readString(Path.of("..", "programs", "linkedin-2025.yaml"));
    Program counts =
        Program.parse(
            "linkedin-2025.yaml", yaml.replace("\nnotice:\n", "\nnotice:\n  banner: counts\n"));
    MemberId grace = new MemberId("grace");
    try (Home home =
        Home.open(
            folder.resolve("other"),
            InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z")),
            Optional.empty())) {
      Choices.learn(
          home, grace, Optional.of("US"), Optional.empty(), Optional.of(LocalDate.of(1990, 5, 1)));
      Banner.of(counts, "en").show(home, grace);

      var view = home.ledger().view();
      assertThat(ProgramView.of(view, DemoHome.PROGRAM).factsOf(grace).orElseThrow().notices())
          .isEmpty();
      assertThat(ProgramView.of(view, counts).factsOf(grace).orElseThrow().notices()).hasSize(1);
    }
  }
}
