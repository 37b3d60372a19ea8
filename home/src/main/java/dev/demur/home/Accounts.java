package dev.demur.home;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Who may sign in where no issuer of tokens says so. A member's sign-in name is the member id.
/// Thread-safe.
public final class Accounts {

  /// One account.
  public record Account(String name, String passwordHash, Role role) {}

  private final Jdbi jdbi;

  Accounts(DataSource source) {
    this.jdbi = Jdbi.create(source);
  }

  public Optional<Account> find(String name) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT name, password_hash, role FROM home_account WHERE name = :name
                """)
            .bind("name", name)
            .map((row, _) ->
                new Account(
                    row.getString("name"),
                    row.getString("password_hash"),
                    Role.valueOf(row.getString("role"))))
            .findOne());
  }

  /// Adds an account, or gives it a new password.
  public void put(String name, CharSequence password, Role role) {
    String hash = Passwords.hash(password);
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO home_account (name, password_hash, role) VALUES (:name, :hash, :role)
                ON CONFLICT (name) DO UPDATE SET password_hash = :hash, role = :role
                """)
            .bind("name", name)
            .bind("hash", hash)
            .bind("role", role.name())
            .execute());
  }

  void delete(String name) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM home_account WHERE name = ?", name));
  }
}
