package dev.demur.ledger.log;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON in the one form that RFC 8785 (JCS) gives it, so that equal values have equal bytes.
///
/// Keys are sorted by UTF-16 code unit, there is no white space, and strings escape only what they
/// must. Numbers are whole and at most 2^53 in size; what has others is refused.
public final class CanonicalJson {
  private static final long MAX_NUMBER = 1L << 53;
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CanonicalJson() {}

  /// A new, empty object.
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// Reads JSON; a key that stands twice, or text after the end, is refused.
  ///
  /// @throws IllegalArgumentException when it is not JSON; the message holds no content
  public static JsonNode parse(String json) {
    try {
      return STRICT.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /// The canonical text.
  ///
  /// @throws IllegalArgumentException for a fraction, a number above 2^53, or half a surrogate pair
  public static String write(JsonNode value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  /// The canonical text in UTF-8.
  public static byte[] bytes(JsonNode value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void append(JsonNode value, StringBuilder out) {
    switch (value.getNodeType()) {
      case OBJECT -> appendObject(value, out);
      case ARRAY -> appendArray(value, out);
      case STRING -> appendString(value.stringValue(), out);
      case NUMBER -> out.append(whole(value));
      case BOOLEAN -> out.append(value.booleanValue());
      case NULL -> out.append("null");
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("not a JSON value: " + value.getNodeType());
    }
  }

  private static void appendObject(JsonNode object, StringBuilder out) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    String separator = "{";
    for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
      out.append(separator);
      appendString(entry.getKey(), out);
      out.append(':');
      append(entry.getValue(), out);
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void appendArray(JsonNode array, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      append(array.get(i), out);
    }
    out.append(']');
  }

  private static long whole(JsonNode number) {
    if (!number.isIntegralNumber()
        || !number.canConvertToLong()
        || Math.abs(number.longValue()) > MAX_NUMBER) {
      throw new IllegalArgumentException("numbers must be whole and at most 2^53, got: " + number);
    }
    return number.longValue();
  }

  /// Most texts hold nothing to escape and are appended in one piece.
  static void appendString(String text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        appendEscaped(c, out.append(text, plain, i));
        plain = i + 1;
      } else if (Character.isSurrogate(c)) {
        requirePair(text, i);
        i++;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static void appendEscaped(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u%04x".formatted((int) c));
    }
  }

  private static void requirePair(String text, int at) {
    boolean paired =
        Character.isHighSurrogate(text.charAt(at))
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    if (!paired) {
      throw new IllegalArgumentException("text holds half a surrogate pair");
    }
  }
}
