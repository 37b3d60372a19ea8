package dev.demur.archive.mastodon;

import dev.demur.archive.ImportLog;
import dev.demur.archive.RecordDraft;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.csv.CsvRow;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One of the tables that Mastodon gives beside the archive; most of them have no header.
record PeopleTable(TextEntry text, int maxCell) {
  private static final int MAX_ROWS = 1_000_000;

  static PeopleTable probe(Container archive, Entry entry) {
    return new PeopleTable(TextEntry.probe(archive, entry), archive.limits().maxCellCharacters());
  }

  void read(MemberId holder, ImportLog log) {
    String entry = text.entry().name();
    if (text.encoding().isEmpty()) {
      log.refuse(entry, text.firstForeignLine(), text.fault());
      return;
    }
    try (var rows = new CsvReader(text.open(), ',', maxCell)) {
      Optional<CsvRow> row = rows.next();
      for (int i = 0; row.isPresent() && i < MAX_ROWS; i++) {
        take(row.get(), holder, log);
        row = rows.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read entry " + entry, e);
    }
  }

  private void take(CsvRow row, MemberId holder, ImportLog log) {
    switch (row) {
      case CsvRow.Broken(int line, String reason) -> log.refuse(text.entry().name(), line, reason);
      case CsvRow.Cells cells when cells.isBlank() || isHeader(cells) -> {}
      case CsvRow.Cells cells -> record(cells, holder).ifPresent(d -> log.record(d.build()));
    }
  }

  private static boolean isHeader(CsvRow.Cells cells) {
    return cells.line() == 1
        && cells.cells().getFirst().strip().equalsIgnoreCase("account address");
  }

  private Optional<RecordDraft> record(CsvRow.Cells cells, MemberId holder) {
    String file = text.entry().baseName().toLowerCase(Locale.ROOT);
    var source = new Source(Mastodon.NAME, file, cells.line());
    String first = cells.cells().getFirst().strip();
    return switch (file) {
      case "bookmarks.csv" ->
          Optional.of(
              new RecordDraft(
                      holder,
                      new Source(Mastodon.NAME, "bookmarks.json", cells.line()),
                      Category.USAGE_FREQUENCY)
                  .put(Fields.KIND, "bookmark")
                  .put(Fields.URL, first)
                  .key(List.of(first)));
      case "blocked_domains.csv" ->
          Optional.of(
              new RecordDraft(holder, source, Category.CONTACT)
                  .put(Fields.KIND, "blocked server")
                  .put(Fields.VALUE, first));
      case "lists.csv" -> person(holder, source, Category.CONTACT, "list", cells.cells().getLast());
      case "blocked_accounts.csv" -> person(holder, source, Category.CONTACT, "blocked", first);
      case "muted_accounts.csv" -> person(holder, source, Category.CONTACT, "muted", first);
      default -> person(holder, source, Category.CONTACT_FOLLOW, "following", first);
    };
  }

  private static Optional<RecordDraft> person(
      MemberId holder, Source source, Category category, String kind, String address) {
    return Persons.byHandle(address)
        .map(person ->
            new RecordDraft(holder, source, category)
                .about(Optional.of(person))
                .put(Fields.KIND, kind)
                .put(Fields.PERSON, person.value())
                .key(List.of(person.value())));
  }
}
