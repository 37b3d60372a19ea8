package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the API says to a text, and to what is none.
class TraceApiTest {
  @TempDir static Path folder = Path.of("");

  private static HttpResponse<String> ask(Visitor visitor, String body)
      throws IOException, InterruptedException {
    return visitor.send(
        "POST",
        "/v1/trace",
        BodyPublishers.ofString(body),
        Map.of("Content-Type", "application/json", "Authorization", basic()));
  }

  private static String basic() {
    byte[] account = ("operator:" + DemoHome.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(account);
  }

  @Test
  void aTextIsAnsweredAndWhatIsNoneIsRefusedWithTheReason() throws Exception {
    try (DemoHome demo = DemoHome.in(folder)) {
      Visitor visitor = new Visitor(demo);

      HttpResponse<String> answer = ask(visitor, "{\"text\":\"we moved the ward rota\"}");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"spans\":[],\"own\":[]}");

      HttpResponse<String> nothing = ask(visitor, "{\"text\":\"  \"}");
      assertThat(nothing.statusCode()).isEqualTo(400);
      assertThat(nothing.body()).contains("text must be the words to look for");

      HttpResponse<String> tooLong = ask(visitor, "{\"text\":\"" + "a ".repeat(5001) + "\"}");
      assertThat(tooLong.statusCode()).isEqualTo(413);
      assertThat(tooLong.body()).contains("at most 10,000");
    }
  }
}
