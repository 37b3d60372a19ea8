package dev.demur.corpus.redact;

/// A line of a batch cannot be redacted; the message says which and why.
public final class RedactBatchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RedactBatchException(String message) {
    super(message);
  }

  RedactBatchException(String message, Throwable cause) {
    super(message, cause);
  }
}
