package dev.demur.learn.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How many members each pair of words stands for. Counts are positive: a pair that nobody stands
/// for any more is gone, so equal members give equal tables whatever happened before.
///
/// Mutable and not thread-safe.
final class CountTable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();

  /// Adds one member to a pair.
  void add(String from, String to) {
    counts.computeIfAbsent(from, f -> new TreeMap<>()).merge(to, 1L, Math::addExact);
  }

  /// Takes one member off a pair.
  void subtract(String from, String to) {
    SortedMap<String, Long> row = counts.getOrDefault(from, new TreeMap<>());
    Long count = row.get(to);
    if (count == null) {
      throw new IllegalStateException(
          "a member is subtracted who was never added; rebuild the statistics");
    }
    if (count > 1) {
      row.put(to, count - 1);
    } else {
      row.remove(to);
      if (row.isEmpty()) {
        counts.remove(from);
      }
    }
  }

  long count(String from, String to) {
    return counts.getOrDefault(from, new TreeMap<>()).getOrDefault(to, 0L);
  }

  /// What pairs with `from` for at least `k` members, most frequent first, then by name.
  List<Supported> supported(String from, int k) {
    List<Supported> supported = new ArrayList<>();
    counts
        .getOrDefault(from, new TreeMap<>())
        .forEach((to, count) -> {
          if (count >= k) {
            supported.add(new Supported(to, count));
          }
        });
    supported.sort(
        Comparator.comparingLong(Supported::members).reversed().thenComparing(Supported::value));
    return supported;
  }

  /// One line for each first word, so that two files can be compared line by line.
  String json() {
    StringBuilder text = new StringBuilder("{");
    String separator = "\n";
    for (Map.Entry<String, SortedMap<String, Long>> row : counts.entrySet()) {
      ObjectNode node = JSON.createObjectNode();
      row.getValue().forEach(node::put);
      text.append(separator)
          .append(JSON.writeValueAsString(row.getKey()))
          .append(':')
          .append(JSON.writeValueAsString(node));
      separator = ",\n";
    }
    return text.append("\n}").toString();
  }

  /// Reads what [#json] wrote; throws when it cannot have been written so.
  static CountTable parse(JsonNode node) throws IOException {
    CountTable table = new CountTable();
    for (Map.Entry<String, JsonNode> row : node.properties()) {
      SortedMap<String, Long> counts = new TreeMap<>();
      for (Map.Entry<String, JsonNode> cell : row.getValue().properties()) {
        if (!cell.getValue().isIntegralNumber() || cell.getValue().longValue() < 1) {
          throw new IOException("a count must be 1 or more, got " + cell.getValue());
        }
        counts.put(cell.getKey(), cell.getValue().longValue());
      }
      table.counts.put(row.getKey(), counts);
    }
    return table;
  }
}
