package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was planted where, so that later stages can be scored: JSON Lines beside the archives.
final class Truth implements AutoCloseable {
  private final BufferedWriter members;
  private final BufferedWriter rows;
  private final BufferedWriter planted;
  private final BufferedWriter canaries;

  /// @param folder where the files go; made when absent
  Truth(Path folder) throws IOException {
    Files.createDirectories(folder);
    this.members = Files.newBufferedWriter(folder.resolve("members.jsonl"));
    this.rows = Files.newBufferedWriter(folder.resolve("rows.jsonl"));
    this.planted = Files.newBufferedWriter(folder.resolve("planted.jsonl"));
    this.canaries = Files.newBufferedWriter(folder.resolve("canaries.jsonl"));
  }

  void add(Person person, List<Table> tables) throws IOException {
    member(person);
    for (Table table : tables) {
      countRows(person, table);
      for (int row = 0; row < table.rows().size(); row++) {
        spans(person, table, row);
      }
    }
  }

  private void member(Person person) throws IOException {
    line(
        members,
        new Json()
            .put("id", person.id())
            .put("name", person.name().full())
            .put("country", person.home().country().code())
            .put("birthDate", person.born().toString())
            .put("minor", person.isMinor())
            .put("occupation", person.occupation().id())
            .put("level", person.career().level())
            .put("language", person.habits().language())
            .put("posts", person.habits().posts()));
  }

  private void countRows(Person person, Table table) throws IOException {
    var counts = new TreeMap<Category, Integer>();
    table.rows().forEach(row -> counts.merge(row.category(), 1, Integer::sum));
    for (Map.Entry<Category, Integer> count : counts.entrySet()) {
      line(
          rows,
          new Json()
              .put("member", person.id())
              .put("file", table.entry())
              .put("category", count.getKey().code())
              .put("rows", count.getValue()));
    }
  }

  private void spans(Person person, Table table, int row) throws IOException {
    List<CharSequence> cells = table.rows().get(row).cells();
    for (int column = 0; column < cells.size(); column++) {
      CharSequence cell = cells.get(column);
      Optional<Passage> passage =
          switch (cell) {
            case Passage plain -> Optional.of(plain);
            case LineQuoted quoted -> Optional.of(quoted.plain());
            default -> Optional.empty();
          };
      if (passage.isPresent()) {
        write(person, table, row, column, passage.get());
      }
    }
  }

  private void write(Person person, Table table, int row, int column, Passage text)
      throws IOException {
    for (Passage.Span span : text.spans()) {
      var json =
          new Json()
              .put("member", person.id())
              .put("file", table.entry())
              .put("row", row + 1)
              .put("column", table.header().get(column))
              .put("kind", span.kind())
              .put("text", text.text(span))
              .put("start", span.start())
              .put("end", span.end())
              .put("person", span.person());
      line(span.kind().startsWith("canary.") ? canaries : planted, json);
    }
  }

  private static void line(BufferedWriter out, Json json) throws IOException {
    out.write(json.toString());
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    members.close();
    rows.close();
    planted.close();
    canaries.close();
  }
}
