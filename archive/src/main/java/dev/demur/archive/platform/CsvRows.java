package dev.demur.archive.platform;

import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.csv.CsvRow;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A CSV file in UTF-8 with a header.
final class CsvRows implements RowSource {
  private static final int MAX_CELL = 4 << 20;
  private static final int BUFFER = 1 << 16;
  private static final char MARK = '\uFEFF';

  private final Path file;
  private final char delimiter;

  CsvRows(Path file, char delimiter) {
    this.file = file;
    this.delimiter = delimiter;
  }

  @Override
  public void read(Wanted wanted, Rows rows, LongConsumer bytes) {
    try (var reader = new CsvReader(open(bytes), delimiter, MAX_CELL)) {
      Optional<CsvRow> header = reader.next();
      if (header.isEmpty() || !(header.get() instanceof CsvRow.Cells(int _, List<String> names))) {
        throw new ArchiveRefused(file, "", 1, "has no header", "its first line names the columns");
      }
      List<String> columns = names.stream().map(String::strip).toList();
      int[] places = places(wanted.columns(), columns);
      Optional<CsvRow> row = reader.next(columns.size(), columns.size());
      while (row.isPresent()) {
        take(row.get(), places, rows);
        row = reader.next(columns.size(), columns.size());
      }
    } catch (CharacterCodingException e) {
      throw new ArchiveRefused(file, "", 0, "is not UTF-8", "convert it, e.g. with iconv");
    } catch (IOException e) {
      throw new ArchiveRefused(file, "", 0, "cannot be read: " + e.getClass().getSimpleName(), "");
    }
  }

  private Reader open(LongConsumer bytes) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text =
        new BufferedReader(
            new InputStreamReader(new Counted(Files.newInputStream(file), bytes), decoder), BUFFER);
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
    return text;
  }

  private static int[] places(List<String> wanted, List<String> columns) {
    int[] places = new int[wanted.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = columns.indexOf(wanted.get(i));
      if (places[i] < 0) {
        throw new MissingColumn(wanted.get(i), columns);
      }
    }
    return places;
  }

  private static void take(CsvRow row, int[] places, Rows rows) {
    switch (row) {
      case CsvRow.Broken(int line, String reason) -> rows.broken(line, reason);
      case CsvRow.Cells cells when cells.isBlank() -> {}
      case CsvRow.Cells cells -> {
        @Nullable String[] values = new String[places.length];
        for (int i = 0; i < places.length; i++) {
          values[i] = cells.cells().get(places[i]);
        }
        rows.row(cells.line(), values, Optional.empty());
      }
    }
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer bytes;
    private long read;

    Counted(InputStream in, LongConsumer bytes) {
      super(in);
      this.bytes = bytes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      read += Math.max(0, count);
      bytes.accept(read);
      return count;
    }
  }
}
