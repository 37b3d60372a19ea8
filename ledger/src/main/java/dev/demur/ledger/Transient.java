package dev.demur.ledger;

import java.sql.SQLException;
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
    String state = Optional.ofNullable(error.getSQLState()).orElse("");
    return state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("57P")
        || state.equals("55P03");
  }

  /// What was wrong, and the next step.
  static String advice(Throwable error) {
    String cause = sqlCause(error).map(SQLException::getMessage).orElse(error.getMessage());
    if (isTransient(error)) {
      return "the database could not be written (%s); try again when it is free".formatted(cause);
    }
    return "the database refused to write (%s); nothing was acknowledged".formatted(cause);
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
