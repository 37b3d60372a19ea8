package dev.demur.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Puts a program together from its file and the files it includes.
///
/// What an included file says is read as if it stood in the including one: sections side by side,
/// and regions, categories and wording key by key. Nothing overrides anything; a key that is given
/// twice is refused like any other.
final class Includes {
  private static final int MAX_FILES = 16;
  private static final String INCLUDE = "include";
  private static final Set<String> JOINED = Set.of("regions", "categories", "wording");
  private static final String EXPECTED =
      "a list of files in the same folder or below, e.g. [wording/fr.yaml]";

  private final ProgramSource source;
  private final Problems problems;
  private final Deque<String> open = new ArrayDeque<>();
  private int files;

  Includes(ProgramSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /// The program's own mapping with all that is included.
  Node read() {
    return read("", Optional.empty());
  }

  /// The whole program as one text: the file's own, or, where it includes others, all in one.
  String source(Node whole) {
    if (files == 1) {
      return source.text("").orElseThrow();
    }
    var settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(120).build();
    return new Present(settings)
        .emitToString(new Serialize(settings).serializeOne(whole).iterator());
  }

  private Node read(String name, Optional<Mark> from) {
    if (open.contains(name)) {
      throw problems.fatal(from, "an include that comes back to itself: " + chain(name), EXPECTED);
    }
    files++;
    if (files > MAX_FILES) {
      throw problems.fatal(from, "more than " + MAX_FILES + " files", "fewer includes");
    }
    String text =
        source
            .text(name)
            .orElseThrow(() -> problems.fatal(from, "no file \"" + name + "\"", EXPECTED));
    Node node = YamlText.parse(source.fileOf(name), text, problems);
    if (!(node instanceof MappingNode mapping)) {
      return node;
    }
    open.addLast(name);
    Node whole = withIncluded(mapping);
    open.removeLast();
    return whole;
  }

  private String chain(String again) {
    return Stream.concat(open.stream(), Stream.of(again))
        .dropWhile(name -> !name.equals(again))
        .map(source::fileOf)
        .collect(Collectors.joining(" → "));
  }

  private Node withIncluded(MappingNode mapping) {
    List<NodeTuple> tuples = new ArrayList<>();
    List<Node> included = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(INCLUDE)) {
        included.addAll(included(tuple.getValueNode()));
      } else {
        tuples.add(tuple);
      }
    }
    for (Node node : included) {
      if (node instanceof MappingNode more) {
        tuples.addAll(more.getValue());
      } else {
        problems.add(node, "", Section.describe(node), "a mapping of keys to values");
      }
    }
    return with(mapping, included.isEmpty() ? tuples : joined(tuples));
  }

  private List<Node> included(Node list) {
    List<Node> nodes = new ArrayList<>();
    List<Node> names = list instanceof SequenceNode items ? items.getValue() : List.of(list);
    for (Node item : names) {
      if (item instanceof ScalarNode scalar && isBelow(scalar.getValue())) {
        nodes.add(read(scalar.getValue(), scalar.getStartMark()));
      } else {
        problems.add(item, INCLUDE, Section.describe(item), EXPECTED);
      }
    }
    return nodes;
  }

  /// Whether a name stays in the folder of the program.
  private static boolean isBelow(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
  }

  private static List<NodeTuple> joined(List<NodeTuple> tuples) {
    Map<String, NodeTuple> sections = new LinkedHashMap<>();
    List<NodeTuple> others = new ArrayList<>();
    for (NodeTuple tuple : tuples) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && JOINED.contains(key.getValue())
          && tuple.getValueNode() instanceof MappingNode) {
        sections.merge(key.getValue(), tuple, Includes::join);
      } else {
        others.add(tuple);
      }
    }
    others.addAll(sections.values());
    return others;
  }

  private static NodeTuple join(NodeTuple first, NodeTuple second) {
    MappingNode mapping = (MappingNode) first.getValueNode();
    List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
    tuples.addAll(((MappingNode) second.getValueNode()).getValue());
    return new NodeTuple(first.getKeyNode(), with(mapping, tuples));
  }

  private static MappingNode with(MappingNode like, List<NodeTuple> tuples) {
    return new MappingNode(
        like.getTag(), true, tuples, like.getFlowStyle(), like.getStartMark(), like.getEndMark());
  }
}
