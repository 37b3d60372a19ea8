package dev.demur.bench.imports;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Writes every part of every record into a file, one JSON object a line.
final class RecordLines implements AutoCloseable {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long count;

  RecordLines(Path file) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  long count() {
    return count;
  }

  void write(MemberRecord record) {
    length = 0;
    member("{\"id\":", record.id().value());
    member(",\"holder\":", record.holder().value());
    record.author().ifPresent(author -> member(",\"author\":", author.value()));
    people(",\"about\":[", record.about());
    people(",\"mentions\":[", record.mentions());
    member(",\"category\":", record.category().code());
    record
        .createdAt()
        .ifPresent(moment -> {
          member(",\"createdAt\":", moment.instant().toString());
          member(",\"precision\":", moment.precision().name());
          member(",\"zone\":", moment.zone().name());
          member(",\"asWritten\":", moment.raw());
        });
    member(",\"kind\":", record.source().kind());
    member(",\"entry\":", record.source().entry());
    plain(",\"line\":" + record.source().line() + ",\"fields\":{");
    String separator = "";
    for (var field : record.fields().entrySet()) {
      plain(separator);
      text(field.getKey());
      member(":", field.getValue());
      separator = ",";
    }
    plain("}}\n");
    try {
      out.write(line, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write records", e);
    }
    count++;
  }

  private void people(String name, List<MemberId> people) {
    String before = name;
    for (MemberId person : people) {
      member(before, person.value());
      before = ",";
    }
    plain(people.isEmpty() ? "" : "]");
  }

  private void member(String name, String value) {
    plain(name);
    text(value);
  }

  private void plain(String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.UTF_8);
    room(bytes.length);
    System.arraycopy(bytes, 0, line, length, bytes.length);
    length += bytes.length;
  }

  /// Every byte of UTF-8 that is no control, quote or backslash stands for itself.
  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(6 * bytes.length + 2);
    line[length++] = '"';
    for (byte b : bytes) {
      if (b == '"' || b == '\\') {
        line[length++] = '\\';
        line[length++] = b;
      } else if (b >= 0 && b < ' ') {
        line[length++] = '\\';
        line[length++] = 'u';
        line[length++] = '0';
        line[length++] = '0';
        line[length++] = HEX[b >> 4];
        line[length++] = HEX[b & 15];
      } else {
        line[length++] = b;
      }
    }
    line[length++] = '"';
  }

  private void room(int more) {
    if (line.length - length < more) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
