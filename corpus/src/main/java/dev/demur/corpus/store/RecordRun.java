package dev.demur.corpus.store;

import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A sorted run of records in a file of its own, for sorting more records than memory holds.
///
/// The file lives no longer than the import that made it.
final class RecordRun implements Iterator<PlacedRecord>, AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DataInputStream in;
  private @Nullable PlacedRecord next;

  RecordRun(Path file) {
    this.file = file;
    try {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    this.next = read();
  }

  /// Writes records in the order given.
  static void write(Path file, Iterator<PlacedRecord> records) {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      while (records.hasNext()) {
        write(out, records.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void write(DataOutputStream out, PlacedRecord placed) throws IOException {
    MemberRecord record = placed.record();
    out.writeInt(placed.bucket());
    text(out, record.id().value());
    text(out, record.holder().value());
    people(out, record.author().stream().toList());
    people(out, record.about());
    people(out, record.mentions());
    text(out, record.category().name());
    out.writeBoolean(record.createdAt().isPresent());
    if (record.createdAt().isPresent()) {
      moment(out, record.createdAt().get());
    }
    out.writeInt(record.fields().size());
    for (var field : record.fields().entrySet()) {
      text(out, field.getKey());
      text(out, field.getValue());
    }
    text(out, record.source().kind());
    text(out, record.source().entry());
    out.writeInt(record.source().line());
  }

  private static void moment(DataOutputStream out, Moment moment) throws IOException {
    text(out, moment.instant().toString());
    text(out, moment.precision().name());
    text(out, moment.zone().name());
    text(out, moment.raw());
  }

  private static void people(DataOutputStream out, List<MemberId> people) throws IOException {
    out.writeInt(people.size());
    for (MemberId person : people) {
      text(out, person.value());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public PlacedRecord next() {
    PlacedRecord record = next;
    if (record == null) {
      throw new NoSuchElementException("no more records in " + file);
    }
    next = read();
    return record;
  }

  private @Nullable PlacedRecord read() {
    try {
      int bucket = in.readInt();
      return new PlacedRecord(bucket, readRecord());
    } catch (EOFException _) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private MemberRecord readRecord() throws IOException {
    var id = new RecordId(text());
    var holder = new MemberId(text());
    Optional<MemberId> author = people().stream().findFirst();
    List<MemberId> about = people();
    List<MemberId> mentions = people();
    Category category = Category.valueOf(text());
    Optional<Moment> createdAt = in.readBoolean() ? Optional.of(moment()) : Optional.empty();
    var fields = new TreeMap<String, String>();
    for (int left = in.readInt(); left > 0; left--) {
      fields.put(text(), text());
    }
    var source = new Source(text(), text(), in.readInt());
    return new MemberRecord(
        id, holder, author, about, mentions, category, createdAt, fields, source);
  }

  private Moment moment() throws IOException {
    return new Moment(
        Instant.parse(text()),
        Moment.Precision.valueOf(text()),
        Moment.Zone.valueOf(text()),
        text());
  }

  private List<MemberId> people() throws IOException {
    int size = in.readInt();
    if (size == 0) {
      return List.of();
    }
    var people = new ArrayList<MemberId>(size);
    for (int i = 0; i < size; i++) {
      people.add(new MemberId(text()));
    }
    return people;
  }

  private String text() throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
