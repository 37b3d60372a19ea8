package dev.demur.archive.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the flat JSON objects that [Json] writes.
final class JsonLines {
  private static final Pattern FIELD =
      Pattern.compile("\"([A-Za-z]+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}]+))[,}]");

  private JsonLines() {}

  static Map<String, String> parse(String line) {
    var fields = new LinkedHashMap<String, String>();
    Matcher matcher = FIELD.matcher(line);
    while (matcher.find()) {
      String text = matcher.group(2);
      fields.put(matcher.group(1), text == null ? matcher.group(3) : unescaped(text));
    }
    return fields;
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
