package dev.demur.archive.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One JSON value, or none.
///
/// Forgiving to ask: a member of something that has none is [Absent], and a single value where a
/// list is due is a list of one, because platforms write it so.
public sealed interface Json {
  /// Of the largest number of 64 bits.
  int MAX_ID_DIGITS = 20;

  /// No value, or `null`.
  record Absent() implements Json {
    /// Any of them; all are equal.
    public static final Absent VALUE = new Absent();
  }

  record Text(String value) implements Json {}

  /// A number or a truth value, as it is written.
  record Scalar(String raw) implements Json {}

  record Items(List<Json> values) implements Json {}

  /// An object; its members in the order of the source.
  record Members(SequencedMap<String, Json> values) implements Json {}

  /// The member under a key.
  default Json at(String key) {
    return this instanceof Members(var values)
        ? values.getOrDefault(key, Absent.VALUE)
        : Absent.VALUE;
  }

  /// The member at the end of a path of keys.
  default Json at(String... path) {
    Json found = this;
    for (String key : path) {
      found = found.at(key);
    }
    return found;
  }

  /// A text, number or truth value that is not blank.
  default Optional<String> text() {
    return switch (this) {
      case Text(String value) when !value.isBlank() -> Optional.of(value);
      case Scalar(String raw) -> Optional.of(raw);
      case Text _, Absent _, Items _, Members _ -> Optional.empty();
    };
  }

  /// The text under a key.
  default Optional<String> text(String key) {
    return at(key).text();
  }

  /// The text at the end of a path.
  default Optional<String> text(String... path) {
    return at(path).text();
  }

  /// A whole number without sign, as platforms write ids; one that went through floating point is
  /// none.
  default Optional<String> id() {
    return text().map(String::strip).filter(Json::isId);
  }

  private static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_ID_DIGITS;
  }

  /// The values of a list; the value itself when it is none; nothing of nothing.
  default List<Json> items() {
    return switch (this) {
      case Items(List<Json> values) -> values;
      case Absent _ -> List.of();
      case Text _, Scalar _, Members _ -> List.of(this);
    };
  }

  /// The members of an object; none of anything else.
  default Map<String, Json> members() {
    return this instanceof Members(var values) ? values : Map.of();
  }

  default boolean isObject() {
    return this instanceof Members;
  }

  default boolean isPresent() {
    return !(this instanceof Absent);
  }
}
