package dev.demur.home;

/// Input that cannot be taken: the message says what, where, and what would do. Nothing was
/// changed.
public final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputRefused(String message) {
    super(message);
  }

  public InputRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
