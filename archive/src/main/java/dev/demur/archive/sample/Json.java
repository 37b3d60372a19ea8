package dev.demur.archive.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One JSON object, built field by field, on one line.
final class Json {
  private final StringBuilder line = new StringBuilder("{");
  private final boolean mangled;

  Json() {
    this(false);
  }

  private Json(boolean mangled) {
    this.mangled = mangled;
  }

  /// An object as Meta writes it: the bytes of UTF-8 as if each were a character.
  static Json mangled() {
    return new Json(true);
  }

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

  Json put(String key, Json value) {
    key(key).append(value);
    return this;
  }

  Json put(String key, List<?> values) {
    StringBuilder out = key(key).append('[');
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ",");
      switch (values.get(i)) {
        case CharSequence text -> string(out, text);
        case Object other -> out.append(other);
      }
    }
    out.append(']');
    return this;
  }

  /// A whole file that is one list.
  static String list(List<Json> values) {
    return "[" + String.join(",\n", values.stream().map(Json::toString).toList()) + "]";
  }

  private StringBuilder key(String key) {
    string(line.length() == 1 ? line : line.append(','), key);
    return line.append(':');
  }

  private void string(StringBuilder out, CharSequence text) {
    CharSequence value = mangled ? mangled(text) : text;
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
          if (c < 0x20 || (mangled && c > 0x7E)) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static String mangled(CharSequence text) {
    return new String(
        text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return line + "}";
  }
}
