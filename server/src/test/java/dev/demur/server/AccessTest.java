package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Who may open what, over HTTP.
@TestInstance(Lifecycle.PER_CLASS)
class AccessTest {
  private static final List<String> MEMBER_PAGES =
      List.of("/settings", "/objection", "/data", "/data.json", "/write");

  @TempDir static Path folder = Path.of("");
  private @Nullable DemoHome demo;

  @BeforeAll
  void start() throws IOException {
    demo = DemoHome.in(folder);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  /// What a page says, without the tokens of its forms.
  private static String content(String page) {
    return Jsoup.parse(page).select("main").text();
  }

  @Test
  void nobodySeesAnythingWithoutSigningIn() throws Exception {
    Visitor visitor = new Visitor(demo);
    for (String page : MEMBER_PAGES) {
      assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(302);
    }
    assertThat(visitor.get("/operator").statusCode()).isEqualTo(302);
    assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
  }

  @Test
  void theWrongPasswordIsRefusedInWords() throws Exception {
    Visitor visitor = new Visitor(demo);
    String token = Visitor.csrf(visitor.get("/login").body());
    visitor.post("/login", Map.of("username", "operator", "password", "wrong", "_csrf", token));

    assertThat(visitor.get("/login?error").body())
        .contains("The name or the password is not right");
    assertThat(visitor.get("/operator").statusCode()).isEqualTo(302);
  }

  @Test
  void aMemberIsNoOperatorAndAnOperatorNoMember() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    Visitor operator = new Visitor(demo).signIn("operator");

    assertThat(member.get("/operator").statusCode()).isEqualTo(403);
    assertThat(operator.get("/operator").statusCode()).isEqualTo(200);
    for (String page : MEMBER_PAGES) {
      assertThat(member.get(page).statusCode()).as(page).isEqualTo(200);
      assertThat(operator.get(page).statusCode()).as(page).isEqualTo(403);
    }
  }

  @Test
  void aMemberNeverReadsAnothersReceiptOrData() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    long others = demo.home().ledger().history(demo.other()).getFirst().entry().position();
    long own = demo.home().ledger().history(demo.member()).getFirst().entry().position();

    assertThat(member.get("/receipts/" + own).statusCode()).isEqualTo(200);
    assertThat(member.get("/receipts/" + others).statusCode()).isEqualTo(404);
    assertThat(content(member.get("/data?member=" + demo.other()).body()))
        .isEqualTo(content(member.get("/data").body()));
    assertThat(member.get("/data.json").body()).doesNotContain(demo.other().value());
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    long before = demo.home().ledger().view().position();

    assertThat(member.post("/settings/toggle", Map.of("toggle", "off")).statusCode())
        .isEqualTo(403);
    assertThat(demo.home().ledger().view().position()).isEqualTo(before);
  }

  @Test
  void whatNoPageSendsIsRefusedAndAnUnknownRouteIsClosed() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    String token = Visitor.csrf(member.get("/settings").body());

    assertThat(
            member.post("/settings/toggle", Map.of("toggle", "maybe", "_csrf", token)).statusCode())
        .isEqualTo(400);
    assertThat(member.get("/actuator/env").statusCode()).isEqualTo(403);
    assertThat(member.get("/../keys/log.key").statusCode()).isIn(400, 403, 404);
  }

  @Test
  void everyPageForbidsForeignScriptsAndFrames() throws Exception {
    var headers = new Visitor(demo).get("/login").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
  }
}
