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
  private final BufferedWriter records;
  private final BufferedWriter planted;
  private final BufferedWriter canaries;

  /// @param folder where the files go; made when absent
  Truth(Path folder) throws IOException {
    Files.createDirectories(folder);
    this.members = Files.newBufferedWriter(folder.resolve("members.jsonl"));
    this.records = Files.newBufferedWriter(folder.resolve("records.jsonl"));
    this.planted = Files.newBufferedWriter(folder.resolve("planted.jsonl"));
    this.canaries = Files.newBufferedWriter(folder.resolve("canaries.jsonl"));
  }

  void add(Person person, SampleFormat format, List<ArchiveFile> files) throws IOException {
    String id = format.id(person);
    member(id, person, format);
    for (ArchiveFile file : files) {
      countRecords(id, file);
      for (int row = 0; row < file.rows().size(); row++) {
        spans(id, file, row);
      }
    }
  }

  private void member(String id, Person person, SampleFormat format) throws IOException {
    boolean own = id.equals(person.id());
    line(
        members,
        new Json()
            .put("id", id)
            .put("slug", own ? Optional.empty() : Optional.of(person.id()))
            .put("format", Optional.of(format.code()).filter(f -> format != SampleFormat.LINKEDIN))
            .put("name", person.name().full())
            .put("country", person.home().country().code())
            .put("birthDate", person.born().toString())
            .put("minor", person.isMinor())
            .put("occupation", person.occupation().id())
            .put("level", person.career().level())
            .put("language", person.habits().language())
            .put("posts", person.habits().posts()));
  }

  private void countRecords(String member, ArchiveFile file) throws IOException {
    var counts = new TreeMap<Category, Integer>();
    file.rows().stream()
        .flatMap(row -> row.categories().stream())
        .forEach(category -> counts.merge(category, 1, Integer::sum));
    for (Map.Entry<Category, Integer> count : counts.entrySet()) {
      line(
          records,
          new Json()
              .put("member", member)
              .put("file", file.entry())
              .put("category", count.getKey().code())
              .put("records", count.getValue()));
    }
  }

  private void spans(String member, ArchiveFile file, int row) throws IOException {
    List<CharSequence> cells = file.rows().get(row).cells();
    for (int column = 0; column < cells.size(); column++) {
      CharSequence cell = cells.get(column);
      Optional<Passage> passage =
          switch (cell) {
            case Passage plain -> Optional.of(plain);
            case LineQuoted quoted -> Optional.of(quoted.plain());
            default -> Optional.empty();
          };
      if (passage.isPresent()) {
        write(member, file, row, column, passage.get());
      }
    }
  }

  private void write(String member, ArchiveFile file, int row, int column, Passage text)
      throws IOException {
    for (Passage.Span span : text.spans()) {
      var json =
          new Json()
              .put("member", member)
              .put("file", file.entry())
              .put("row", row + 1)
              .put("column", file.header().get(column))
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
    records.close();
    planted.close();
    canaries.close();
  }
}
