package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Reason;
import dev.demur.program.DecideBatch;
import dev.demur.program.Program;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Decisions over HTTP.
@TestInstance(Lifecycle.PER_CLASS)
class DecisionsApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CASE =
      """
      {"id":"%s","at":"2025-12-01T00:00:00Z","use":{"purpose":"content-generation","recipient":"controller"},\
      "record":{"category":"%s","createdAt":"2025-11-20T10:00:00Z","author":"m1","about":[],"mentions":["m2"],"deletedAt":null},\
      "members":{"m1":{"countries":[{"code":"US","from":"2015-01-01T00:00:00Z"}],"birthDate":"1990-05-01",\
      "notices":[{"deliveredAt":"2025-09-18T00:00:00Z"}],"closedAt":null}}}\
      """;

  @TempDir static Path folder = Path.of("");
  private DemoHome demo;

  @BeforeAll
  void start() throws IOException {
    demo = DemoHome.in(folder);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  private HttpResponse<String> post(String user, String query, String type, String body)
      throws IOException, InterruptedException {
    String account = user + ":" + DemoHome.PASSWORD;
    var request =
        HttpRequest.newBuilder(URI.create(demo.url("/v1/decisions" + query)))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (!user.isEmpty()) {
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void jsonLinesAreAnsweredAsTheCommandLineAnswersThem() throws Exception {
    String cases =
        CASE.formatted("c1", "content.post")
            + "\n{\n"
            + CASE.formatted("c2", "salary.statement")
            + "\n";
    HttpResponse<String> answer =
        post("operator", "?program=linkedin-2025", "application/x-ndjson", cases);

    var expected = new ByteArrayOutputStream();
    new DecideBatch(Program.shipped("linkedin-2025").orElseThrow(), 1)
        .run(new ByteArrayInputStream(cases.getBytes(StandardCharsets.UTF_8)), expected);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(expected.toString(StandardCharsets.UTF_8))
        .contains("\"id\":\"c1\",\"outcome\":\"permit\"")
        .contains("\"reason\":\"category-never\"");
    JsonNode last = JSON.readTree(answer.body().lines().toList().getLast());
    assertThat(last.path("line").asInt()).isEqualTo(2);
    assertThat(last.path("refused").asString()).startsWith("found text that is not JSON");
  }

  @Test
  void aListIsAnsweredInOneObject() throws Exception {
    String body = "{\"cases\":[%s, {\"id\":1}]}".formatted(CASE.formatted("c1", "content.post"));
    HttpResponse<String> answer = post("operator", "?program=x-2024", "application/json", body);

    JsonNode json = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json.path("answers").size()).isEqualTo(1);
    assertThat(json.path("answers").path(0).path("outcome").asString()).isEqualTo("permit");
    assertThat(json.path("refused").path(0).path("refused").asString())
        .isEqualTo("at: found nothing, expected a value");
  }

  @Test
  void onlyOperatorsMayAskAndWithoutAnAccountNobody() throws Exception {
    String body = CASE.formatted("c1", "content.post");
    assertThat(post("", "", "application/x-ndjson", body).statusCode()).isEqualTo(401);
    assertThat(post(demo.member().value(), "", "application/x-ndjson", body).statusCode())
        .isEqualTo(403);
    assertThat(post("operator", "", "application/x-ndjson", body).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNoBatchIsRefusedInWords() throws Exception {
    assertThat(post("operator", "", "application/json", "[]").body())
        .contains("found no list of cases");
    assertThat(post("operator", "", "application/json", "{").statusCode()).isEqualTo(400);
    assertThat(post("operator", "", "text/csv", "a,b").statusCode()).isEqualTo(415);
    assertThat(post("operator", "?program=nobody", "application/x-ndjson", "").statusCode())
        .isEqualTo(400);
    String large = " ".repeat(DecisionsApi.MAX_BYTES + 1);
    assertThat(post("operator", "", "application/x-ndjson", large).statusCode()).isEqualTo(413);
  }

  @Test
  void theDescriptionIsOpenAndNamesEveryReason() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(demo.url("/v1/openapi.json"))).build(),
              BodyHandlers.ofString());
      JsonNode json = JSON.readTree(answer.body());
      JsonNode reasons =
          json.path("components").path("schemas").path("Answer").path("properties").path("reason");
      List<String> named =
          StreamSupport.stream(reasons.path("enum").spliterator(), false)
              .filter(reason -> !reason.isNull())
              .map(JsonNode::asString)
              .toList();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(json.path("openapi").asString()).startsWith("3.");
      assertThat(json.path("paths").has(DecisionsApi.PATH)).isTrue();
      assertThat(named)
          .containsExactlyElementsOf(Arrays.stream(Reason.values()).map(Reason::code).toList());
    }
  }
}
