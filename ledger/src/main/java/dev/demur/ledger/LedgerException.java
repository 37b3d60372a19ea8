package dev.demur.ledger;

import org.jspecify.annotations.Nullable;

/// The ledger cannot do what was asked; the message says what to do next. Nothing was acknowledged.
public class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LedgerException(String message) {
    super(message);
  }

  public LedgerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// What the database's failure means to whoever asked, and what to do next.
  public static LedgerException of(Throwable failure) {
    return new LedgerException(Transient.advice(failure), failure);
  }
}
