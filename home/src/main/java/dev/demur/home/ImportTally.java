package dev.demur.home;

import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.platform.PlatformReport;
import dev.demur.corpus.store.Intake;
import dev.demur.home.ImportReport.Refusal;
import dev.demur.home.ImportReport.SkippedEntry;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what an import does. Lists keep their first entries only, so they stay short.
final class ImportTally {
  /// Remarks kept; the rest are counted.
  static final int MAX_LISTED = 10_000;

  private final Set<MemberId> members = new HashSet<>();
  private final SortedMap<String, Long> archives = new TreeMap<>();
  private final List<SkippedEntry> skipped = new ArrayList<>();
  private final SortedMap<String, Long> skippedBecause = new TreeMap<>();
  private final List<Refusal> refused = new ArrayList<>();
  private long refusedUnlisted;
  private Intake intake = Intake.NOTHING;
  private long facts;

  void learnt(long count) {
    facts += count;
  }

  /// One archive or file was taken.
  void took(String path, dev.demur.archive.ImportReport report) {
    report.kinds().forEach(kind -> archives.merge(kind, 1L, Long::sum));
    report.skipped().forEach(s -> skip(new SkippedEntry(path, s.entry(), s.reason())));
    report.refused().forEach(r -> refuse(new Refusal(path, r.entry(), r.line(), r.reason())));
  }

  /// One of the platform's tables was taken.
  void took(String name, PlatformReport report) {
    archives.merge("platform", 1L, Long::sum);
    if (report.skipped() > 0) {
      skippedBecause.merge("is a row the mapping leaves out", report.skipped(), Long::sum);
    }
    report.refused().forEach(r -> refuse(new Refusal(name, r.entry(), r.line(), r.reason())));
  }

  void member(MemberId member) {
    members.add(member);
  }

  void published(Intake more) {
    intake = intake.plus(more);
  }

  private void skip(SkippedEntry entry) {
    skippedBecause.merge(entry.reason(), 1L, Long::sum);
    if (skipped.size() < MAX_LISTED) {
      skipped.add(entry);
    }
  }

  void refused(String path, ArchiveRefused e) {
    String what = e.getMessage() + e.hint().map(hint -> "; " + hint).orElse("");
    refuse(new Refusal(path, e.entry().orElse(""), 0, what));
  }

  private void refuse(Refusal refusal) {
    if (refused.size() < MAX_LISTED) {
      refused.add(refusal);
    } else {
      refusedUnlisted++;
    }
  }

  ImportReport report() {
    List<Refusal> all = new ArrayList<>(refused);
    if (refusedUnlisted > 0) {
      all.add(new Refusal("", "", 0, "%d more were refused".formatted(refusedUnlisted)));
    }
    SortedMap<String, Long> categories = new TreeMap<>();
    intake.byCategory().forEach((Category c, Long count) -> categories.put(c.code(), count));
    return new ImportReport(
        members.size(),
        facts,
        archives,
        intake.byKind(),
        categories,
        ImportReport.Changes.of(intake),
        skipped,
        skippedBecause,
        all);
  }
}
