package dev.demur.archive.linkedin;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Encoding;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.csv.CsvRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// One LinkedIn export being read.
final class LinkedInReading implements ArchiveKind.Reading {
  private static final int MAX_ARTICLE_CHARACTERS = 4 << 20;

  private final Container archive;
  private final Map<String, TextEntry> texts = new TreeMap<>();
  private final Map<String, Table.Look> looks = new TreeMap<>();
  private HolderFinder.Found found = HolderFinder.Found.NOTHING;

  LinkedInReading(Container archive) {
    this.archive = archive;
  }

  @Override
  public void verify() {
    for (Entry entry : archive.entries()) {
      if (!entry.isSystemFile() && (LinkedIn.isTable(entry) || isArticle(entry))) {
        TextEntry text = TextEntry.probe(archive, entry);
        texts.put(entry.name(), text);
        if (LinkedIn.isTable(entry) && text.encoding().isPresent()) {
          looks.put(entry.name(), lookAt(text));
        }
      }
    }
    var finder = new HolderFinder();
    looks.values().forEach(look -> findHolder(look, finder));
    archive.entries().forEach(entry -> finder.seeName(entry.name()));
    found = finder.found();
  }

  private void findHolder(Table.Look look, HolderFinder finder) {
    if (look instanceof Table.Look.Found(Table table) && finder.wants(table.spec())) {
      var silent = new ImportLog(record -> {});
      rows(table, silent, cells -> finder.see(table, cells));
    }
  }

  private Table.Look lookAt(TextEntry text) {
    try {
      return Table.at(text, LinkedIn.SPECS, archive.limits().maxCellCharacters());
    } catch (IOException e) {
      throw unreadable(text, e);
    }
  }

  @Override
  public Optional<MemberId> holder() {
    return found.slug();
  }

  @Override
  public Optional<MemberId> accountNumber() {
    return found.account();
  }

  @Override
  public void read(MemberId holder, ImportLog log) {
    Self self = found.self(holder);
    for (Entry entry : archive.entries()) {
      TextEntry text = texts.get(entry.name());
      if (text == null) {
        log.skip(entry.name(), skipReason(entry));
      } else if (text.encoding().isEmpty()) {
        log.refuse(entry.name(), text.firstForeignLine(), text.fault());
      } else {
        noteEncoding(text, log);
        readText(text, self, log);
      }
    }
  }

  private static String skipReason(Entry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    if (entry.isSystemFile()) {
      return "is the operating system's";
    }
    return name.endsWith(".zip") ? "is a zip inside the zip" : "is no table";
  }

  private static void noteEncoding(TextEntry text, ImportLog log) {
    if (text.encoding().equals(Optional.of(Encoding.WINDOWS_1252))) {
      log.note(text.entry().name(), text.firstForeignLine(), "is not UTF-8; read as windows-1252");
    }
  }

  private void readText(TextEntry text, Self self, ImportLog log) {
    String entry = text.entry().name();
    Table.Look look = looks.get(entry);
    if (look == null) {
      readArticle(text, self, log);
      return;
    }
    switch (look) {
      case Table.Look.Found(Table table) -> readTable(table, self, log);
      case Table.Look.Nothing(String reason) -> readUnknown(text, reason, self, log);
      case Table.Look.Fault(int line, String reason) -> log.refuse(entry, line, reason);
    }
  }

  private void readTable(Table table, Self self, ImportLog log) {
    String entry = table.text().entry().name();
    boolean hasRows =
        rows(
            table,
            log,
            cells -> {
              var row = new Row(self, log, table.spec().name(), entry, table.header(), cells);
              table.spec().rows().accept(row);
              row.emitRest();
            });
    if (!hasRows) {
      log.skip(entry, "has no rows");
    }
  }

  /// Gives every sound row; the others go to the log.
  ///
  /// @return whether there was any row, sound or not
  private boolean rows(Table table, ImportLog log, Consumer<CsvRow.Cells> rows) {
    String entry = table.text().entry().name();
    Header header = table.header();
    int count = 0;
    boolean hasRows = false;
    int maxCell = archive.limits().maxCellCharacters();
    try (var reader = new CsvReader(table.text().open(), table.delimiter(), maxCell)) {
      skipTo(reader, table.headerLine());
      Optional<CsvRow> next;
      while ((next = reader.next(header.least(), header.size())).isPresent()) {
        switch (next.get()) {
          case CsvRow.Broken(int line, String reason) -> {
            hasRows = true;
            log.refuse(entry, line, reason);
          }
          case CsvRow.Cells cells when cells.isBlank() || header.isRepeated(cells.cells()) -> {}
          case CsvRow.Cells cells when hasNul(cells) -> {
            hasRows = true;
            log.refuse(entry, cells.line(), "holds a NUL character");
          }
          case CsvRow.Cells cells -> {
            if (++count > archive.limits().maxRows()) {
              log.refuse(
                  entry,
                  cells.line(),
                  "has more than %d rows; the rest is not read"
                      .formatted(archive.limits().maxRows()));
              return true;
            }
            hasRows = true;
            rows.accept(cells);
          }
        }
      }
    } catch (IOException e) {
      throw unreadable(table.text(), e);
    }
    return hasRows;
  }

  private static void skipTo(CsvReader reader, int headerLine) throws IOException {
    Optional<CsvRow> row = reader.next();
    while (row.isPresent() && row.get().line() < headerLine) {
      row = reader.next();
    }
  }

  private static boolean hasNul(CsvRow.Cells cells) {
    for (String cell : cells.cells()) {
      if (cell.indexOf('\0') >= 0) {
        return true;
      }
    }
    return false;
  }

  /// A table that nobody has described: only one about pay is taken, as stubs.
  private void readUnknown(TextEntry text, String reason, Self self, ImportLog log) {
    String entry = text.entry().name();
    String firstLine = text.isEmpty() ? "" : text.prefix(1000).lines().findFirst().orElse("");
    if (!Pay.namesFile(entry) && !Pay.namesFile(firstLine)) {
      log.skip(entry, reason);
      return;
    }
    List<String> columns = List.of(firstLine.split(",", -1));
    var spec = FileSpec.named("Salary.csv", List.of(), Pay::stub);
    readTable(new Table(text, spec, new Header(columns), ',', 1), self, log);
  }

  private static boolean isArticle(Entry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".html") && ("/" + name).contains("/articles/");
  }

  private static void readArticle(TextEntry text, Self self, ImportLog log) {
    String entry = text.entry().name();
    if (text.entry().size() > MAX_ARTICLE_CHARACTERS) {
      log.refuse(entry, 0, "has more than %d bytes".formatted(MAX_ARTICLE_CHARACTERS));
      return;
    }
    var cells = new ArrayList<String>();
    var article = Articles.parse(text.prefix(MAX_ARTICLE_CHARACTERS));
    cells.add(article.title().orElse(""));
    cells.add(article.url().orElse(""));
    cells.add(article.created().orElse(""));
    cells.add(article.text());
    if (article.text().isBlank() && article.title().isEmpty()) {
      log.skip(entry, "has no text");
      return;
    }
    var header = new Header(List.of("Title", "Url", "Created On", "Text"));
    var row = new Row(self, log, "Articles", entry, header, new CsvRow.Cells(1, cells));
    ContentFiles.articleRow(row);
  }

  private static UncheckedIOException unreadable(TextEntry text, IOException cause) {
    return new UncheckedIOException("cannot read entry " + text.entry().name(), cause);
  }
}
