package dev.demur.archive.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.program.ProgramException;
import org.junit.jupiter.api.Test;

class MappingTest {
  @Test
  void everythingWrongIsSaidAtOnceWithLineAndNearestWord() {
    String yaml =
        """
        mapping: 1
        source: posts
        record:
          membr: author_id
          category: content.pots
          created-at: {column: created, zone: Europe/Berlyn}
          fields: {Text: body}
        """;
    assertThatThrownBy(() -> Mapping.parse("posts.yaml", yaml))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining(
            "posts.yaml:4:3: record.membr: found unknown key \"membr\", expected \"member\" perhaps")
        .hasMessageContaining(
            "posts.yaml:4:3: record.member: found nothing, expected the name of a column")
        .hasMessageContaining(
            "posts.yaml:5:13: record.category: found \"content.pots\", expected \"content.post\" perhaps")
        .hasMessageContaining(
            "posts.yaml:6:39: record.created-at.zone: found \"Europe/Berlyn\", expected \"Europe/Berlin\" perhaps")
        .hasMessageContaining(
            "posts.yaml:7:12: record.fields.Text: found \"Text\", expected a name in camel case");
  }

  @Test
  void anotherVersionIsRefused() {
    assertThatThrownBy(() ->
            Mapping.parse(
                "m.yaml", "mapping: 2\nsource: a\nrecord: {member: a, category: other.x}\n"))
        .hasMessageContaining(
            "m.yaml:1:10: mapping: found \"2\", expected a whole number from 1 to 1");
  }

  @Test
  void columnsAndRulesComeOutAsWritten() {
    Mapping mapping =
        Mapping.parse(
            "m.yaml",
            """
            mapping: 1
            source: posts
            csv: {delimiter: ";"}
            record:
              member: author
              id: [board, number]
              category: {column: type, values: {post: content.post, draft: skip}}
              mentions: {column: mentioned, separator: " "}
              fields: {text: body}
            """);
    assertThat(mapping.delimiter()).isEqualTo(';');
    assertThat(mapping.id()).containsExactly("board", "number");
    assertThat(mapping.mentions().orElseThrow().separator()).isEqualTo(" ");
    assertThat(mapping.places().keySet())
        .containsExactlyInAnyOrder("author", "board", "number", "type", "mentioned", "body");
  }
}
