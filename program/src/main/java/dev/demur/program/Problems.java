package dev.demur.program;

import dev.demur.program.Program.Place;
import dev.demur.program.ProgramException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// Collects what is wrong with one program file, so that all of it is shown at once, and where each
/// path stands.
public final class Problems {
  private static final int MAX_PROBLEMS = 50;
  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  public Problems(String file) {
    this.file = file;
  }

  /// Notes where a path stands.
  void stands(String path, Optional<Mark> mark) {
    mark.ifPresent(m -> places.putIfAbsent(path, new Place(m.getName(), m.getLine() + 1)));
  }

  /// Where each path stands that was read.
  Map<String, Place> places() {
    return Map.copyOf(places);
  }

  public void add(Node node, String path, String found, String expected) {
    add(node.getStartMark(), path, found, expected);
  }

  void add(Optional<Mark> mark, String path, String what, String expected) {
    var problem =
        new Problem(
            mark.map(Mark::getName).orElse(file),
            mark.map(m -> m.getLine() + 1).orElse(0),
            mark.map(m -> m.getColumn() + 1).orElse(0),
            path,
            what,
            expected);
    if (found.size() < MAX_PROBLEMS && !found.contains(problem)) {
      found.add(problem);
    }
  }

  void addWhole(String what, String expected) {
    add(Optional.empty(), "", what, expected);
  }

  /// Ends reading, unless nothing was wrong.
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ProgramException(found);
    }
  }

  /// The exception for one problem that makes reading on pointless.
  ProgramException fatal(Optional<Mark> mark, String what, String expected) {
    add(mark, "", what, expected);
    return new ProgramException(found);
  }
}
