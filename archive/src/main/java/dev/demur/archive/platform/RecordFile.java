package dev.demur.archive.platform;

import dev.demur.archive.ArchiveRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// JSON Lines with one record a line.
final class RecordFile implements PlatformSource {
  private final Path file;

  RecordFile(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public PlatformReport read(Sink sink, Optional<Watermark> since) {
    var faults = new MappedSource.Faults();
    long records = 0;
    try (var lines = new Lines(file)) {
      while (lines.next()) {
        sink.bytes().accept(lines.bytes());
        if (lines.isTooLong()) {
          faults.add(lines.number(), "longer than %d bytes".formatted(Lines.MAX_LINE_BYTES));
        } else if (!lines.isBlank()) {
          records += take(lines, sink, faults);
        }
      }
    } catch (IOException e) {
      throw new ArchiveRefused(file, "", 0, "cannot be read: " + e.getClass().getSimpleName(), "");
    }
    return new PlatformReport(records, 0, faults.all());
  }

  private static int take(Lines line, Sink sink, MappedSource.Faults faults) {
    try (JsonParser parser = Json.parser(line)) {
      sink.records().accept(new RecordLine(parser).read());
      return 1;
    } catch (JacksonException e) {
      faults.add(line.number(), "not one JSON object (%s)".formatted(where(e)));
    } catch (RowFault e) {
      faults.add(line.number(), e.reason());
    }
    return 0;
  }

  /// The place, never the text around it.
  static String where(JacksonException e) {
    var location = e.getLocation();
    String kind = e.getClass().getSimpleName().replace("Exception", "");
    return location == null ? kind : "%s at column %d".formatted(kind, location.getColumnNr());
  }
}
