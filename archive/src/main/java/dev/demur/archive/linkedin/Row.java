package dev.demur.archive.linkedin;

import dev.demur.archive.ImportLog;
import dev.demur.archive.RecordDraft;
import dev.demur.archive.csv.CsvRow;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Moment;
import dev.demur.model.Source;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// One row of a table on its way into records.
///
/// Remembers which columns were looked at: what a table holds beyond its known columns becomes a
/// record of category `other`, so that nothing is lost and nothing unknown is trained on.
final class Row {
  private final Self self;
  private final ImportLog log;
  private final String logicalFile;
  private final String entry;
  private final Header header;
  private final CsvRow.Cells cells;
  private final BitSet used = new BitSet();

  Row(
      Self self,
      ImportLog log,
      String logicalFile,
      String entry,
      Header header,
      CsvRow.Cells cells) {
    this.self = self;
    this.log = log;
    this.logicalFile = logicalFile;
    this.entry = entry;
    this.header = header;
    this.cells = cells;
  }

  Self self() {
    return self;
  }

  Header header() {
    return header;
  }

  int line() {
    return cells.line();
  }

  /// The cell of a column, when it has a value.
  Optional<String> get(String column) {
    int place = header.place(column);
    if (place < 0) {
      return Optional.empty();
    }
    used.set(place);
    return cell(place);
  }

  /// The cell of the first of these columns that has a value.
  Optional<String> get(String... columns) {
    Optional<String> found = Optional.empty();
    for (String column : columns) {
      int place = header.place(column);
      if (place >= 0) {
        used.set(place);
        if (found.isEmpty()) {
          found = cell(place);
        }
      }
    }
    return found;
  }

  /// The cell at a place; empty when blank or one of the ways to write nothing.
  Optional<String> cell(int place) {
    if (place >= cells.cells().size()) {
      return Optional.empty();
    }
    String value = cells.cells().get(place).strip();
    return value.isEmpty() || isAbsent(value) ? Optional.empty() : Optional.of(value);
  }

  private static boolean isAbsent(String value) {
    return switch (value.length()) {
      case 3 -> value.equals("N/A") || value.equals("n/a");
      case 4 -> value.equals("null") || value.equals("NULL");
      default -> false;
    };
  }

  boolean isUnused(int place) {
    return !used.get(place);
  }

  String entry() {
    return entry;
  }

  /// Takes every column for looked at.
  void useAll() {
    used.set(0, header.size());
  }

  void use(int place) {
    used.set(place);
  }

  /// Looks at columns that carry nothing worth keeping.
  void ignore(String... columns) {
    for (String column : columns) {
      get(column);
    }
  }

  /// The time in a column.
  Optional<Moment> time(String column) {
    return timeOf(column, get(column));
  }

  /// The time in the first of these columns that has one.
  Optional<Moment> time(String... columns) {
    return timeOf(columns[0], get(columns));
  }

  private Optional<Moment> timeOf(String column, Optional<String> raw) {
    Optional<Moment> moment = raw.flatMap(Times::parse);
    if (raw.isPresent() && moment.isEmpty()) {
      log.note(entry, line(), "the time in column %s is not understood".formatted(column));
    }
    return moment;
  }

  /// The person of a profile URL column, else of two name columns.
  Optional<MemberId> person(String urlColumn, String firstColumn, String lastColumn) {
    Optional<MemberId> byUrl = get(urlColumn).flatMap(People::byUrl);
    Optional<String> first = get(firstColumn);
    Optional<String> last = get(lastColumn);
    return byUrl
        .or(() -> People.byName(first.orElse("") + " " + last.orElse("")))
        .map(self::resolved);
  }

  /// A record of this row, written by the holder.
  RecordDraft draft(Category category) {
    return new RecordDraft(
        self.holder(), new Source(LinkedIn.NAME, logicalFile, cells.line()), category);
  }

  void emit(RecordDraft draft) {
    log.record(draft.build());
  }

  /// Records what was not looked at.
  void emitRest() {
    if (used.cardinality() == header.size()) {
      return;
    }
    RecordDraft rest = draft(Category.OTHER).put(Fields.KIND, "unknown columns");
    for (int place = 0; place < header.size(); place++) {
      if (!used.get(place) && cell(place).isPresent()) {
        if (header.isAboutPay(place)) {
          emit(
              draft(Category.SALARY)
                  .put(Fields.KIND, "pay column")
                  .key(List.of("pay column", header.field(place), String.valueOf(line()))));
        } else {
          rest.put(header.field(place), cell(place));
        }
      }
    }
    if (rest.hasContent()) {
      emit(rest);
    }
  }
}
