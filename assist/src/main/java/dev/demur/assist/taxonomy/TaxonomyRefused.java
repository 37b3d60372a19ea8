package dev.demur.assist.taxonomy;

/// A folder that holds no release that can be read: the message says what is missing.
public final class TaxonomyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TaxonomyRefused(String message) {
    super(message);
  }

  TaxonomyRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
