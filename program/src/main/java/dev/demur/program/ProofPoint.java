package dev.demur.program;

import java.util.Arrays;

/// One case by its place in every dimension of a [ProofDomain]; 0 is the plainest value.
///
/// @param status one past the [Invariant.Status], 0 for none
record ProofPoint(
    int instant,
    int history,
    int birth,
    int toggle,
    int objection,
    int notice,
    int created,
    int use,
    int category,
    int status) {

  /// Whether fewer values of this one are out of the ordinary.
  boolean isPlainerThan(ProofPoint other) {
    int oddities = oddities();
    int others = other.oddities();
    return oddities != others ? oddities < others : Arrays.compare(values(), other.values()) < 0;
  }

  private int oddities() {
    int oddities = 0;
    for (int value : values()) {
      oddities += value == 0 ? 0 : 1;
    }
    return oddities;
  }

  private int[] values() {
    return new int[] {
      status, birth, objection, toggle, notice, created, category, use, history, instant
    };
  }
}
