package dev.demur.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Which failures of a database pass by themselves, and what to do about the others.
final class Transient {
  private static final int MAX_CAUSES = 20;

  private Transient() {}

  static boolean isTransient(Throwable error) {
    return sqlCause(error).map(Transient::passes).orElse(false);
  }

  private static boolean passes(SQLException error) {
    if (error instanceof SQLiteException sqlite) {
      int primary = sqlite.getResultCode().code & 0xff;
      return primary == SQLiteErrorCode.SQLITE_BUSY.code
          || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }
    String state = state(error);
    return isAway(error) || state.startsWith("40") || state.equals("55P03");
  }

  /// Whether the database did not answer, rather than say no.
  private static boolean isAway(SQLException error) {
    return error instanceof SQLTransientConnectionException
        || state(error).startsWith("08")
        || state(error).startsWith("57P");
  }

  private static String state(SQLException error) {
    return Optional.ofNullable(error.getSQLState()).orElse("");
  }

  /// What was wrong, and the next step.
  static String advice(Throwable error) {
    String cause = sqlCause(error).map(Transient::words).orElse(error.getMessage());
    if (sqlCause(error).filter(Transient::isAway).isPresent()) {
      return "the database does not answer (%s); see that it runs, and try again".formatted(cause);
    }
    if (isTransient(error)) {
      return "the database could not be written (%s); try again when it is free".formatted(cause);
    }
    return "the database refused to write (%s); nothing was acknowledged".formatted(cause);
  }

  /// The pool says only that it waited; what for says the driver.
  private static String words(SQLException error) {
    SQLException telling =
        error instanceof SQLTransientConnectionException && error.getCause() instanceof SQLException
            ? (SQLException) error.getCause()
            : error;
    return String.valueOf(telling.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static Optional<SQLException> sqlCause(Throwable error) {
    Throwable cause = error;
    for (int depth = 0; depth < MAX_CAUSES && cause != null; depth++) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
