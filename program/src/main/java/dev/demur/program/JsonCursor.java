package dev.demur.program;

import dev.demur.model.MemberId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the values of one JSON document, saying where and what was expected when one is wrong.
final class JsonCursor {
  static final String INSTANT = "an instant with its zone, e.g. 2025-12-01T00:00:00Z";

  private static final int MAX_ITEMS = 10_000;

  private final JsonParser parser;

  JsonCursor(JsonParser parser) {
    this.parser = parser;
  }

  /// What to do with one key of an object; the cursor stands at its value.
  interface KeyReader {
    /// Whether the key is known; an unknown one is skipped.
    boolean read(String key) throws CaseRefused;
  }

  /// What to do with one item of a list; the cursor stands at it.
  interface ItemReader {
    void read() throws CaseRefused;
  }

  JsonToken next() {
    return parser.nextToken();
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /// Reads an object key by key; a key that is almost a known one is refused, others are skipped.
  void object(List<String> known, KeyReader reader) throws CaseRefused {
    expect(JsonToken.START_OBJECT, "an object");
    int seen = 0;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      int bit = 1 << known.indexOf(key);
      try {
        if ((seen & bit) != 0 && bit > 0) {
          throw twice();
        }
        seen |= bit;
        if (!reader.read(key)) {
          refuseAlmost(key, known);
          parser.skipChildren();
        }
      } catch (CaseRefused refused) {
        throw refused.inside(key);
      }
    }
  }

  static CaseRefused twice() {
    return CaseRefused.found("the key a second time", "each key once");
  }

  private static void refuseAlmost(String key, List<String> known) throws CaseRefused {
    for (String word : known) {
      int limit = Math.min(3, Math.min(word.length(), key.length()) / 2);
      if (Nearest.distance(key, word) <= limit) {
        throw CaseRefused.found("an unknown key", "\"" + word + "\" perhaps");
      }
    }
  }

  /// Reads an object whose keys are ids; errors name the place, not the id.
  void idsToObjects(KeyReader reader) throws CaseRefused {
    expect(JsonToken.START_OBJECT, "an object");
    int index = 0;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      try {
        reader.read(key);
      } catch (CaseRefused refused) {
        throw refused.inside("[" + index + "]");
      }
      index++;
    }
  }

  /// Reads a list item by item; null is an empty list.
  void list(ItemReader reader) throws CaseRefused {
    if (isNull()) {
      return;
    }
    expect(JsonToken.START_ARRAY, "a list");
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (index >= MAX_ITEMS) {
        throw CaseRefused.found("more than " + MAX_ITEMS + " items", "a shorter list");
      }
      try {
        reader.read();
      } catch (CaseRefused refused) {
        throw refused.inside("[" + index + "]");
      }
      index++;
    }
  }

  String text(String expected) throws CaseRefused {
    expect(JsonToken.VALUE_STRING, expected);
    return parser.getString();
  }

  <T> T word(Map<String, T> words) throws CaseRefused {
    T value = words.get(text("a word"));
    if (value == null) {
      throw CaseRefused.found(here(), "one of " + String.join(", ", words.keySet()));
    }
    return value;
  }

  Instant instant() throws CaseRefused {
    expect(JsonToken.VALUE_STRING, INSTANT);
    try {
      return IsoInstants.parse(
          parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    } catch (DateTimeException e) {
      throw CaseRefused.found(here(), INSTANT);
    }
  }

  Optional<Instant> optionalInstant() throws CaseRefused {
    return isNull() ? Optional.empty() : Optional.of(instant());
  }

  Optional<LocalDate> optionalDay() throws CaseRefused {
    String expected = "a day, e.g. 1990-05-01, or null";
    if (isNull()) {
      return Optional.empty();
    }
    expect(JsonToken.VALUE_STRING, expected);
    try {
      if (parser.getStringLength() != 10) {
        throw CaseRefused.found(here(), expected);
      }
      return Optional.of(IsoInstants.date(parser.getStringCharacters(), parser.getStringOffset()));
    } catch (DateTimeException e) {
      throw CaseRefused.found(here(), expected);
    }
  }

  MemberId memberId() throws CaseRefused {
    return memberId(text("a member id"));
  }

  static MemberId memberId(String value) throws CaseRefused {
    try {
      return new MemberId(value);
    } catch (IllegalArgumentException e) {
      throw CaseRefused.found("no member id", "an id as this: " + e.getMessage());
    }
  }

  List<MemberId> memberIds() throws CaseRefused {
    List<MemberId> ids = new ArrayList<>(2);
    list(() -> ids.add(memberId()));
    return ids;
  }

  /// The id of a case: text, or a number taken as text.
  String caseId() throws CaseRefused {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getString();
    }
    return text("an id, text or number");
  }

  private void expect(JsonToken token, String expected) throws CaseRefused {
    if (parser.currentToken() != token) {
      throw CaseRefused.found(here(), expected);
    }
  }

  private String here() {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case null -> "nothing";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_NULL -> "null";
      case VALUE_STRING -> Section.quote(parser.getString());
      default -> parser.getString();
    };
  }
}
