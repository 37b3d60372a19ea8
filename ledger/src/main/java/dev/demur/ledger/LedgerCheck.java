package dev.demur.ledger;

import java.util.List;

/// What a check of the whole ledger found.
///
/// @param entries how many there are
/// @param readable how many can still be opened, and match their commitment
/// @param erased how many can no longer be opened, as they should
/// @param checkpoints how many signed heads were recomputed
/// @param problems what does not hold; empty when all does
public record LedgerCheck(
    long entries, long readable, long erased, long checkpoints, List<String> problems) {
  public LedgerCheck {
    problems = List.copyOf(problems);
  }

  public boolean holds() {
    return problems.isEmpty();
  }
}
