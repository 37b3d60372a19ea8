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
}
