package dev.demur.archive.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One way through an entry, in memory bounded by its largest item.
final class JsonWalk {
  /// Characters and values of one item; a larger one is left out.
  static final int MAX_ITEM = 8 << 20;

  /// What one value costs beside its characters.
  private static final int VALUE_COST = 16;

  private final JsonParser parser;
  private final Shape shape;
  private final UnaryOperator<String> repair;
  private final int firstLine;
  private final int maxText;
  private final Consumer<Item> items;
  private final Consumer<JsonFault> faults;
  private final Deque<Map<String, Json>> outer = new ArrayDeque<>();
  private int budget;
  private String fault = "";

  JsonWalk(
      JsonParser parser,
      Shape shape,
      UnaryOperator<String> repair,
      int firstLine,
      int maxText,
      Consumer<Item> items,
      Consumer<JsonFault> faults) {
    this.parser = parser;
    this.shape = shape;
    this.repair = repair;
    this.firstLine = firstLine;
    this.maxText = maxText;
    this.items = items;
    this.faults = faults;
  }

  /// Reads the outermost value, whose first token is the parser's current one.
  void run() {
    value("");
  }

  private void value(String place) {
    JsonToken token = parser.currentToken();
    boolean inside = token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
    boolean isList = token == JsonToken.START_ARRAY;
    if (inside && shape.goesInto(place, isList)) {
      if (isList) {
        list(place);
      } else {
        object(place);
      }
    } else {
      item(place);
    }
  }

  private void list(String place) {
    String elements = place + "[]";
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(elements);
    }
  }

  private void item(String place) {
    int line = line();
    begin();
    Json value = tree();
    give(place, value, line);
  }

  private void begin() {
    budget = MAX_ITEM;
    fault = "";
  }

  private void give(String place, Json value, int line) {
    if (fault.isEmpty()) {
      items.accept(new Item(place, value, line, outer));
    } else {
      faults.accept(new JsonFault(line, fault));
    }
  }

  /// An object that is gone into: what is not, is given as one item at its end.
  private void object(String place) {
    int line = line();
    SequencedMap<String, Json> rest = new LinkedHashMap<>();
    String worst = "";
    int left = MAX_ITEM;
    outer.push(rest);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = repair.apply(parser.currentName());
      parser.nextToken();
      String child = place + "/" + key;
      JsonToken token = parser.currentToken();
      boolean inside =
          token.isStructStart() && shape.goesInto(child, token == JsonToken.START_ARRAY);
      if (inside) {
        value(child);
      } else {
        begin();
        budget = left;
        put(rest, key, tree());
        left = budget;
        worst = worst.isEmpty() ? fault : worst;
      }
    }
    outer.pop();
    fault = worst;
    if (!rest.isEmpty() || !fault.isEmpty()) {
      give(place, new Json.Members(rest), line);
    }
  }

  private int line() {
    return firstLine + parser.currentTokenLocation().getLineNr() - 1;
  }

  private Json tree() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members();
      case START_ARRAY -> elements();
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> scalar();
      default -> Json.Absent.VALUE;
    };
  }

  private Json text() {
    String text = repair.apply(parser.getString());
    if (text.length() > maxText) {
      fault = "a text has more than %d characters".formatted(maxText);
      return Json.Absent.VALUE;
    }
    return spend(text.length()) ? new Json.Text(text) : Json.Absent.VALUE;
  }

  private Json scalar() {
    String raw = parser.getString();
    return spend(raw.length()) ? new Json.Scalar(raw) : Json.Absent.VALUE;
  }

  private Json elements() {
    List<Json> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Json value = tree();
      if (spend(0)) {
        values.add(value);
      }
    }
    return new Json.Items(values);
  }

  private Json members() {
    SequencedMap<String, Json> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = repair.apply(parser.currentName());
      parser.nextToken();
      put(values, key, tree());
    }
    return new Json.Members(values);
  }

  private void put(SequencedMap<String, Json> values, String key, Json value) {
    if (spend(key.length()) && values.put(key, value) != null) {
      fault = "an object has one key twice";
    }
  }

  private boolean spend(int characters) {
    budget -= characters + VALUE_COST;
    if (budget < 0) {
      fault = "one item has more than %d characters".formatted(MAX_ITEM);
    }
    return fault.isEmpty();
  }
}
