package dev.demur.home;

/// A job that the rules do not allow now: the message names the clause.
public final class NotPermitted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotPermitted(String message) {
    super(message);
  }
}
