package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import dev.demur.server.access.AccessSettings;
import dev.demur.server.access.AccessSettings.Issuer;
import dev.demur.testsupport.TestIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a scanner or an attacker would try. Nothing of it may change or show anything.
@TestInstance(Lifecycle.PER_CLASS)
class HostileRequestsTest {
  @TempDir static Path folder = Path.of("");
  private TestIssuer issuer;
  private DemoHome demo;
  private DemurServer tokens;
  private Visitor scripts;

  @BeforeAll
  void start() throws IOException {
    issuer = TestIssuer.start(InstantSource.system());
    demo = DemoHome.in(folder);
    Issuer known = new Issuer(issuer.url(), TestIssuer.CLIENT, TestIssuer.AUDIENCE);
    scripts = new Visitor(demo);
    tokens =
        DemurServer.start(
            demo.home(),
            folder,
            "127.0.0.1",
            0,
            new AccessSettings(
                Optional.of(known), new AccessSettings.Limits(30, 20), Optional.empty(), false));
  }

  @AfterAll
  void stop() {
    tokens.close();
    demo.close();
    issuer.close();
  }

  private HttpResponse<String> api(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    return scripts.send(
        method,
        "http://127.0.0.1:" + tokens.port() + path,
        BodyPublishers.ofString(body),
        Map.of("Authorization", "Bearer " + token));
  }

  private String own() {
    return "/v1/members/" + demo.member();
  }

  private long position() {
    return demo.home().ledger().view().position();
  }

  @Test
  void onlyTokensOfTheIssuerForThisApiAndOfNowOpenIt() throws Exception {
    String member = demo.member().value();
    String audience = TestIssuer.AUDIENCE;
    long now = InstantSource.system().instant().getEpochSecond();
    assertThat(api("GET", own(), issuer.token(member, "member"), "").statusCode()).isEqualTo(200);

    var expired = issuer.claims(member, audience, "member");
    expired.put("exp", now - 3600);
    var early = issuer.claims(member, audience, "member");
    early.put("nbf", now + 3600);
    var foreign = issuer.claims(member, audience, "member");
    foreign.put("iss", "https://issuer.example");
    var nobody = issuer.claims(member, audience, "member");
    nobody.remove("sub");
    List<String> refused =
        List.of(
            issuer.sign(expired),
            issuer.sign(early),
            issuer.sign(foreign),
            issuer.sign(nobody),
            issuer.sign(issuer.claims(member, TestIssuer.CLIENT, "member")),
            issuer.forge(issuer.claims(member, audience, "member")),
            unsigned(issuer.token(member, "member")),
            changed(issuer.token(member, "recruiter")),
            "not.a.token",
            "");
    for (String token : refused) {
      assertThat(api("GET", own(), token, "").statusCode()).as(token).isEqualTo(401);
    }
  }

  /// The same claims under `alg: none`.
  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    return header + "." + token.split("\\.", -1)[1] + ".";
  }

  /// Another role under the old signature.
  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("recruiter", "dpo");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  @Test
  void anotherMembersIdInThePathOrInABodyOpensNothing() throws Exception {
    String token = issuer.token(demo.member().value(), "member");
    long before = position();
    for (String path : List.of("", "/history", "/data", "/decision?category=content.post")) {
      assertThat(api("GET", "/v1/members/" + demo.other() + path, token, "").statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(
            api("PUT", "/v1/members/" + demo.other() + "/toggle", token, "{\"on\":false}")
                .statusCode())
        .isEqualTo(403);
    assertThat(api("POST", "/v1/members/" + demo.other() + "/closure", token, "").statusCode())
        .isEqualTo(403);
    String record = demo.home().records().of(demo.other()).getFirst().id().value();
    HttpResponse<String> deleted =
        api("POST", own() + "/deletions", token, "{\"record\":\"%s\"}".formatted(record));
    assertThat(deleted.statusCode()).isEqualTo(400);
    assertThat(deleted.body()).contains("none of the member's records has that id");
    assertThat(position()).isEqualTo(before);
  }

  @Test
  void caseAndEncodingDoNotMakeAnotherMemberOneself() throws Exception {
    String token = issuer.token(demo.member().value(), "member");
    String other = demo.other().value();
    String encoded = "%" + Integer.toHexString(other.charAt(0)) + other.substring(1);
    for (String id : List.of(encoded, demo.member().value() + "/../" + other, other + ";x=1")) {
      assertThat(raw("GET /v1/members/" + id + "/history", token))
          .as(id)
          .containsAnyOf(" 400 ", " 403 ");
    }
  }

  /// One request as it stands, which no client library would send.
  private String raw(String line, String token) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", tokens.port())) {
      String request =
          "%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(line, token);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR '1'='1",
        "x'; DROP TABLE ledger_entry; --",
        "\" UNION SELECT secret FROM ledger_subject --",
        "${jndi:ldap://127.0.0.1/a}",
        "{{7*7}}",
        "<script>alert(1)</script>",
        "../../keys/log.key"
      })
  void textsThatWouldBeCodeElsewhereAreTextsHere(String hostile) throws Exception {
    long before = position();
    Visitor visitor = new Visitor(demo);
    String csrf = visitor.csrf();
    HttpResponse<String> answer =
        visitor.post("/login", Map.of("username", hostile, "password", hostile, "_csrf", csrf));
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?error");

    String token = issuer.token(demo.member().value(), "member");
    String body = JsonAnswers.JSON.writeValueAsString(Map.of("on", true, "switch", hostile));
    HttpResponse<String> refused = api("PUT", own() + "/toggle", token, body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .contains("application/json");
    assertThat(position()).isEqualTo(before);
    assertThat(demo.home().ledger().verify().problems()).isEmpty();
  }

  @Test
  void aReasonWithMarkupIsShownAsText() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.other().value());
    String hostile = "<img src=x onerror=alert(1)>";
    assertThat(
            member
                .post(
                    "/objection",
                    Map.of("covers", "feedback", "reason", hostile, "_csrf", member.csrf()))
                .statusCode())
        .isEqualTo(302);
    for (String page : List.of("/settings", "/data")) {
      assertThat(member.get(page).body()).as(page).doesNotContain(hostile);
    }
  }

  @Test
  void signingInGivesANewSessionAndTheOldOneIsWorthNothing() throws Exception {
    Visitor attacker = new Visitor(demo);
    attacker.csrf();
    String planted = attacker.session();
    Visitor victim = new Visitor(demo);
    victim.withSession(planted);
    victim.signIn(demo.member().value());

    assertThat(victim.session()).isNotEqualTo(planted).isNotEmpty();
    assertThat(attacker.get("/settings").statusCode()).isEqualTo(302);
    Visitor invented = new Visitor(demo);
    invented.withSession("0".repeat(32));
    invented.csrf();
    assertThat(invented.session()).isNotEqualTo("0".repeat(32));
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    String session = member.session();
    member.post("/logout", Map.of("_csrf", member.csrf()));
    Visitor thief = new Visitor(demo);
    thief.withSession(session);
    assertThat(thief.get("/settings").statusCode()).isEqualTo(302);
  }

  @Test
  void aFormOfAnotherPageOrWithAnothersTokenChangesNothing() throws Exception {
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    Visitor other = new Visitor(demo).signIn(demo.other().value());
    long before = position();
    for (String path : List.of("/settings/toggle", "/objection", "/write/decide", "/logout")) {
      assertThat(member.post(path, Map.of("toggle", "off")).statusCode()).as(path).isEqualTo(403);
      assertThat(member.post(path, Map.of("toggle", "off", "_csrf", other.csrf())).statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(member.get("/settings/toggle").statusCode()).isIn(403, 405);
    assertThat(member.get("/settings").statusCode()).isEqualTo(200);
    assertThat(position()).isEqualTo(before);
  }

  @Test
  void cookiesAreForThisServerOnlyAndHiddenFromScripts() throws Exception {
    HttpResponse<String> answer = new Visitor(demo).get("/login");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("demur=")
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(answer.headers().map())
        .containsEntry("X-Frame-Options", List.of("DENY"))
        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
        .containsEntry("Referrer-Policy", List.of("no-referrer"))
        .containsEntry("Cross-Origin-Opener-Policy", List.of("same-origin"))
        .containsEntry("Cross-Origin-Resource-Policy", List.of("same-origin"))
        .containsKey("Permissions-Policy")
        .doesNotContainKey("Server")
        .doesNotContainKey("X-Powered-By");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe", "script-src");
    assertThat(answer.body()).doesNotContain("<script", " onclick=", " style=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../keys/log.key",
        "/..%2f..%2fkeys%2flog.key",
        "/%2e%2e/keys/log.key",
        "/static/..%5c..%5ckeys%5clog.key",
        "/demur.css/../../keys/log.key",
        "//keys/log.key",
        "/receipts/..%2f..%2fkeys",
        "/v1/../settings",
        "/actuator/env",
        "/WEB-INF/web.xml",
        "/webjars/x.js",
        "/application.properties",
        "/META-INF/MANIFEST.MF"
      })
  void noPathLeadsToAFile(String path) throws Exception {
    String token = issuer.token("d", "dpo");
    assertThat(raw("GET " + path, token))
        .containsAnyOf(" 400 ", " 403 ", " 404 ", " 302 ")
        .doesNotContain("PRIVATE+KEY", "Manifest-Version");
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsKept() throws Exception {
    String token = issuer.token(demo.member().value(), "member");
    String large = "{\"on\":true,\"x\":\"" + "a".repeat(70_000) + "\"}";
    assertThat(api("PUT", own() + "/toggle", token, large).statusCode()).isEqualTo(413);
    String reason = "{\"reason\":\"" + "a".repeat(5_000) + "\"}";
    assertThat(api("POST", own() + "/objections", token, reason).body())
        .contains("a reason has at most 4000 characters");
    Visitor member = new Visitor(demo).signIn(demo.member().value());
    HttpResponse<String> form =
        member.post("/objection", Map.of("reason", "a".repeat(1_200_000), "_csrf", member.csrf()));
    assertThat(form.statusCode()).isIn(400, 403, 413);
    String header = "a".repeat(20_000);
    assertThat(raw("GET /v1/health?x=" + header, token)).contains(" 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "OPTIONS", "PATCH", "DELETE", "PROPFIND", "CONNECT"})
  void methodsThatNoRouteHasAreRefused(String method) throws Exception {
    String token = issuer.token("d", "dpo");
    assertThat(raw(method + " /v1/members/" + demo.member(), token))
        .containsAnyOf(" 400 ", " 403 ", " 405 ", " 501 ")
        .doesNotContain("Access-Control-Allow");
  }

  @Test
  void brokenJsonAndUnknownMembersAreAnsweredInOneSentence() throws Exception {
    String token = issuer.token(demo.member().value(), "member");
    assertThat(api("PUT", own() + "/toggle", token, "{").body()).contains("not JSON");
    assertThat(api("PUT", own() + "/toggle", token, "[]").body())
        .contains("expected one JSON object");
    assertThat(api("PUT", own() + "/toggle", token, "{\"on\":\"off\"}").body())
        .contains("on must be true or false");
    String stranger = issuer.token("stranger", "member");
    assertThat(api("PUT", "/v1/members/stranger/toggle", stranger, "{\"on\":false}").statusCode())
        .isEqualTo(400);
    assertThat(demo.home().ledger().knows(new MemberId("stranger"))).isFalse();
  }

  @Test
  void whoAsksTooOftenIsToldToWaitAndOthersAreNot() throws Exception {
    String greedy = issuer.token("greedy", "dpo");
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      HttpResponse<String> answer = api("GET", "/v1/log/checkpoint", greedy, "");
      if (answer.statusCode() == 429) {
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        refused++;
      }
    }
    assertThat(refused).isPositive();
    assertThat(api("GET", "/v1/log/checkpoint", issuer.token("calm", "dpo"), "").statusCode())
        .isEqualTo(200);
  }

  @Test
  void anAddressThatOnlyBeginsLikeTheIssuersIsNotFollowed() throws Exception {
    Visitor visitor = new Visitor(demo);
    String here = "http://127.0.0.1:" + tokens.port();
    String there = Visitor.location(visitor.get(here + "/oauth2/authorization/openid"));
    assertThat(URI.create(there).getAuthority()).isEqualTo(URI.create(issuer.url()).getAuthority());
    HttpResponse<String> invented =
        visitor.get(here + "/login/oauth2/code/openid?code=x&state=invented");
    assertThat(invented.headers().firstValue("Location").orElse("")).endsWith("/login?error");
    assertThat(visitor.get(here + "/settings").statusCode()).isEqualTo(302);
  }
}
