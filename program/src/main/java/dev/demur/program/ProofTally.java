package dev.demur.program;

import org.jspecify.annotations.Nullable;

/// What was counted over one part of a domain.
final class ProofTally {
  private long decisions;
  private long standsFor;
  private final long[] violations;
  private final @Nullable ProofPoint[] smallest;

  ProofTally(int invariants) {
    violations = new long[invariants];
    smallest = new @Nullable ProofPoint[invariants];
  }

  long decisions() {
    return decisions;
  }

  long standsFor() {
    return standsFor;
  }

  long violations(int invariant) {
    return violations[invariant];
  }

  /// The plainest point that breaks an invariant; null where none does.
  @Nullable ProofPoint smallest(int invariant) {
    return smallest[invariant];
  }

  void decided(long count, long each) {
    decisions += count;
    standsFor += count * each;
  }

  void violated(int invariant, ProofPoint point) {
    violations[invariant]++;
    keepPlainer(invariant, point);
  }

  private void keepPlainer(int invariant, ProofPoint point) {
    ProofPoint known = smallest[invariant];
    if (known == null || point.isPlainerThan(known)) {
      smallest[invariant] = point;
    }
  }

  void add(ProofTally part) {
    decisions += part.decisions;
    standsFor += part.standsFor;
    for (int i = 0; i < violations.length; i++) {
      violations[i] += part.violations[i];
      ProofPoint point = part.smallest[i];
      if (point != null) {
        keepPlainer(i, point);
      }
    }
  }
}
