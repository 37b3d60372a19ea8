package dev.demur.bench.imports;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes every part of every record into a file: one list of JSON a line, always in the same
/// order.
final class RecordLines implements AutoCloseable {
  private static final byte[] START = JsonLine.syntax("[");
  private static final byte[] COMMA = JsonLine.syntax(",");
  private static final byte[] COLON = JsonLine.syntax(":");
  private static final byte[] NOTHING = JsonLine.syntax(",null");
  private static final byte[] LIST = JsonLine.syntax(",[");
  private static final byte[] END_OF_LIST = JsonLine.syntax("]");
  private static final byte[] FIELDS = JsonLine.syntax(",{");
  private static final byte[] END = JsonLine.syntax("}]\n");

  private final OutputStream out;
  private final JsonLine line = new JsonLine();
  private long count;

  RecordLines(Path file) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  long count() {
    return count;
  }

  void write(MemberRecord record) {
    line.clear();
    line.add(START).text(record.id().value());
    common(record.holder().value());
    record.author().ifPresentOrElse(author -> common(author.value()), () -> line.add(NOTHING));
    people(record.about());
    people(record.mentions());
    common(record.category().code());
    record.createdAt().ifPresentOrElse(this::moment, () -> line.add(NOTHING));
    common(record.source().kind());
    common(record.source().entry());
    line.add(COMMA).add(record.source().line());
    fields(record);
    line.add(END);
    try {
      out.write(line.bytes(), 0, line.length());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write records", e);
    }
    count++;
  }

  private void next(String text) {
    line.add(COMMA).text(text);
  }

  private void common(String text) {
    line.add(COMMA).common(text);
  }

  private void moment(Moment moment) {
    line.add(COMMA).instant(moment.instant());
    common(moment.precision().name());
    common(moment.zone().name());
    next(moment.raw());
  }

  private void people(List<MemberId> people) {
    byte[] before = LIST;
    for (MemberId person : people) {
      line.add(before).text(person.value());
      before = COMMA;
    }
    line.add(people.isEmpty() ? NOTHING : END_OF_LIST);
  }

  private void fields(MemberRecord record) {
    byte[] before = FIELDS;
    for (var field : record.fields().entrySet()) {
      line.add(before).common(field.getKey()).add(COLON).text(field.getValue());
      before = COMMA;
    }
    if (record.fields().isEmpty()) {
      line.add(FIELDS);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
