package dev.demur.program;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// YAML text as a tree of nodes that know their line, within limits that no honest program meets.
///
/// Anchors and aliases are refused: a rule must stand where it is read, and they are what YAML
/// bombs are made of. The limits are checked on the stream of events, before any tree is built.
public final class YamlText {
  /// The largest file read, in bytes of UTF-8.
  static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NODES = 50_000;

  private YamlText() {}

  /// The root of one document.
  ///
  /// @throws ProgramException when it cannot be read at all
  public static Node parse(String file, String yaml, Problems problems) {
    int bytes = yaml.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw tooLarge(file, bytes);
    }
    var settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_BYTES).setUseMarks(true);
    try {
      checkLimits(new Parse(settings.build()).parseString(yaml), problems);
      return new Compose(settings.build())
          .composeString(yaml)
          .orElseThrow(
              () -> problems.fatal(Optional.empty(), "nothing", "a training program in YAML"));
    } catch (MarkedYamlEngineException e) {
      throw problems.fatal(
          e.getProblemMark(), "YAML that cannot be read (" + e.getProblem() + ")", "YAML 1.2");
    } catch (YamlEngineException e) {
      throw problems.fatal(
          Optional.empty(), "YAML that cannot be read (" + e.getMessage() + ")", "YAML 1.2");
    }
  }

  static ProgramException tooLarge(String file, long bytes) {
    return new Problems(file)
        .fatal(Optional.empty(), bytes + " bytes", "a program of at most " + MAX_BYTES + " bytes");
  }

  private static void checkLimits(Iterable<Event> events, Problems problems) {
    int depth = 0;
    int nodes = 0;
    int documents = 0;
    for (Event event : events) {
      switch (event) {
        case AliasEvent alias ->
            throw problems.fatal(
                alias.getStartMark(), "a YAML alias (*)", "the value itself; aliases are not read");
        case DocumentStartEvent start -> {
          documents++;
          if (documents > 1) {
            throw problems.fatal(start.getStartMark(), "a second document", "one program a file");
          }
        }
        case CollectionEndEvent _ -> depth--;
        case NodeEvent node -> {
          depth += node instanceof CollectionStartEvent ? 1 : 0;
          nodes++;
          checkLimits(depth, nodes, node.getStartMark(), problems);
        }
        default -> {}
      }
    }
  }

  private static void checkLimits(int depth, int nodes, Optional<Mark> mark, Problems problems) {
    if (depth > MAX_DEPTH) {
      throw problems.fatal(
          mark, "values nested deeper than " + MAX_DEPTH, "at most " + MAX_DEPTH + " levels");
    }
    if (nodes > MAX_NODES) {
      throw problems.fatal(
          mark, "more than " + MAX_NODES + " values", "at most " + MAX_NODES + " values");
    }
  }
}
