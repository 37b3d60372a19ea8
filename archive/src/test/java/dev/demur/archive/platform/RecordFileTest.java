package dev.demur.archive.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
  @TempDir private Path folder;

  private Reads read(String lines) throws IOException {
    Path file = folder.resolve("records.jsonl");
    Files.writeString(file, lines);
    return Reads.of(PlatformSource.records(file));
  }

  @Test
  void aLineIsARecord() throws IOException {
    Reads reads =
        read(
            """
            {"member":"m1","category":"content.post","id":"77","source":"posts",\
            "createdAt":"2025-11-20T11:00:00.5+01:00","mentions":["m2"],"fields":{"text":"Hello","likes":3,"none":null}}

            {"member":"m1","category":"profile.recommendation","author":"m3","about":["m1","m4"],"createdAt":"2024-03","fields":{"text":"x"}}
            """);
    assertThat(reads.refused()).isEmpty();
    MemberRecord post = reads.records().getFirst();
    assertThat(post.holder()).isEqualTo(new MemberId("m1"));
    assertThat(post.author()).contains(new MemberId("m1"));
    assertThat(post.category()).isEqualTo(Category.CONTENT_POST);
    assertThat(post.mentions()).containsExactly(new MemberId("m2"));
    assertThat(post.fields()).isEqualTo(Map.of("text", "Hello", "likes", "3"));
    assertThat(post.source().kind()).isEqualTo("platform");
    assertThat(post.source().entry()).isEqualTo("posts");
    assertThat(post.createdAt().map(Moment::instant).map(Object::toString))
        .contains("2025-11-20T10:00:00.500Z");
    MemberRecord said = reads.records().getLast();
    assertThat(said.author()).contains(new MemberId("m3"));
    assertThat(said.about()).containsExactly(new MemberId("m4"));
    assertThat(said.createdAt().map(Moment::precision)).contains(Moment.Precision.MONTH);
  }

  @Test
  void theIdKeepsARecordTheSameWhenItsTextChanges() throws IOException {
    String line =
        "{\"member\":\"m\",\"category\":\"content.post\",\"id\":\"1\",\"fields\":{\"text\":\"%s\"}}\n";
    MemberRecord before = read(line.formatted("a")).records().getFirst();
    MemberRecord after = read("\n" + line.formatted("b")).records().getFirst();
    assertThat(after.id()).isEqualTo(before.id());
    String without =
        "{\"member\":\"m\",\"category\":\"content.post\",\"fields\":{\"text\":\"%s\"}}";
    assertThat(read(without.formatted("a")).records().getFirst().id())
        .isNotEqualTo(read(without.formatted("b")).records().getFirst().id());
  }

  @Test
  void nobodyIsTheAuthorOfARecordWithAuthorNull() throws IOException {
    assertThat(
            read("{\"member\":\"m\",\"category\":\"ads.inference\",\"author\":null}")
                .records()
                .getFirst()
                .author())
        .isEqualTo(Optional.empty());
  }

  @Test
  void whatIsDroppedFromArchivesIsDroppedHere() throws IOException {
    Reads reads =
        read(
            "{\"member\":\"m\",\"category\":\"salary.statement\",\"fields\":{\"text\":\"90000\"}}");
    assertThat(reads.records().getFirst().fields()).isEmpty();
  }

  @Test
  void eachWrongLineIsRefusedWithItsPlaceAndTheOthersAreTaken() throws IOException {
    Reads reads =
        read(
            """
            {"member":"m1","category":"content.posts"}
            {"member":"m1","category":"content.post","txt":"x"}
            {"category":"content.post"}
            {"member":"m1","category":"content.post","createdAt":"yesterday"}
            {"member":"m1","category":"content.post","fields":{"text":["a"]}}
            {"member":"m1","category":"content.post"
            [1]
            {"member":"m1","member":"m2","category":"content.post"}
            {"member":"m1","category":"content.post","fields":{"text":"kept"}}
            """);
    assertThat(reads.records()).hasSize(1);
    assertThat(reads.reasons())
        .satisfiesExactly(
            r ->
                assertThat(r)
                    .startsWith(
                        "1: category: found \"content.posts\", expected \"content.post\" perhaps"),
            r ->
                assertThat(r)
                    .startsWith("2: the line: found unknown key \"txt\", expected one of member"),
            r -> assertThat(r).isEqualTo("3: member: found nothing, expected the member's id"),
            r ->
                assertThat(r)
                    .startsWith(
                        "4: createdAt: found no time of the expected form, expected an instant with its zone"),
            r -> assertThat(r).isEqualTo("5: fields.text: found a list, expected text"),
            r -> assertThat(r).startsWith("6: not one JSON object"),
            r -> assertThat(r).isEqualTo("7: the line: found no object, expected one JSON object"),
            r -> assertThat(r).startsWith("8: not one JSON object"));
  }

  @Test
  void aVeryLongLineIsPassedOver() throws IOException {
    Path file = folder.resolve("long.jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("{\"member\":\"m\",\"category\":\"content.post\",\"fields\":{\"text\":\"");
      for (int i = 0; i < 20_000; i++) {
        out.write("x".repeat(1_000));
      }
      out.write(
          "\"}}\n{\"member\":\"m\",\"category\":\"content.post\",\"fields\":{\"text\":\"y\"}}");
    }
    Reads reads = Reads.of(PlatformSource.records(file));
    assertThat(reads.records()).hasSize(1);
    assertThat(reads.reasons()).containsExactly("1: longer than 16777216 bytes");
  }
}
