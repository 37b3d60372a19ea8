package dev.demur.assist.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.testsupport.TestVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiVendorTest {
  private static final Commission COMMISSION =
      new Commission("Write headlines.", List.of("title: Data Engineer", "skill: Python"), 2);

  @TempDir Path folder;

  private OpenAiVendor vendor(TestVendor service) throws IOException {
    Files.writeString(folder.resolve("key"), "secret-key\n");
    Path file = folder.resolve("vendor.json");
    Files.writeString(
        file,
        """
        {"name": "test", "url": "%s", "model": "small", "key-file": "key", "timeout-seconds": 1}\
        """
            .formatted(service.url()));
    return new OpenAiVendor(VendorSettings.load(file));
  }

  @Test
  void itIsAskedWithFactsRulesAndKeyAndItsDraftsAreToldApart() throws Exception {
    try (TestVendor service =
        TestVendor.saying("Data Engineer | Python\n---\nPython people\n---\nA third")) {
      assertThat(vendor(service).write(COMMISSION))
          .containsExactly("Data Engineer | Python", "Python people");
      assertThat(service.requests())
          .singleElement()
          .asString()
          .contains(
              "title: Data Engineer", "skill: Python", "State nothing but the facts", "small");
      assertThat(service.keys()).containsExactly("Bearer secret-key");
    }
  }

  @Test
  void aServiceThatIsSlowFailsWhenTheTimeIsOver() throws Exception {
    try (TestVendor service = TestVendor.answering(200, "{}", 5_000)) {
      OpenAiVendor vendor = vendor(service);
      assertThatThrownBy(() -> vendor.write(COMMISSION)).isInstanceOf(VendorFailed.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"500|title: Data Engineer is what you sent", "401|no", "200|<html>", "200|[]"})
  void aServiceThatFailsOrTalksNonsenseFailsWithoutRepeatingWhatWasSent(int status, String body)
      throws Exception {
    try (TestVendor service = TestVendor.answering(status, body, 0)) {
      OpenAiVendor vendor = vendor(service);
      assertThatThrownBy(() -> vendor.write(COMMISSION))
          .isInstanceOf(VendorFailed.class)
          .message()
          .doesNotContain("Data Engineer");
    }
  }

  @Test
  void aServiceThatIsDownFails() throws Exception {
    TestVendor service = TestVendor.saying("nothing");
    OpenAiVendor vendor = vendor(service);
    service.close();
    assertThatThrownBy(() -> vendor.write(COMMISSION)).isInstanceOf(VendorFailed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"n\",\"model\":\"m\"}|url: is missing",
        "{\"name\":\"n\",\"model\":\"m\",\"url\":\"http://example.org/v1\"}|url: must be https",
        "{\"name\":\"n\",\"modell\":\"m\"}|modell: there is no such setting",
        "[]|must be one JSON object",
        "{\"name\":\"n\",\"model\":\"m\",\"url\":\"https://x/v1\",\"timeout-seconds\":0}|must be 1 to 120"
      })
  void wrongSettingsAreNamed(String json, String problem) throws IOException {
    Path file = folder.resolve("vendor.json");
    Files.writeString(file, json);
    assertThatThrownBy(() -> VendorSettings.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vendor.json: ")
        .hasMessageContaining(problem);
  }
}
