package dev.demur.assist.career;

/// A file that is no job: the message says which, where and what would do.
public final class JobRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobRefused(String message) {
    super(message);
  }

  JobRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
