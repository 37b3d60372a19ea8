package dev.demur.archive.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The catalogue's file format: lines `key: value` under headings `[id] rest`.
///
/// Lines that begin with `#` and empty lines mean nothing. A key may come many times. What stands
/// before the first heading has the heading "".
///
/// @param id what stands between the brackets
/// @param rest what follows them
record Sections(String id, String rest, Map<String, List<String>> values) {

  /// The sections of a resource beside this class.
  static List<Sections> read(String resource) {
    var sections = new ArrayList<Sections>();
    sections.add(new Sections("", "", new LinkedHashMap<>()));
    for (String line : lines(resource)) {
      if (line.startsWith("[")) {
        int close = line.indexOf(']');
        sections.add(
            new Sections(
                line.substring(1, close),
                line.substring(close + 1).strip(),
                new LinkedHashMap<>()));
      } else {
        sections.getLast().put(resource, line);
      }
    }
    return sections;
  }

  /// The lines of a resource that carry something.
  static List<String> lines(String resource) {
    try (InputStream in = Sections.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the catalogue lacks " + resource + "; rebuild the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private void put(String resource, String line) {
    int colon = line.indexOf(": ");
    if (colon < 0) {
      throw new IllegalStateException(resource + ": expected `key: value`, got: " + line);
    }
    values
        .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
        .add(line.substring(colon + 2).strip());
  }

  /// Every value of a key; there must be one.
  List<String> all(String key) {
    List<String> all = values.get(key);
    if (all == null) {
      throw new IllegalStateException("[" + id + "] lacks `" + key + ":`");
    }
    return List.copyOf(all);
  }

  String one(String key) {
    return all(key).getFirst();
  }

  /// The parts of a value that are set apart by semicolons.
  List<String> parts(String key) {
    return split(one(key), ";");
  }

  static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(java.util.regex.Pattern.quote(separator)))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
