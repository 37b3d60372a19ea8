package dev.demur.ledger.log;

import org.jspecify.annotations.Nullable;

/// A signed note that is malformed, or that the given key did not sign.
public final class NoteRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoteRefused(String message) {
    super(message);
  }

  NoteRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
