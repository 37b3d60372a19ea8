package dev.demur.archive.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.Golden;
import dev.demur.model.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Exported chats of WhatsApp.
final class WhatsAppTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ios", "android", "undecided"})
  void aChatGivesTheseRecords(String name) throws IOException {
    var result =
        new ArchiveReader().read(Golden.resource(WhatsAppTest.class, name), Optional.empty());
    Golden.assertMatches(WhatsAppTest.class, name + ".golden.txt", result);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[14/03/25, 14:05:09] Ann: a|2025-03-14T14:05:09Z|SECOND",
        "14/03/2025, 14:05 - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "3/14/25, 2:05\u202FPM - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "14/3/25 2:05 p.\u00A0m. - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "14.03.25, 14:05 - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "14.3.2025 klo 14.05 - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "2025-03-14, 14:05 - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "[13. 6. 2018. 21:25:15] Ann: a|2018-06-13T21:25:15Z|SECOND",
        "14/03/2025, 14:05 \u2013 Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "2025/3/14 下午2:05 - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "١٤/٣/٢٠٢٥, ٢:٠٥ م - Ann: a|2025-03-14T14:05:00Z|MINUTE",
        "\u200F١٤\u200F/٣\u200F/٢٠٢٥\u060C ٢:٠٥ م - \u200FAnn: a|2025-03-14T14:05:00Z|MINUTE",
        "\u200E[14/03/25, 12:05:09 AM] Ann: a|2025-03-14T00:05:09Z|SECOND",
      })
  void everyKnownHeaderIsRead(String line, String instant, Moment.Precision precision)
      throws IOException {
    Path file = Files.writeString(folder.resolve("chat.txt"), line + "\n");
    var record = new ArchiveReader().read(file, Optional.empty()).records().getFirst();
    assertThat(record.author().orElseThrow().value()).isEqualTo("name:ann");
    assertThat(record.createdAt().orElseThrow().instant()).hasToString(instant);
    assertThat(record.createdAt().orElseThrow().precision()).isEqualTo(precision);
    assertThat(record.createdAt().orElseThrow().zone()).isEqualTo(Moment.Zone.DEVICE_LOCAL_UNKNOWN);
  }

  @ParameterizedTest(name = "{0}, {1} is {2}")
  @CsvSource({
    "1/2/25, 1/3/25, 2025-01-02",
    "1/2/25, 1/13/25, 2025-01-02",
    "1/2/25, 13/2/25, 2025-02-01",
    "3/2/25, 1/3/25, 2025-02-03",
  })
  void dayOrMonthIsDecidedByTheWholeFile(String first, String second, String day)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("chat.txt"),
            first + ", 10:00 - Ann: a\n" + second + ", 10:00 - Ann: b\n");
    var records = new ArchiveReader().read(file, Optional.empty()).records();
    assertThat(records)
        .extracting(r -> r.createdAt().orElseThrow().instant().toString().substring(0, 10))
        .contains(day);
  }

  @Test
  void aChatSavedByNotepadIsRead() throws IOException {
    byte[] text = "\uFEFF14.03.25, 14:05 - Ann: a\r\n".getBytes(StandardCharsets.UTF_16LE);
    Path file = Files.write(folder.resolve("chat.txt"), text);
    assertThat(new ArchiveReader().read(file, Optional.empty()).records()).hasSize(1);
  }
}
