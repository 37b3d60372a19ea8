package dev.demur.ledger.log;

import org.jspecify.annotations.Nullable;

/// A receipt that does not hold; the message says which part.
public final class ReceiptRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReceiptRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
