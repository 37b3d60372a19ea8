package dev.demur.home;

import dev.demur.archive.platform.Watermark;
import dev.demur.model.MemberId;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// How far each member's rows of a platform's tables have been read.
///
/// One mark for each member and table, so that nothing kept depends on anybody else's rows: where
/// the next import begins is computed from the marks that are there.
final class ImportMarks {
  private final Jdbi jdbi;

  ImportMarks(DataSource source) {
    this.jdbi = Jdbi.create(source);
  }

  /// The greatest mark of a table; empty when nothing of it has been read.
  Optional<Watermark> latest(String source) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT mark FROM home_import_mark WHERE source = :source")
            .bind("source", source)
            .mapTo(String.class)
            .stream()
            .map(Watermark::parse)
            .max(Watermark::compareTo));
  }

  /// Keeps marks, all of them or none. The records must be stored already.
  void put(String source, Map<MemberId, Watermark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    jdbi.useTransaction(handle -> {
      var batch =
          handle.prepareBatch(
              """
              INSERT INTO home_import_mark (source, member, mark) VALUES (:source, :member, :mark)
              ON CONFLICT (source, member) DO UPDATE SET mark = :mark
              """);
      marks.forEach((member, mark) ->
          batch
              .bind("source", source)
              .bind("member", member.value())
              .bind("mark", mark.text())
              .add());
      batch.execute();
    });
  }

  void erase(MemberId member) {
    jdbi.useHandle(
        handle -> handle.execute("DELETE FROM home_import_mark WHERE member = ?", member.value()));
  }
}
