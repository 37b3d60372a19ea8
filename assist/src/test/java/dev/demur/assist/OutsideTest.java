package dev.demur.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.ground.Terms;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.pattern.Patterns;
import dev.demur.assist.vendor.OpenAiVendor;
import dev.demur.assist.vendor.VendorSettings;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.testsupport.TestVendor;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a vendor's drafts are worth once guard and grounding have seen them.
class OutsideTest {
  private static final String SECRET = "my grandmother taught me to weld in her shed";
  private static final Profiles ADA =
      Profiles.ada()
          .with(Category.PROFILE_NAME, Map.of(Fields.NAME, "Ada Quill"))
          .with(Category.PROFILE_SUMMARY, Map.of(Fields.TEXT, "Thanks to Zelda Marsh, my mentor."))
          .with(Category.PROFILE_HEADLINE, Map.of(Fields.TEXT, "Ask Otto Finch about me"));

  @TempDir Path folder;

  private SuggestionService service() throws IOException {
    List<CorpusRow> rows = List.of(Profiles.row("bob", 1, Category.PROFILE_SUMMARY, SECRET));
    return new SuggestionService(
        new Learned(
            Profiles.index(folder, rows),
            Optional.empty(),
            Patterns.none(),
            Terms.inRows(rows.stream())),
        (asker, entries) -> {},
        () -> "id");
  }

  private static Outside asking(TestVendor vendor, boolean promptPermitted) {
    var settings =
        new VendorSettings(
            "test",
            vendor.url(),
            "small",
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(2));
    return Outside.of(new OpenAiVendor(settings), ADA.profile(), promptPermitted);
  }

  @Test
  void sentencesThatStateOnlyTheMembersFactsComeFirstAndOthersAreDropped() throws Exception {
    try (TestVendor vendor =
        TestVendor.saying(
            "I build pipelines with Python. I won 7 prizes at Globex Corporation. My"
                + SECRET.substring(2)
                + ".")) {
      Answer answer = service().about(ADA.profile(), Tone.PLAIN, 0, asking(vendor, true));

      Suggestion first = answer.suggestions().getFirst();
      assertThat(first.origin()).isEqualTo(Origin.VENDOR);
      assertThat(first.text()).isEqualTo("I build pipelines with Python.");
      assertThat(answer.refused()).containsKey(Refusal.UNSUPPORTED_SPAN);
      assertThat(answer.suggestions())
          .allSatisfy(s -> assertThat(s.text()).doesNotContain("grandmother", "Globex", "prizes"));
      assertThat(answer.suggestions()).extracting(Suggestion::origin).contains(Origin.FACTS);
    }
  }

  @Test
  void theNameOfTheMemberAndOthersWordsDoNotGoOut() throws Exception {
    try (TestVendor vendor = TestVendor.saying("Data Engineer")) {
      service().headline(ADA.profile(), 0, asking(vendor, true));

      assertThat(vendor.requests())
          .singleElement()
          .asString()
          .contains("title: Data Engineer")
          .doesNotContain("Quill", "grandmother", "Zelda", "Otto");
    }
  }

  @Test
  void whatTheMemberTypesGoesOutOnlyWhereThatIsPermitted() throws Exception {
    try (TestVendor vendor = TestVendor.saying("A word on pipelines.")) {
      Answer kept = service().post(ADA.profile(), "my chemo", 0, asking(vendor, false));

      assertThat(vendor.requests()).isEmpty();
      assertThat(kept.refused()).containsKey(Refusal.VENDOR_NOT_PERMITTED);
      assertThat(kept.suggestions()).isNotEmpty();

      service().post(ADA.profile(), "pipelines", 0, asking(vendor, true));
      assertThat(vendor.requests()).singleElement().asString().contains("Topic: pipelines");
    }
  }

  @Test
  void aVendorThatFailsLeavesTheEmbeddedSuggestionsAndIsCounted() throws Exception {
    try (TestVendor vendor = TestVendor.answering(500, "no", 0)) {
      Answer alone = service().headline(ADA.profile(), 0);
      Answer answer = service().headline(ADA.profile(), 0, asking(vendor, true));

      assertThat(answer.suggestions()).isEqualTo(alone.suggestions());
      assertThat(answer.refused()).containsEntry(Refusal.VENDOR_FAILED, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsWrongWithAVendorTheEmbeddedDefaultAnswersAndTheLogSaysSo(Fault fault)
      throws Exception {
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Logger logger = Logger.getLogger(Outside.class.getName());
    Handler listening = listening(logged);
    logger.addHandler(listening);
    try (TestVendor vendor = fault.vendor()) {
      Answer alone = service().about(ADA.profile(), Tone.PLAIN, 0);
      Answer answer = service().about(ADA.profile(), Tone.PLAIN, 0, asking(vendor, true));

      assertThat(answer.suggestions()).isNotEmpty().isEqualTo(alone.suggestions());
      assertThat(logged).singleElement().asString().contains("vendor test", fault.logged);
      assertThat(logged.getFirst()).doesNotContain("grandmother", "Harbour");
    } finally {
      logger.removeHandler(listening);
    }
  }

  private enum Fault {
    SLOW("gave no answer"),
    FAILING("gave no answer"),
    NONSENSE("gave no answer"),
    ECHO("wrote 1 sentences that may not be shown");

    private final String logged;

    Fault(String logged) {
      this.logged = logged;
    }

    TestVendor vendor() throws Exception {
      return switch (this) {
        case SLOW -> TestVendor.answering(200, "{}", 4_000);
        case FAILING -> TestVendor.answering(503, "out of order", 0);
        case NONSENSE -> TestVendor.answering(200, "<html>hello</html>", 0);
        case ECHO -> TestVendor.saying("My" + SECRET.substring(2) + ".");
      };
    }
  }

  private static Handler listening(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        logged.add(MessageFormat.format(record.getMessage(), record.getParameters()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
