package dev.demur.archive.linkedin;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Encoding;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.Limits;
import dev.demur.archive.container.TextEntry;
import dev.demur.archive.csv.CsvRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One LinkedIn export being read.
final class LinkedInReading implements ArchiveKind.Reading {
  private static final int MAX_ARTICLE_CHARACTERS = 4 << 20;

  /// Rows of one table that vote on who the holder is: enough to outvote everybody else.
  private static final int MAX_ROWS_FOR_HOLDER = 10_000;

  private final Container archive;
  private final SequencedMap<String, TextEntry> texts = new LinkedHashMap<>();
  private final Map<String, Table.Look> looks = new TreeMap<>();
  private HolderFinder.Found found = HolderFinder.Found.NOTHING;

  LinkedInReading(Container archive) {
    this.archive = archive;
  }

  @Override
  public boolean claims(Entry entry) {
    return LinkedIn.isTable(entry) || isArticle(entry);
  }

  @Override
  public void verify(List<Entry> own) {
    for (Entry entry : own) {
      TextEntry text = TextEntry.probe(archive, entry);
      texts.put(entry.name(), text);
      if (LinkedIn.isTable(entry) && text.encoding().isPresent()) {
        looks.put(entry.name(), lookAt(text));
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
      Limits limits = archive.limits();
      int rows = Math.min(MAX_ROWS_FOR_HOLDER, limits.maxRows());
      Limits few = limits.withMaxTable(rows, limits.maxCellCharacters());
      new TableRows(table, few, silent).read(cells -> finder.see(table, cells));
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
    for (TextEntry text : texts.values()) {
      if (text.encoding().isEmpty()) {
        log.refuse(text.entry().name(), text.firstForeignLine(), text.fault());
      } else {
        noteEncoding(text, log);
        readText(text, self, log);
      }
    }
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
      case Table.Look.Nothing(String reason) -> log.skip(entry, reason);
      case Table.Look.Fault(int line, String reason) -> log.refuse(entry, line, reason);
    }
  }

  private void readTable(Table table, Self self, ImportLog log) {
    String entry = table.text().entry().name();
    var tableRows = new TableRows(table, archive.limits(), log);
    boolean hasRows =
        tableRows.read(cells -> {
          var row = new Row(self, log, table.spec().name(), entry, table.header(), cells);
          table.spec().rows().accept(row);
          row.emitRest();
        });
    if (!hasRows) {
      log.skip(entry, "has no rows");
    }
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
