package dev.demur.archive.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.ArchiveRefused;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedSourceTest {
  private static final String YAML =
      """
      mapping: 1
      source: posts
      record:
        member: author
        id: number
        category: {column: type, values: {post: content.post, reply: content.comment, draft: skip}}
        mentions: {column: mentioned, separator: ","}
        created-at: created
        fields: {text: body}
      """;
  private static final Mapping MAPPING = Mapping.parse("posts.yaml", YAML);

  @TempDir private Path folder;

  private Path csv() throws IOException {
    Path file = folder.resolve("posts.csv");
    Files.writeString(
        file,
        """
        \uFEFFnumber,author,type,mentioned,created,body
        1,anna,post,"bela,cara",2025-03-01T10:20:30Z,"Good, better"
        2,anna,draft,,2025-03-01T10:20:30Z,unsaid
        3,bela,reply,,2025-03-02T00:00:00Z,"two
        lines"
        """);
    return file;
  }

  private Path jsonLines() throws IOException {
    Path file = folder.resolve("posts.jsonl");
    Files.writeString(
        file,
        """
        {"number":1,"author":"anna","type":"post","mentioned":["bela","cara"],"created":"2025-03-01T10:20:30Z","body":"Good, better","more":{"deep":[1,{"a":2}]}}
        {"number":2,"author":"anna","type":"draft","created":"2025-03-01T10:20:30Z","body":"unsaid"}
        {"number":3,"author":"bela","type":"reply","mentioned":null,"created":"2025-03-02T00:00:00Z","body":"two\\nlines"}
        """);
    return file;
  }

  private Path parquet() throws IOException {
    Path file = folder.resolve("posts.parquet");
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message posts {
              required int64 number;
              required binary author (STRING);
              required binary type (STRING);
              optional group mentioned (LIST) { repeated group list { optional binary element (STRING); } }
              required int64 created (TIMESTAMP(MICROS,true));
              required binary body (STRING);
              optional int32 unread;
            }
            """);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      writer.write(
          row(schema, 1, "anna", "post", "2025-03-01T10:20:30Z", "Good, better", "bela", "cara"));
      writer.write(row(schema, 2, "anna", "draft", "2025-03-01T10:20:30Z", "unsaid"));
      writer.write(row(schema, 3, "bela", "reply", "2025-03-02T00:00:00Z", "two\nlines"));
    }
    return file;
  }

  private static Group row(
      MessageType schema,
      long number,
      String author,
      String type,
      String at,
      String body,
      String... mentioned) {
    Group row = new SimpleGroup(schema);
    row.append("number", number).append("author", author).append("type", type);
    if (mentioned.length > 0) {
      Group list = row.addGroup("mentioned");
      for (String person : mentioned) {
        list.addGroup("list").append("element", person);
      }
    }
    return row.append("created", Instant.parse(at).getEpochSecond() * 1_000_000)
        .append("body", body);
  }

  @Test
  void aTableGivesTheSameRecordsFromCsvJsonLinesAndParquet() throws IOException {
    List<MemberRecord> fromCsv = Reads.of(PlatformSource.mapped(MAPPING, csv())).records();
    assertThat(fromCsv).hasSize(2);
    assertThat(fromCsv.getFirst().fields()).containsEntry("text", "Good, better");
    assertThat(fromCsv.getFirst().mentions())
        .extracting(Object::toString)
        .containsExactly("bela", "cara");
    assertThat(fromCsv.getFirst().createdAt().map(Moment::instant))
        .contains(Instant.parse("2025-03-01T10:20:30Z"));
    assertThat(Reads.of(PlatformSource.mapped(MAPPING, jsonLines())).records()).isEqualTo(fromCsv);
    assertThat(Reads.of(PlatformSource.mapped(MAPPING, parquet())).records()).isEqualTo(fromCsv);
  }

  @Test
  void aColumnThatTheTableLacksIsSaidWithItsLineInTheMapping() throws IOException {
    Mapping mapping = Mapping.parse("posts.yaml", YAML.replace("text: body", "text: boddy"));
    for (Path file : List.of(csv(), parquet())) {
      assertThatThrownBy(() -> Reads.of(PlatformSource.mapped(mapping, file)))
          .hasMessageContaining("posts.yaml:9:18: record.fields.text: found \"boddy\", which")
          .hasMessageContaining("expected \"body\" perhaps");
    }
  }

  @Test
  void wrongRowsAreRefusedWithTheirLine() throws IOException {
    Path file = folder.resolve("posts.csv");
    Files.writeString(
        file,
        """
        number,author,type,mentioned,created,body
        1,anna,essay,,2025-03-01T10:20:30Z,a
        2,,post,,2025-03-01T10:20:30Z,b
        3,anna,post,,2025-03-01 10:20:30,c
        ,anna,post,,2025-03-01T10:20:30Z,d
        5,anna,post
        """);
    assertThat(Reads.of(PlatformSource.mapped(MAPPING, file)).reasons())
        .containsExactly(
            "2: type: found a value the mapping does not list, expected one of post, reply, draft",
            "3: author: found no member id, expected an id; a member id must have 1 to 200 characters, got 0",
            "4: created: found no time of the expected form, expected an instant with its zone"
                + " (2025-11-20T10:00:00Z), a day (2025-11-20), a month or a year",
            "5: number: found nothing, expected the id of the row",
            "6: has 3 of 6 cells");
  }

  @Test
  void aFileThatIsNotWhatItsNameSaysIsRefusedWhole() throws IOException {
    Path parquet = folder.resolve("bad.parquet");
    Files.writeString(parquet, "this is no parquet file at all");
    assertThatThrownBy(() -> Reads.of(PlatformSource.mapped(MAPPING, parquet)))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("is no sound Parquet file");
    Path latin = folder.resolve("latin.csv");
    Files.write(
        latin,
        "number,author,type,mentioned,created,body\n1,\u00e9\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Reads.of(PlatformSource.mapped(MAPPING, latin)))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void timesComeInTheFormatAndZoneOfTheMapping() throws IOException {
    Mapping mapping =
        Mapping.parse(
            "m.yaml",
            YAML.replace(
                "created-at: created",
                "created-at: {column: created, format: dd.MM.uuuu HH:mm, zone: Europe/Berlin}"));
    Path file = folder.resolve("posts.csv");
    Files.writeString(
        file, "number,author,type,mentioned,created,body\n1,anna,post,,01.07.2025 12:00,a\n");
    assertThat(
            Reads.of(PlatformSource.mapped(mapping, file))
                .records()
                .getFirst()
                .createdAt()
                .map(Moment::instant))
        .contains(Instant.parse("2025-07-01T10:00:00Z"));
  }
}
