package dev.demur.ledger.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A JSON reader and canonical writer of its own, for [PlainVerifier]: strings, whole numbers,
/// true, false, lists and objects.
final class PlainJson {
  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    PlainJson reader = new PlainJson(text);
    Object value = reader.value();
    reader.space();
    if (reader.at != text.length()) {
      throw new IllegalArgumentException("text after the end");
    }
    return value;
  }

  private Object value() {
    space();
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new TreeMap<>();
    expect('{');
    while (!next('}')) {
      if (!fields.isEmpty()) {
        expect(',');
      }
      space();
      String name = string();
      expect(':');
      if (fields.put(name, value()) != null) {
        throw new IllegalArgumentException("twice: " + name);
      }
    }
    return fields;
  }

  private List<Object> list() {
    List<Object> values = new ArrayList<>();
    expect('[');
    while (!next(']')) {
      if (!values.isEmpty()) {
        expect(',');
      }
      values.add(value());
    }
    return values;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    expect('"');
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      case '"', '\\', '/' -> c;
      default -> throw new IllegalArgumentException("escape " + c);
    };
  }

  private Long number() {
    int start = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Long.parseLong(text.substring(start, at));
  }

  private Boolean word(String word, boolean value) {
    if (!text.startsWith(word, at)) {
      throw new IllegalArgumentException("not " + word);
    }
    at += word.length();
    return value;
  }

  private boolean next(char c) {
    space();
    if (text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!next(c)) {
      throw new IllegalArgumentException("no " + c + " at " + at);
    }
  }

  private void space() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  static String write(Object value) {
    return switch (value) {
      case Map<?, ?> fields -> {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(fields).forEach((name, field) -> parts.add(write(name) + ":" + write(field)));
        yield "{" + String.join(",", parts) + "}";
      }
      case List<?> values ->
          "[" + String.join(",", values.stream().map(PlainJson::write).toList()) + "]";
      case String string -> quoted(string);
      default -> value.toString();
    };
  }

  private static String quoted(String string) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : string.toCharArray()) {
      int known = "\"\\\b\f\n\r\t".indexOf(c);
      if (known >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(known));
      } else if (c < 32) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
