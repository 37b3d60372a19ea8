package dev.demur.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.program.DecideBatch.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideBatchTest {
  private static final String CASE =
      """
      {"id":"c1","at":"2025-12-01T00:00:00Z","use":{"purpose":"content-generation","recipient":"controller"},\
      "record":{"category":"content.post","createdAt":"2025-11-20T10:00:00Z","author":"m1","about":[],"mentions":["m2"],"deletedAt":null},\
      "members":{"m1":{"countries":[{"code":"DE","from":"2015-01-01T00:00:00Z"}],"birthDate":"1990-05-01",\
      "toggle":[{"value":"off","at":"2025-11-15T00:00:00Z"}],\
      "objections":[{"filedAt":"2025-11-29T00:00:00Z","decidedAt":null,"state":"pending","covers":["other-ml"]}],\
      "notices":[{"deliveredAt":"2025-09-18T00:00:00Z"}],"closedAt":null}}}\
      """;

  private final Program program = Program.shipped("linkedin-2025").orElseThrow();

  private record Run(String out, DecideBatch.Result result) {}

  private Run run(String in, int threads) {
    var out = new ByteArrayOutputStream();
    try {
      var result =
          new DecideBatch(program, threads)
              .run(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out);
      return new Run(out.toString(StandardCharsets.UTF_8), result);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String refusal(String line) {
    return run(line, 1).result().refusals().getFirst().toString();
  }

  @Test
  void theExampleOfTheContractIsAnsweredInItsForm() {
    assertThat(run(CASE + "\n", 1).out())
        .isEqualTo(
            "{\"id\":\"c1\",\"outcome\":\"deny\",\"reason\":\"toggle-off\","
                + "\"clause\":\"controls.toggle\",\"redact\":[\"m2\"]}\n");
  }

  @Test
  void aPermitHasNoReason() {
    String on = CASE.replace("\"off\"", "\"on\"").replace("[\"m2\"]", "[\"m1\"]");
    assertThat(run(on, 1).out())
        .isEqualTo(
            "{\"id\":\"c1\",\"outcome\":\"permit\",\"reason\":null,"
                + "\"clause\":\"categories.content.*\",\"redact\":[]}\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          "content.post"          | "content.petition"   | category-not-covered
          "content.post"          | null                 | category-not-covered
          "content.post"          | "salary"             | category-never
          "content.post"          | "private-message.x"  | category-never
          "content-generation"    | "advertising"        | purpose-not-covered
          "controller"            | "broker"             | recipient-not-allowed
          "code":"DE"             | "code":null          | region-unknown
          "code":"DE"             | "code":"ZZ"          | region-unknown
          "birthDate":"1990-05-01"| "birthDate":null     | age-unknown
          "author":"m1"           | "author":null        | author-unknown
          "author":"m1"           | "author":"m9"        | author-unknown
          """,
      delimiter = '|')
  void whatIsUnknownIsDeniedAndNotRefused(String from, String to, String reason) {
    assertThat(run(CASE.replace(from, to), 1).out()).contains("\"" + reason + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          "2025-12-01T00:00:00Z"     ; "2025-12-01"          ; line 1: at: found "2025-12-01", expected an instant with its zone, e.g. 2025-12-01T00:00:00Z
          "2025-12-01T00:00:00Z"     ; "2025-12-32T00:00:00Z"; line 1: at: found "2025-12-32T00:00:00Z", expected an instant with its zone, e.g. 2025-12-01T00:00:00Z
          "2025-12-01T00:00:00Z"     ; "1850-12-01T00:00:00Z"; line 1: at: found 1850-12-01T00:00:00Z, expected an instant from 1900-01-01T00:00:00Z until 2200-01-01T00:00:00Z
          "at":"2025-12-01T00:00:00Z",; ``                   ; line 1: at: found nothing, expected a value
          "id":"c1",                 ; ``                    ; line 1: id: found nothing, expected a value
          "1990-05-01"               ; "1990-02-30"          ; line 1: members[0].birthDate: found "1990-02-30", expected a day, e.g. 1990-05-01, or null
          "DE"                       ; "Germany"             ; line 1: members[0].countries[0].code: found "Germany", expected two capital letters (ISO 3166-1)
          "off"                      ; "of"                  ; line 1: members[0].toggle[0].value: found "of", expected one of on, off
          "pending"                  ; "denied"              ; line 1: members[0].objections[0].state: found "denied", expected one of pending, granted, refused, withdrawn
          ["other-ml"]               ; []                    ; line 1: members[0].objections[0].covers: found nothing, expected one or more of content-generation, other-ml, feedback
          ["other-ml"]               ; "other-ml"            ; line 1: members[0].objections[0].covers: found "other-ml", expected a list
          "objections"               ; "objection"           ; line 1: members[0].objection: found an unknown key, expected "objections" perhaps
          "deletedAt"                ; "deleteAt"            ; line 1: record.deleteAt: found an unknown key, expected "deletedAt" perhaps
          {"purpose"                 ; {"recipient":"controller","purpose"; line 1: use.recipient: found the key a second time, expected each key once
          "m1":{                     ; "m1":{},"m1":{        ; line 1: members[1]: found the key a second time, expected each key once
          {"id"                      ; {x"id"                ; line 1: text that is not JSON
          "recipient":"controller"   ; "note":1              ; line 1: use: found nothing, expected a purpose and a recipient
          """,
      delimiter = ';')
  void whatIsMalformedIsRefusedWithItsPlace(String from, String to, String message) {
    assertThat(refusal(CASE.replace(from, to)))
        .startsWith(message.replace("text that", "found text that"));
  }

  @Test
  void keysThatMeanNothingHereArePassedOver() {
    String remarked = CASE.replace("{\"id\"", "{\"why\":{\"see\":[1,2]},\"id\"");
    assertThat(run(remarked, 1).out()).isEqualTo(run(CASE, 1).out());
  }

  @Test
  void badLinesAreNamedAndTheOthersAnsweredInOrder() {
    String in =
        "\uFEFF"
            + CASE
            + "\r\n\r\n{\"id\":\n"
            + CASE.replace("c1", "c2")
            + " {}\n"
            + CASE.replace("\"c1\"", "3");
    Run run = run(in, 2);
    assertThat(run.out().lines().map(line -> line.substring(0, 11)).toList())
        .containsExactly("{\"id\":\"c1\",", "{\"id\":\"3\",\"");
    assertThat(run.result().decided()).isEqualTo(2);
    assertThat(run.result().refused()).isEqualTo(2);
    assertThat(run.result().refusals()).extracting(Refusal::line).containsExactly(3L, 4L);
    assertThat(run.result().refusals().get(1).reason())
        .isEqualTo("found more after the object, expected one object a line");
  }

  @Test
  void theAnswersDoNotDependOnTheNumberOfThreads() {
    String in =
        IntStream.range(0, 5000)
            .mapToObj(i -> i % 1000 == 999 ? "{" : CASE.replace("c1", "case " + i))
            .collect(Collectors.joining("\n"));
    Run one = run(in, 1);
    assertThat(one.result().decided()).isEqualTo(4995);
    assertThat(one.result().refusals())
        .extracting(Refusal::line)
        .containsExactly(1000L, 2000L, 3000L, 4000L, 5000L);
    assertThat(run(in, 3)).isEqualTo(one);
  }

  @Test
  void aLineWithoutEndIsRefusedAndTheNextIsAnswered() {
    String endless = "{\"id\":\"" + "x".repeat(3 * LineBlocks.MAX_LINE) + "\"}";
    Run run = run(CASE + "\n" + endless + "\n" + CASE, 1);
    assertThat(run.result().decided()).isEqualTo(2);
    assertThat(run.result().refusals())
        .containsExactly(new Refusal(2, "found more than 1048576 bytes, expected a shorter line"));
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedAndTheNextLineIsAnswered() throws IOException {
    byte[] bad = CASE.replace("c1", "?").getBytes(StandardCharsets.UTF_8);
    bad[CASE.indexOf("c1")] = (byte) 0xFF;
    var in = new ByteArrayOutputStream();
    in.write(bad);
    in.write('\n');
    in.write(CASE.replace("c1", "größer").getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    var result = new DecideBatch(program, 1).run(new ByteArrayInputStream(in.toByteArray()), out);
    assertThat(result.refusals())
        .containsExactly(new Refusal(1, "found bytes that are not UTF-8, expected JSON in UTF-8"));
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"id\":\"größer\"");
  }

  @Test
  void anEmptyInputHasNoAnswers() {
    assertThat(run("", 1))
        .isEqualTo(new Run("", new DecideBatch.Result(0, 0, java.util.List.of())));
  }
}
