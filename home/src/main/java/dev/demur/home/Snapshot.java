package dev.demur.home;

import dev.demur.corpus.build.CorpusSummary;
import dev.demur.corpus.build.Funnel;
import dev.demur.model.Purpose;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a corpus was built from, and what came of it. Format: `docs/reference/home.md`.
///
/// @param program by name
/// @param programSha256 of the program file, of which the home keeps a copy
/// @param asOf the instant of every decision
/// @param ledgerPosition what was known: the ledger's entries up to this one
/// @param contentRoot of the corpus as it is now, removals included
/// @param in records that gave text for models that write
/// @param out records that did not
/// @param reasons why, by reason code
public record Snapshot(
    String program,
    String programSha256,
    Instant asOf,
    long ledgerPosition,
    String contentRoot,
    long in,
    long out,
    SortedMap<String, Long> reasons) {
  private static final int ID_DIGITS = 16;

  public Snapshot {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /// A corpus as it was built.
  static Snapshot of(
      String program, String programSha256, Instant asOf, long position, CorpusSummary summary) {
    Funnel funnel = summary.funnel(Purpose.CONTENT_GENERATION);
    return new Snapshot(
        program,
        programSha256,
        asOf,
        position,
        summary.contentRoot(),
        funnel.in(),
        funnel.out(),
        funnel.reasons());
  }

  /// The same, of what is left after a removal.
  Snapshot with(CorpusSummary summary) {
    return of(program, programSha256, asOf, ledgerPosition, summary);
  }

  /// The first 16 digits of the content root: what is gone leaves no trace in the name.
  public String id() {
    return contentRoot.substring(0, Math.min(ID_DIGITS, contentRoot.length()));
  }
}
