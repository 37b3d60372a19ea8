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

/// Writes every part of every record into a file, one JSON object a line.
final class RecordLines implements AutoCloseable {
  private static final byte[] ID = JsonLine.syntax("{\"id\":");
  private static final byte[] HOLDER = JsonLine.syntax(",\"holder\":");
  private static final byte[] AUTHOR = JsonLine.syntax(",\"author\":");
  private static final byte[] ABOUT = JsonLine.syntax(",\"about\":[");
  private static final byte[] MENTIONS = JsonLine.syntax(",\"mentions\":[");
  private static final byte[] CATEGORY = JsonLine.syntax(",\"category\":");
  private static final byte[] CREATED_AT = JsonLine.syntax(",\"createdAt\":");
  private static final byte[] PRECISION = JsonLine.syntax(",\"precision\":");
  private static final byte[] ZONE = JsonLine.syntax(",\"zone\":");
  private static final byte[] AS_WRITTEN = JsonLine.syntax(",\"asWritten\":");
  private static final byte[] KIND = JsonLine.syntax(",\"kind\":");
  private static final byte[] ENTRY = JsonLine.syntax(",\"entry\":");
  private static final byte[] LINE = JsonLine.syntax(",\"line\":");
  private static final byte[] FIELDS = JsonLine.syntax(",\"fields\":{");
  private static final byte[] COMMA = JsonLine.syntax(",");
  private static final byte[] COLON = JsonLine.syntax(":");
  private static final byte[] END_OF_LIST = JsonLine.syntax("]");
  private static final byte[] END = JsonLine.syntax("}}\n");
  private static final byte[] NOTHING = {};

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
    line.add(ID).text(record.id().value()).add(HOLDER).text(record.holder().value());
    record.author().ifPresent(author -> line.add(AUTHOR).text(author.value()));
    people(ABOUT, record.about());
    people(MENTIONS, record.mentions());
    line.add(CATEGORY).text(record.category().code());
    record.createdAt().ifPresent(this::moment);
    line.add(KIND).text(record.source().kind());
    line.add(ENTRY).text(record.source().entry());
    line.add(LINE).add(record.source().line()).add(FIELDS);
    byte[] separator = NOTHING;
    for (var field : record.fields().entrySet()) {
      line.add(separator).text(field.getKey()).add(COLON).text(field.getValue());
      separator = COMMA;
    }
    line.add(END);
    try {
      out.write(line.bytes(), 0, line.length());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write records", e);
    }
    count++;
  }

  private void moment(Moment moment) {
    line.add(CREATED_AT).instant(moment.instant());
    line.add(PRECISION).text(moment.precision().name());
    line.add(ZONE).text(moment.zone().name());
    line.add(AS_WRITTEN).text(moment.raw());
  }

  private void people(byte[] name, List<MemberId> people) {
    if (people.isEmpty()) {
      return;
    }
    byte[] before = name;
    for (MemberId person : people) {
      line.add(before).text(person.value());
      before = COMMA;
    }
    line.add(END_OF_LIST);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
