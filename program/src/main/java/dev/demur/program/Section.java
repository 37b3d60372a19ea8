package dev.demur.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One mapping of a program file, read key by key.
///
/// Whatever is wrong goes to [Problems] and reading goes on with a stand-in value, which nobody
/// sees: a file with problems never becomes a program.
public final class Section {
  private static final int MAX_SHOWN = 60;

  private final Problems problems;
  private final String path;
  private final @Nullable Node node;
  private final Map<String, Value> values = new LinkedHashMap<>();

  /// One scalar of the file with its place.
  public record Value(String path, Node node, Node keyNode) {}

  private Section(Problems problems, String path, @Nullable Node node) {
    this.problems = problems;
    this.path = path;
    this.node = node;
  }

  /// A section that is not there; asking it for values reports nothing more.
  private static Section missing(Problems problems, String path) {
    return new Section(problems, path, null);
  }

  /// Reads a mapping with any keys, e.g. region names.
  public static Section open(Problems problems, String path, Node node) {
    var section = new Section(problems, path, node);
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, path, describe(node), "a mapping of keys to values");
      return missing(problems, path);
    }
    for (NodeTuple tuple : mapping.getValue()) {
      section.put(tuple);
    }
    return section;
  }

  /// Reads a mapping that may have these keys only.
  public static Section of(Problems problems, String path, Node node, Set<String> known) {
    Section section = open(problems, path, node);
    for (Map.Entry<String, Value> entry : section.values.entrySet()) {
      if (!known.contains(entry.getKey())) {
        problems.add(
            entry.getValue().keyNode(),
            entry.getValue().path(),
            "unknown key \"" + shorten(entry.getKey()) + "\"",
            Nearest.suggestion(entry.getKey(), known));
      }
    }
    return section;
  }

  private void put(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(tuple.getKeyNode(), path, describe(tuple.getKeyNode()), "a plain word as key");
      return;
    }
    String name = key.getValue();
    var value = new Value(join(path, name), tuple.getValueNode(), key);
    problems.stands(value.path(), key.getStartMark());
    Value earlier = values.putIfAbsent(name, value);
    if (earlier != null) {
      String first =
          earlier.keyNode().getStartMark().map(mark -> firstPlace(mark, key)).orElse("elsewhere");
      problems.add(
          key,
          value.path(),
          "the key \"" + shorten(name) + "\" a second time",
          "each key once (first " + first + ")");
    }
  }

  private static String firstPlace(Mark earlier, Node again) {
    boolean sameFile =
        again.getStartMark().map(Mark::getName).filter(earlier.getName()::equals).isPresent();
    int line = earlier.getLine() + 1;
    return sameFile ? "on line " + line : "in " + earlier.getName() + ":" + line;
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  String path() {
    return path;
  }

  /// False where the section is missing or is no mapping; that has been reported already.
  boolean isPresent() {
    return node != null;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /// Every value in the order of the file.
  public Map<String, Value> values() {
    return values;
  }

  public Problems problems() {
    return problems;
  }

  private Optional<Value> required(String key, String expected) {
    Value value = values.get(key);
    if (value == null && node != null) {
      problems.add(node, join(path, key), "nothing", expected);
    }
    return Optional.ofNullable(value);
  }

  /// The sub-mapping under `key`, which must be there.
  public Section section(String key, Set<String> known) {
    return required(key, "a mapping with " + String.join(", ", known))
        .map(value -> of(problems, value.path(), value.node(), known))
        .orElseGet(() -> missing(problems, join(path, key)));
  }

  /// The sub-mapping under `key` with keys of the author's choice.
  public Section openSection(String key, String expected) {
    return required(key, expected)
        .map(value -> open(problems, value.path(), value.node()))
        .orElseGet(() -> missing(problems, join(path, key)));
  }

  public Optional<Section> optionalSection(String key, Set<String> known) {
    return Optional.ofNullable(values.get(key))
        .map(value -> of(problems, value.path(), value.node(), known));
  }

  /// The text under `key`; empty text counts as missing.
  public String text(String key, String expected) {
    return required(key, expected).flatMap(v -> scalar(v, expected)).orElse("");
  }

  public Optional<String> optionalText(String key, String expected) {
    return Optional.ofNullable(values.get(key)).flatMap(v -> scalar(v, expected));
  }

  public Optional<Value> value(String key, String expected) {
    return required(key, expected);
  }

  public Optional<Value> optionalValue(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public Optional<String> scalar(Value value, String expected) {
    if (value.node() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    problems.add(value.node(), value.path(), describe(value.node()), expected);
    return Optional.empty();
  }

  /// The one of several words that stands under `key`; the first of them where it is wrong.
  <T> T choice(String key, Map<String, T> words) {
    return required(key, "one of " + String.join(", ", words.keySet()))
        .flatMap(value -> choice(value, words))
        .orElseGet(() -> words.values().iterator().next());
  }

  <T> Optional<T> choice(Value value, Map<String, T> words) {
    String expected = "one of " + String.join(", ", words.keySet());
    Optional<String> word = scalar(value, expected);
    if (word.isPresent() && !words.containsKey(word.get())) {
      problems.add(
          value.node(),
          value.path(),
          quote(word.get()),
          Nearest.suggestion(word.get(), words.keySet()));
    }
    return word.flatMap(w -> Optional.ofNullable(words.get(w)));
  }

  public int number(String key, int min, int max) {
    return required(key, numberExpected(min, max)).map(v -> number(v, min, max)).orElse(min);
  }

  public Optional<Integer> optionalNumber(String key, int min, int max) {
    return Optional.ofNullable(values.get(key)).map(v -> number(v, min, max));
  }

  private int number(Value value, int min, int max) {
    String expected = numberExpected(min, max);
    String text = scalar(value, expected).orElse("");
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    if (!text.isEmpty()) {
      problems.add(value.node(), value.path(), quote(text), expected);
    }
    return min;
  }

  private static String numberExpected(int min, int max) {
    return "a whole number from %d to %d".formatted(min, max);
  }

  /// The items of the list under `key`, each with its own path.
  public List<Value> list(String key, String expected) {
    return required(key, expected).map(v -> items(v, expected)).orElseGet(List::of);
  }

  public Optional<List<Value>> optionalList(String key, String expected) {
    return Optional.ofNullable(values.get(key)).map(v -> items(v, expected));
  }

  private List<Value> items(Value value, String expected) {
    if (!(value.node() instanceof SequenceNode sequence)) {
      problems.add(value.node(), value.path(), describe(value.node()), expected);
      return List.of();
    }
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Value(value.path() + "[" + items.size() + "]", item, item));
    }
    if (items.isEmpty()) {
      problems.add(value.node(), value.path(), "an empty list", expected);
    }
    return items;
  }

  public static String describe(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue().isBlank() ? "nothing" : quote(scalar.getValue());
      case SequenceNode _ -> "a list";
      case MappingNode _ -> "a mapping";
      default -> "something else";
    };
  }

  static String quote(String text) {
    return '"' + shorten(text) + '"';
  }

  private static String shorten(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
  }
}
