package dev.demur.archive.linkedin;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.Fields;

/// Rows of tables whose columns nobody has published.
final class Generic {
  private Generic() {}

  /// A record of every column, with the well-known ones under their canonical names.
  static void emit(Row row, Category category) {
    RecordDraft draft =
        row.draft(category)
            .put(Fields.NAME, row.get("Name", "Title"))
            .put(Fields.DESCRIPTION, row.get("Description"))
            .put(Fields.URL, row.get("Url"));
    putRest(row, draft);
    ProfileFiles.emit(row, draft);
  }

  /// Puts every column that was not looked at, by its own name.
  static void putRest(Row row, RecordDraft draft) {
    for (int place = 0; place < row.header().size(); place++) {
      if (row.isUnused(place) && !row.header().isAboutPay(place)) {
        row.use(place);
        draft.put(row.header().field(place), row.cell(place));
      }
    }
  }
}
