package dev.demur.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demur.model.Category;
import dev.demur.model.MemberId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Archives that lie beside the repository, where they do.
final class SharedArchivesTest {
  private static Path shared(String name) {
    Optional<Path> path = Shared.archives().map(a -> a.resolve(name)).filter(Files::exists);
    assumeTrue(path.isPresent(), () -> "no shared/archives/" + name + " beside this repository");
    return path.orElseThrow();
  }

  @Test
  void theLinkedInSampleIsReadWhole() {
    var result = new ArchiveReader().read(shared("linkedin/own-complete-2026"), Optional.empty());
    assertThat(result.holder()).isEqualTo(new MemberId("ilse-varga-okonjo-example"));
    assertThat(result.refused()).isEmpty();
    assertThat(result.notes()).isEmpty();
    assertThat(result.skipped())
        .extracting(Skipped::entry)
        .containsExactly(
            "LearningCoachMessages.csv",
            "Profile Summary.csv",
            "guide_messages.csv",
            "learning_role_play_messages.csv");
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    result.records().forEach(r -> counts.merge(r.category(), 1, Integer::sum));
    assertThat(counts)
        .containsEntry(Category.PRIVATE_MESSAGE, 5)
        .containsEntry(Category.CONTENT_POST, 2)
        .containsEntry(Category.CONTENT_COMMENT, 2)
        .containsEntry(Category.SALARY, 1)
        .containsEntry(Category.CREDENTIAL, 4)
        .containsEntry(Category.AI_USAGE_PROMPT, 1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "bomb_20MiB_zeros|, entry messages.csv: unpacks to 1028 times its size; at most 100 are accepted",
        "empty|: is an empty zip",
        "lying_uncompressed_size|, entry Profile.csv: its local header and the directory disagree",
        "nested_zip|: holds no member archive of a known kind",
        "overlapping_entries|, entry b.csv: shares its bytes with entry a.csv",
        "symlink_entry|, entry Profile.csv: is a symbolic link or a device",
        "truncated_mid_entry|: is truncated: it has no end record",
      })
  void hostileContainersAreRefused(String name, String message) {
    Path zip = shared("hostile/" + name + ".zip");
    assertThatThrownBy(() -> new ArchiveReader().read(zip, Optional.empty()))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessage(zip + message);
  }

  @Test
  void aNameInCodePage437IsNoReasonToRefuse() {
    var result =
        new ArchiveReader().read(shared("hostile/cp437_name_no_utf8_flag.zip"), Optional.empty());
    assertThat(result.records()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "bom_crlf_Profile|Profile|2|",
        "duplicate_header_Profile|Profile|0|no header in its first 20 lines has the columns firstname, headline, lastname of Profile.csv",
        "formula_Skills|Skills|2|",
        "german_headers_Connections|Connections|1|",
        "header_only_Positions|Positions|0|",
        "latin1_Positions|Positions|1|",
        "nul_byte_Skills|Skills|0|holds a NUL character",
        "semicolon_excel_Connections|Connections|1|",
        "short_row_Positions|Positions|0|has 1 of 6 cells",
        "unterminated_quote_messages|messages|1|a quote is opened and never closed",
        "utf16le_tab_Endorsement_Received_Info|Endorsement_Received_Info|1|",
      })
  void badTablesAreReadOrRefusedByName(String file, String name, int records, String reason)
      throws java.io.IOException {
    Path table = shared("hostile/csv/" + file + ".csv");
    Path folder = Files.createTempDirectory("demur-test");
    Path copy = Files.copy(table, folder.resolve(name + ".csv"));
    try {
      assertThat(outcome(folder)).isEqualTo(records + " " + (reason == null ? "" : reason));
    } finally {
      Files.delete(copy);
      Files.delete(folder);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "x/own-2026|1400032239940534273|ads.inference=1 ai-usage.output=1 ai-usage.prompt=1 contact.detail=8 contact.follow=2 content.comment=1 content.post=2 content.reaction=1 content.share=1 credential.secret=2 other.record=1 private-message.message=3 profile.location=1 profile.name=1 profile.photo=1 profile.summary=1",
        "mastodon/own|otter@social.example|contact.detail=2 content.post=2 content.reaction=1 content.share=1 other.record=1 private-message.message=1 profile.name=1 profile.photo=1 profile.summary=1 usage.frequency=1",
        "facebook/own-2025|ana.example|ai-usage.prompt=1 contact.detail=4 content.comment=1 content.post=1 content.reaction=2 content.share=1 credential.secret=1 group.activity=1 group.message=2 other.record=1 payment.record=1 private-message.message=2 profile.name=1 profile.position=1",
        "instagram/own-2025|ana.example|contact.detail=3 content.comment=1 content.post=2 content.reaction=1 profile.name=1 profile.summary=1",
        "whatsapp/own/ios-en-GB|ios-en-GB|private-message.message=5",
        "whatsapp/own/android-de|android-de|private-message.message=2",
        "whatsapp/own/android-en-US|android-en-US|private-message.message=4",
      })
  void everySampleIsReadWhole(String name, String holder, String counts) {
    var result = new ArchiveReader().read(shared(name), Optional.empty());
    assertThat(result.refused()).isEmpty();
    assertThat(result.holder()).isEqualTo(new MemberId(holder));
    assertThat(countsOf(result)).isEqualTo(counts);
    assertThat(result.records())
        .filteredOn(r -> r.category().family().equals("private-message"))
        .allSatisfy(r -> assertThat(r.fields()).containsOnlyKeys("kind"));
  }

  private static String outcome(Path archive) {
    try {
      var result = new ArchiveReader().read(archive, Optional.of(new MemberId("ilse")));
      String first = result.refused().stream().map(RefusedEntry::reason).findFirst().orElse("");
      return result.records().size() + " " + first;
    } catch (ArchiveRefused refused) {
      return "0 " + refused.reason();
    }
  }

  private static String countsOf(ImportResult result) {
    var counts = new java.util.TreeMap<String, Integer>();
    result.records().forEach(r -> counts.merge(r.category().code(), 1, Integer::sum));
    return String.join(
        " ", counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "already_correct_utf8.json|1|",
        "epoch_mix_posts.json|6|",
        "grailbird_2013_01.js|1|",
        "tweets_legacy_global.js|1|",
        "truncated_posts.json|0|line 1: is truncated: it ends before its JSON does",
        "tweets_trailing_code.js|0|line 1: has something behind its value, which is neither run nor read",
        "deep_nesting.json|0|line 1: is nested more than 128 deep",
      })
  void hostileJsonIsReadOrRefusedByLineAndReason(String file, int records, String reason) {
    Path path = shared("hostile/json/" + file);
    try {
      var result = new ArchiveReader().read(path, Optional.of(new MemberId("otter")));
      assertThat(result.records()).hasSize(records);
      assertThat(
              result.refused().stream().map(r -> "line " + r.line() + ": " + r.reason()).toList())
          .isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
    } catch (ArchiveRefused e) {
      assertThat(e).hasMessage("%s, entry %s, %s", path, file, reason);
    }
  }
}
