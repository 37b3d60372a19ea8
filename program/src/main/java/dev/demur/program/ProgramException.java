package dev.demur.program;

import java.util.List;
import java.util.stream.Collectors;

/// A program file that cannot be used, with everything that is wrong with it.
public final class ProgramException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  ProgramException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// Every problem found, in the order of the file; never empty.
  public List<Problem> problems() {
    return problems;
  }

  /// One thing wrong with a program file.
  ///
  /// @param line 1 is the first line; 0 where the file as a whole is meant
  /// @param path dotted path in the file, e.g. `regions.eu.starts`; empty for the whole file
  /// @param found what stands there
  /// @param expected what would be accepted
  public record Problem(
      String file, int line, int column, String path, String found, String expected) {
    @Override
    public String toString() {
      String place = line == 0 ? file : file + ":" + line + ":" + column;
      String where = path.isEmpty() ? "" : path + ": ";
      return "%s: %sfound %s, expected %s".formatted(place, where, found, expected);
    }
  }
}
