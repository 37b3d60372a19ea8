package dev.demur.program;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What became of trying every case against invariants.
///
/// @param program its name
/// @param decisions how many decisions were made
/// @param standsFor how many cases they stand for, counting every country and category by itself
public record Proof(String program, long decisions, long standsFor, List<Finding> findings) {
  public Proof {
    findings = List.copyOf(findings);
  }

  /// What became of one invariant.
  ///
  /// @param violations how many of the decisions break it
  /// @param smallest the plainest of them
  public record Finding(Invariant invariant, long violations, Optional<CounterExample> smallest) {
    public boolean holds() {
      return violations == 0;
    }
  }

  /// A case that breaks an invariant.
  ///
  /// @param words the case in words
  /// @param json the same as a line for `demur decide --batch`, which answers it alike
  public record CounterExample(String words, String json) {}

  /// Whether every invariant holds.
  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }

  /// The proof as lines of text.
  public String text() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%s: %,d decisions for %,d cases\n", program, decisions, standsFor));
    for (Finding finding : findings) {
      text.append(finding.holds() ? "  holds     " : "  VIOLATED  ")
          .append(finding.invariant().name())
          .append(": ")
          .append(finding.invariant().says())
          .append('\n');
      finding
          .smallest()
          .ifPresent(example ->
              text.append(
                  String.format(
                      Locale.ROOT,
                      "            by %,d decisions; the smallest: %s%n            %s\n",
                      finding.violations(),
                      example.words(),
                      example.json())));
    }
    return text.toString();
  }
}
