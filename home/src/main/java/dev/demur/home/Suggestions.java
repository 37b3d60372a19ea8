package dev.demur.home;

import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Every suggestion that was shown, to whom, and whose text supports its words.
///
/// Answers a member's question "was my data used in an answer to someone else?". A row is the
/// member's to whom it was shown; the supporters' rows go when they leave. Thread-safe.
public final class Suggestions {
  /// One suggestion as shown.
  ///
  /// @param decision `shown`, or a code of [Feedback]
  public record Shown(
      String id, MemberId member, String kind, String text, Instant at, String decision) {}

  private final Jdbi jdbi;

  Suggestions(DataSource source) {
    this.jdbi = Jdbi.create(source);
  }

  /// Records what is about to be shown, all of it or nothing; durable on return.
  ///
  /// @param shown each with the members whose text holds words of it
  public void record(Map<Shown, ? extends Collection<MemberId>> shown) {
    jdbi.useTransaction(handle -> {
      var suggestions =
          handle.prepareBatch(
              """
              INSERT INTO home_suggestion (id, member, kind, text, at, decision)
              VALUES (?, ?, ?, ?, ?, ?)
              """);
      var supports =
          handle.prepareBatch(
              "INSERT INTO home_suggestion_support (suggestion, supporter) VALUES (?, ?)");
      shown.forEach((each, supporters) -> {
        suggestions.add(
            each.id(),
            each.member().value(),
            each.kind(),
            each.text(),
            each.at().toString(),
            each.decision());
        supporters.stream().distinct().forEach(m -> supports.add(each.id(), m.value()));
      });
      suggestions.execute();
      if (supports.size() > 0) {
        supports.execute();
      }
    });
  }

  /// What the member did with a suggestion; false when it was not shown to this member.
  public boolean decide(String id, MemberId member, Feedback decision) {
    return jdbi.withHandle(handle ->
        handle.execute(
            "UPDATE home_suggestion SET decision = ? WHERE id = ? AND member = ?",
            decision.code(),
            id,
            member.value()))
        == 1;
  }

  public Optional<Shown> find(String id, MemberId member) {
    return shown("WHERE id = ? AND member = ?", id, member.value()).stream().findFirst();
  }

  /// How many suggestions shown to others hold words that this member wrote too.
  public long supportedBy(MemberId member) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT COUNT(*) FROM home_suggestion s
                JOIN home_suggestion_support p ON p.suggestion = s.id
                WHERE p.supporter = :member AND s.member <> :member
                """)
            .bind("member", member.value())
            .mapTo(Long.class)
            .one());
  }

  private List<Shown> shown(String where, String... values) {
    return jdbi.withHandle(handle -> {
      var query =
          handle.createQuery(
              "SELECT id, member, kind, text, at, decision FROM home_suggestion " + where);
      for (int i = 0; i < values.length; i++) {
        query.bind(i, values[i]);
      }
      return query
          .map((row, _) ->
              new Shown(
                  row.getString("id"),
                  new MemberId(row.getString("member")),
                  row.getString("kind"),
                  row.getString("text"),
                  Instant.parse(row.getString("at")),
                  row.getString("decision")))
          .list();
    });
  }

  /// Forgets what was shown to the member, and that the member's text supported anything.
  void erase(MemberId member) {
    jdbi.useTransaction(handle -> {
      handle.execute(
          """
          DELETE FROM home_suggestion_support WHERE supporter = ?
          OR suggestion IN (SELECT id FROM home_suggestion WHERE member = ?)
          """,
          member.value(),
          member.value());
      handle.execute("DELETE FROM home_suggestion WHERE member = ?", member.value());
    });
  }
}
