package dev.demur.archive.platform;

/// A row that cannot be taken. The message says where in it, what was found and what was expected,
/// and quotes no member text.
final class RowFault extends Exception {
  private static final long serialVersionUID = 1L;

  RowFault(String where, String found, String expected) {
    super("%s: found %s, expected %s".formatted(where, found, expected));
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
