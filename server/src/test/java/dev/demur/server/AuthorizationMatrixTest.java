package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Role;
import dev.demur.ledger.Event;
import dev.demur.model.MemberId;
import dev.demur.server.access.AccessSettings;
import dev.demur.server.access.AccessSettings.Issuer;
import dev.demur.server.access.Route;
import dev.demur.testsupport.TestIssuer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route × every role × own and other members' data, against a real issuer.
@TestInstance(Lifecycle.PER_CLASS)
class AuthorizationMatrixTest {
  private static final String NOBODY = "nobody";
  private static final String NO_ROLE = "no role";
  private static final Set<Route> FILES = EnumSet.of(Route.STYLE, Route.ICON, Route.SCRIPT);

  @TempDir static Path folder = Path.of("");
  private TestIssuer issuer;
  private DemoHome demo;
  private final Map<String, Visitor> visitors = new LinkedHashMap<>();
  private final Map<String, String> csrf = new LinkedHashMap<>();

  @BeforeAll
  void start() throws Exception {
    issuer = TestIssuer.start(InstantSource.system());
    Issuer settings = new Issuer(issuer.url(), TestIssuer.CLIENT, TestIssuer.AUDIENCE);
    demo =
        DemoHome.in(
            folder,
            new AccessSettings(
                Optional.of(settings),
                new AccessSettings.Limits(1000, 10_000),
                Optional.empty(),
                false));
    for (String who : everybody()) {
      issuer.knows(id(who), roles(who));
      Visitor visitor = new Visitor(demo);
      if (!who.equals(NOBODY)) {
        visitor.signInElsewhere(id(who));
      }
      visitors.put(who, visitor);
      csrf.put(who, visitor.csrf());
    }
  }

  @AfterAll
  void stop() {
    demo.close();
    issuer.close();
  }

  private static List<String> everybody() {
    List<String> all = new ArrayList<>(List.of(NOBODY, NO_ROLE));
    for (Role role : Role.values()) {
      all.add(role.code());
    }
    return all;
  }

  private String id(String who) {
    return who.equals(Role.MEMBER.code()) ? demo.member().value() : "the-" + who.replace(' ', '-');
  }

  private static String[] roles(String who) {
    return Role.of(who).map(role -> new String[] {role.code()}).orElse(new String[0]);
  }

  /// One line of the server's own list of routes.
  private record Mapped(Optional<HttpMethod> method, String pattern) {}

  private Set<Mapped> mapped() {
    Set<Mapped> found = new java.util.HashSet<>();
    demo.server()
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(info -> found.addAll(mapped(info)));
    return found;
  }

  private static List<Mapped> mapped(RequestMappingInfo info) {
    List<Mapped> found = new ArrayList<>();
    for (String pattern : info.getPatternValues()) {
      var methods = info.getMethodsCondition().getMethods();
      if (methods.isEmpty()) {
        found.add(new Mapped(Optional.empty(), pattern));
      }
      methods.forEach(
          m -> found.add(new Mapped(Optional.of(HttpMethod.valueOf(m.name())), pattern)));
    }
    return found;
  }

  @Test
  void everyRouteOfTheServerHasItsRuleAndEveryRuleItsRoute() {
    List<Mapped> declared = new ArrayList<>();
    for (Route route : Route.values()) {
      if (!FILES.contains(route)) {
        declared.add(new Mapped(route.method(), route.pattern()));
      }
    }
    assertThat(declared).doesNotHaveDuplicates();
    assertThat(mapped()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void everyRoleGetsWhatItsRuleSaysAndNothingElse() throws Exception {
    Set<String> wrong = new TreeSet<>();
    int cells = 0;
    for (Route route : Route.values()) {
      for (String who : everybody()) {
        for (boolean own : new boolean[] {true, false}) {
          String path = path(route, own ? id(who) : demo.other().value());
          Set<Role> held = Role.of(who).map(EnumSet::of).orElse(EnumSet.noneOf(Role.class));
          boolean expected = route.allows(held, own);
          HttpResponse<String> answer = ask(route, path, who);
          cells++;
          if (admitted(answer) != expected) {
            wrong.add(
                "%s as %s, %s: expected %s, got %d"
                    .formatted(route, who, own ? "own" : "other", expected, answer.statusCode()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isEqualTo(Route.values().length * everybody().size() * 2);
  }

  private String path(Route route, String member) {
    return route
        .pattern()
        .replace("{member}", member)
        .replace("{position}", "1")
        .replace("{record}", "0".repeat(32))
        .replace("{id}", "case-0000000000000000");
  }

  /// Bodies are empty, so that what is allowed is understood as far as its rule and then refused.
  private HttpResponse<String> ask(Route route, String path, String who)
      throws IOException, InterruptedException {
    String method = route.method().orElse(HttpMethod.GET).name();
    if (path.startsWith("/v1/")) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Type", "application/json");
      if (!who.equals(NOBODY)) {
        headers.put("Authorization", "Bearer " + issuer.token(id(who), roles(who)));
      }
      return new Visitor(demo).send(method, path, BodyPublishers.ofString("{}"), headers);
    }
    String form = Visitor.encoded(Map.of("_csrf", csrf.get(who)));
    return visitors
        .get(who)
        .send(
            method,
            path,
            method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(form),
            Visitor.FORM);
  }

  private static boolean admitted(HttpResponse<String> answer) {
    boolean toSignIn =
        answer.statusCode() == 302
            && answer.headers().firstValue("Location").orElse("").endsWith("/login");
    return !toSignIn && answer.statusCode() != 401 && answer.statusCode() != 403;
  }

  @Test
  void oneRoleMoreOrLessInATokenChangesWhatItOpens() throws Exception {
    String path = "/v1/members/" + demo.other() + "/history";
    assertThat(status(path, issuer.token("x", "recruiter"))).isEqualTo(403);
    assertThat(status(path, issuer.token("x", "recruiter", "dpo"))).isEqualTo(200);
    assertThat(status(path, issuer.token(demo.other().value(), "member"))).isEqualTo(200);
    assertThat(status(path, issuer.token(demo.other().value(), "engineer"))).isEqualTo(403);
  }

  private int status(String path, String token) throws IOException, InterruptedException {
    return new Visitor(demo)
        .send("GET", path, BodyPublishers.noBody(), Map.of("Authorization", "Bearer " + token))
        .statusCode();
  }

  @Test
  void aLookAtAMembersDataStandsInThatMembersHistoryBeforeItIsAnswered() throws Exception {
    MemberId looked = demo.other();
    long before = looks(looked).size();
    String path = "/v1/members/" + looked + "/data";

    assertThat(status(path, issuer.token("ada", "dpo"))).isEqualTo(200);
    assertThat(looks(looked)).hasSize((int) before + 1);
    assertThat(looks(looked).getLast())
        .isEqualTo(new Event.DataLookedAt("ada", "dpo", "GET /v1/members/{member}/data"));
    assertThat(status(path, issuer.token(looked.value(), "member"))).isEqualTo(200);
    assertThat(status(path, issuer.token("eve", "engineer"))).isEqualTo(403);
    assertThat(looks(looked)).hasSize((int) before + 1);
  }

  private List<Event> looks(MemberId member) {
    return demo.home().ledger().history(member).stream()
        .map(item -> item.entry().event())
        .filter(Event.DataLookedAt.class::isInstance)
        .toList();
  }

  @Test
  void whoAreFoundForAJobSeeWhoLooked() throws Exception {
    HttpResponse<String> answer =
        new Visitor(demo)
            .send(
                "POST",
                "/v1/match/members",
                BodyPublishers.ofString(
                    "{\"title\":\"Nurse\",\"skills\":[\"Excel\",\"Communication\"]}"),
                Map.of("Authorization", "Bearer " + issuer.token("rita", "recruiter")));
    assertThat(answer.statusCode()).isEqualTo(200);
    for (var found : JsonAnswers.JSON.readTree(answer.body()).path("members")) {
      assertThat(looks(new MemberId(found.path("id").asString())))
          .contains(new Event.DataLookedAt("rita", "recruiter", "POST /v1/match/members"));
    }
  }
}
