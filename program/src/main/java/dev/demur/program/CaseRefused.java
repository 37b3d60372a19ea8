package dev.demur.program;

/// A line of a batch that is no case: where, what was found and what was expected.
final class CaseRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final String path;
  private final String problem;

  private CaseRefused(String path, String problem) {
    super(problem, null, false, false);
    this.path = path;
    this.problem = problem;
  }

  static CaseRefused found(String found, String expected) {
    return new CaseRefused("", "found %s, expected %s".formatted(found, expected));
  }

  /// Where, what was found and what was expected, in one line.
  String reason() {
    return path.isEmpty() ? problem : path + ": " + problem;
  }

  /// The same problem, seen from the object or list around it.
  CaseRefused inside(String step) {
    String dot = path.isEmpty() || path.startsWith("[") ? "" : ".";
    return new CaseRefused(step + dot + path, problem);
  }
}
