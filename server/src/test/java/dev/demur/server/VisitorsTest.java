package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Choices;
import dev.demur.ledger.Event;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People without an account object, without signing in.
class VisitorsTest {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

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

  private HttpResponse<String> api(String body) throws Exception {
    return new Visitor(demo).send("POST", "/v1/objections", BodyPublishers.ofString(body), JSON);
  }

  @Test
  void theFormGivesACaseAReceiptAndRedactionAtOnce() throws Exception {
    Visitor visitor = new Visitor(demo);
    String token = visitor.csrf();
    String page =
        Visitor.location(
            visitor.post(
                "/object",
                Map.of(
                    "name", "Wilhelmina Quist",
                    "otherNames", "Mina Quist\n@mina_quist",
                    "contact", "mina@example.org",
                    "covers", "content-generation",
                    "_csrf", token)));
    String path = page.substring(page.indexOf("/object/"));

    Document shown = Jsoup.parse(new Visitor(demo).get(path).body());
    assertThat(shown.select("h1").text()).isEqualTo("Your objection is filed");
    assertThat(shown.select("dd").eachText()).contains("being decided, use has stopped");
    assertThat(shown.text()).doesNotContain("Quist", "mina@example.org");

    HttpResponse<String> answer = new Visitor(demo).get(path + "/receipt");
    Receipt receipt = ReceiptVerifier.verify(answer.body(), demo.home().ledger().publicKey());
    assertThat(receipt.entry()).contains("Wilhelmina Quist").doesNotContain("mina@example.org");
    assertThat(demo.home().ledger().view().objectorNames())
        .contains("Wilhelmina Quist", "Mina Quist", "@mina_quist");
    assertThat(demo.home().ledger().knows(MemberId.ofName("Wilhelmina Quist"))).isFalse();
  }

  @Test
  void whoMustAnswerSeesWhereToAndNotesTheIdentityCheck() throws Exception {
    HttpResponse<String> filed =
        api("{\"name\":\"Wilhelmina Quist\",\"contact\":\"mina@example.org\"}");
    assertThat(filed.statusCode()).isEqualTo(201);
    String id = JsonAnswers.JSON.readTree(filed.body()).path("case").asString();
    Visitor operator = new Visitor(demo).signIn("operator");

    assertThat(operator.get("/operator/cases").body()).contains(id);
    assertThat(operator.get("/operator/cases/" + id).body()).contains("mina@example.org");
    operator.post(
        "/operator/cases/" + id,
        Map.of("step", "identity", "text", "passport seen", "_csrf", operator.csrf()));

    ObjectionCase found = Choices.cases(demo.home()).find(id).orElseThrow();
    assertThat(found.covers()).isEqualTo(EnumSet.allOf(Control.class));
    assertThat(found.steps())
        .extracting(step -> step.event())
        .contains(
            new Event.CaseStepTaken(
                id, Event.CaseStepTaken.Step.IDENTITY_CHECKED, "operator", "passport seen"));
  }

  @Test
  void recipientsAreToldAndTheirAnswersNotedOnTheCasesPage() throws Exception {
    String id =
        JsonAnswers.JSON
            .readTree(api("{\"name\":\"Wilhelmina Quist\"}").body())
            .path("case")
            .asString();
    Visitor operator = new Visitor(demo).signIn("operator");
    String path = "/operator/cases/" + id + "/recipients";
    for (int i = 0; i < 2; i++) {
      operator.post(
          path, Map.of("step", "told", "recipient", "Vendor <b>One</b>", "_csrf", operator.csrf()));
    }
    operator.post(
        path, Map.of("step", "told", "recipient", "Vendor Two", "_csrf", operator.csrf()));
    operator.post(
        path,
        Map.of("step", "acknowledged", "recipient", "Vendor <b>One</b>", "_csrf", operator.csrf()));

    Document page = Jsoup.parse(operator.get("/operator/cases/" + id).body());
    assertThat(page.select("#recipients ~ ul li").eachText())
        .containsExactly(
            "Vendor <b>One</b>: told, has acknowledged", "Vendor Two: told, has not answered yet");
    HttpResponse<String> nameless =
        operator.post(path, Map.of("step", "told", "recipient", " ", "_csrf", operator.csrf()));
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(nameless.body()).select(".errors a").attr("href"))
        .isEqualTo("#recipient");
  }

  @Test
  void theCaseLinksTheRemovalThatCarriedItOut() throws Exception {
    String id =
        JsonAnswers.JSON
            .readTree(api("{\"name\":\"Wilhelmina Quist\"}").body())
            .path("case")
            .asString();
    long certificate =
        demo.home()
            .ledger()
            .append(new Event.OperatorNoted("removal-certified", new TreeMap<>()))
            .position();
    Choices.cases(demo.home()).carriedOut(id, "demur", certificate);
    Visitor operator = new Visitor(demo).signIn("operator");

    String link =
        Jsoup.parse(operator.get("/operator/cases/" + id).body())
            .select("#steps ~ ul a")
            .attr("href");
    assertThat(link).isEqualTo("/operator/removals/" + certificate);
    assertThat(
            ReceiptVerifier.verify(operator.get(link).body(), demo.home().ledger().publicKey())
                .entry())
        .contains("removal-certified");
    assertThat(operator.get("/operator/removals/1").statusCode()).isEqualTo(404);
  }

  @Test
  void aWordOfEverybodysIsNoName() throws Exception {
    long before = demo.home().ledger().view().position();
    for (String name : List.of("", "the", "and", "12345678", "x".repeat(101), "Ada\\nLovelace")) {
      HttpResponse<String> answer = api("{\"name\":\"%s\"}".formatted(name));
      assertThat(answer.statusCode()).as(name).isEqualTo(400);
      assertThat(answer.body()).contains("a name is first and last name, or a handle");
    }
    assertThat(demo.home().ledger().view().position()).isEqualTo(before);
    Visitor visitor = new Visitor(demo);
    HttpResponse<String> form =
        visitor.post(
            "/object", Map.of("name", "the", "covers", "feedback", "_csrf", visitor.csrf()));
    assertThat(form.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(form.body()).select(".errors a").attr("href")).isEqualTo("#name");
  }

  @Test
  void aMembersCaseIsNotShownToWhoeverKnowsItsId() throws Exception {
    FiledCase filed =
        Choices.object(
            demo.home(),
            demo.member(),
            DemoHome.PROGRAM.name(),
            EnumSet.allOf(Control.class),
            Optional.empty(),
            new TreeSet<>(),
            Optional.empty());
    assertThat(new Visitor(demo).get("/object/" + filed.caseId()).statusCode()).isEqualTo(404);
    assertThat(new Visitor(demo).get("/object/" + filed.caseId() + "/receipt").statusCode())
        .isEqualTo(404);
    assertThat(new Visitor(demo).get("/object/case-0000000000000000").statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyFloodsThoseWhoMustAnswer() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(api("{\"name\":\"Person Number %d\"}".formatted(i)).statusCode()).isEqualTo(201);
    }
    HttpResponse<String> next = api("{\"name\":\"Person Number Ten\"}");
    assertThat(next.statusCode()).isEqualTo(429);
    assertThat(next.headers().firstValue("Retry-After")).isPresent();
    assertThat(new Visitor(demo).get("/object").statusCode()).isEqualTo(200);
  }

  @Test
  void theSameKeyFilesOnce() throws Exception {
    Map<String, String> once =
        Map.of("Content-Type", "application/json", "Idempotency-Key", "visit-1");
    String body = "{\"name\":\"Wilhelmina Quist\"}";
    String first =
        new Visitor(demo)
            .send("POST", "/v1/objections", BodyPublishers.ofString(body), once)
            .body();
    String second =
        new Visitor(demo)
            .send("POST", "/v1/objections", BodyPublishers.ofString(body), once)
            .body();
    assertThat(JsonAnswers.JSON.readTree(second).path("case"))
        .isEqualTo(JsonAnswers.JSON.readTree(first).path("case"));
  }
}
