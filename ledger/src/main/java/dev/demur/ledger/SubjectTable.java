package dev.demur.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `ledger_subject`: who stands behind which random reference.
final class SubjectTable {
  /// Databases limit how many parameters one statement takes.
  static final int MAX_PARAMETERS = 500;

  /// A first occurrence that the table keeps per subject, to find its entries again.
  enum Trait {
    MEMBER,
    OBJECTOR,

    /// Has single records that are deleted or reviewed.
    DELETER;

    String column() {
      return name().toLowerCase(Locale.ROOT) + "_since";
    }
  }

  private SubjectTable() {}

  static List<Subject> byOwners(Handle handle, Subject.Kind kind, Collection<String> owners) {
    List<Subject> found = new ArrayList<>();
    for (List<String> part : parts(owners)) {
      found.addAll(
          handle
              .createQuery(
                  """
                  SELECT reference, kind, owner, secret, member_since FROM ledger_subject
                  WHERE kind = :kind AND owner IN (<owners>)
                  """)
              .bind("kind", kind.code())
              .bindList("owners", part)
              .map(SubjectTable::map)
              .list());
    }
    return found;
  }

  static Optional<Subject> byOwner(Handle handle, Subject.Kind kind, String owner) {
    return handle
        .createQuery(
            """
            SELECT reference, kind, owner, secret, member_since FROM ledger_subject
            WHERE kind = :kind AND owner = :owner
            """)
        .bind("kind", kind.code())
        .bind("owner", owner)
        .map(SubjectTable::map)
        .findOne();
  }

  static Optional<Subject> byReference(Handle handle, String reference) {
    return handle
        .createQuery(
            """
            SELECT reference, kind, owner, secret, member_since FROM ledger_subject
            WHERE reference = :reference
            """)
        .bind("reference", reference)
        .map(SubjectTable::map)
        .findOne();
  }

  static List<Subject> all(Handle handle) {
    return handle
        .createQuery("SELECT reference, kind, owner, secret, member_since FROM ledger_subject")
        .map(SubjectTable::map)
        .list();
  }

  /// The subjects that had the trait at this position.
  static List<Subject> withTrait(Handle handle, Trait trait, long position) {
    return handle
        .createQuery(
            "SELECT reference, kind, owner, secret, member_since FROM ledger_subject WHERE "
                + trait.column()
                + " <= :position")
        .bind("position", position)
        .map(SubjectTable::map)
        .list();
  }

  /// The ids of everybody who was a member at this position, sorted.
  static List<String> members(Handle handle, long position) {
    return handle
        .createQuery(
            """
            SELECT owner FROM ledger_subject
            WHERE kind = 'member' AND member_since <= :position
            """)
        .bind("position", position)
        .mapTo(String.class)
        .list();
  }

  static boolean isMember(Handle handle, String owner) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM ledger_subject
            WHERE kind = 'member' AND owner = :owner AND member_since IS NOT NULL
            """)
        .bind("owner", owner)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// The subjects with entries after one position and up to another.
  static List<Subject> changed(Handle handle, long after, long upTo) {
    Query query =
        handle.createQuery(
            """
            SELECT reference, kind, owner, secret, member_since FROM ledger_subject
            WHERE reference IN (
              SELECT subject FROM ledger_entry WHERE position > :after AND position <= :upTo)
            """);
    return query.bind("after", after).bind("upTo", upTo).map(SubjectTable::map).list();
  }

  static void insert(Handle handle, Subject subject) {
    handle
        .createUpdate(
            """
            INSERT INTO ledger_subject (reference, kind, owner, secret)
            VALUES (:reference, :kind, :owner, :secret)
            """)
        .bind("reference", subject.reference())
        .bind("kind", subject.kind().code())
        .bind("owner", subject.owner())
        .bind("secret", subject.secret())
        .execute();
  }

  /// Notes the first position of a trait; later ones change nothing.
  static void note(Handle handle, String reference, Trait trait, long position) {
    String column = trait.column();
    handle
        .createUpdate(
            "UPDATE ledger_subject SET %s = :position WHERE reference = :reference AND %s IS NULL"
                .formatted(column, column))
        .bind("position", position)
        .bind("reference", reference)
        .execute();
  }

  static void delete(Handle handle, String reference) {
    handle
        .createUpdate("DELETE FROM ledger_subject WHERE reference = :reference")
        .bind("reference", reference)
        .execute();
  }

  private static Subject map(ResultSet row, StatementContext context) throws SQLException {
    Subject.Kind kind = Subject.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    boolean member = row.getObject("member_since") != null;
    return new Subject(
        row.getString("reference"), kind, row.getString("owner"), row.getBytes("secret"), member);
  }

  static <T> List<List<T>> parts(Collection<T> values) {
    List<T> all = List.copyOf(values);
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MAX_PARAMETERS) {
      parts.add(all.subList(from, Math.min(all.size(), from + MAX_PARAMETERS)));
    }
    return parts;
  }
}
