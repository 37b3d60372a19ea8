package dev.demur.home;

import dev.demur.ledger.LedgerView;
import dev.demur.program.Program;

/// What the ledger knew, with the notices that count under a program.
public final class ProgramView {
  private ProgramView() {}

  /// The view that decisions under the program take.
  public static LedgerView of(LedgerView view, Program program) {
    return program.definition().bannerCounts()
        ? view.underWithBanners(program.name())
        : view.under(program.name());
  }
}
