package dev.demur.archive.sample;

import java.util.Optional;

/// One line of JSON Lines, built field by field.
final class Json {
  private final StringBuilder line = new StringBuilder("{");

  Json put(String key, CharSequence value) {
    string(key(key), value);
    return this;
  }

  Json put(String key, long value) {
    key(key).append(value);
    return this;
  }

  Json put(String key, boolean value) {
    key(key).append(value);
    return this;
  }

  /// Leaves the key out when there is no value.
  Json put(String key, Optional<? extends CharSequence> value) {
    value.ifPresent(present -> put(key, present));
    return this;
  }

  private StringBuilder key(String key) {
    string(line.length() == 1 ? line : line.append(','), key);
    return line.append(':');
  }

  private static void string(StringBuilder out, CharSequence value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  @Override
  public String toString() {
    return line + "}";
  }
}
