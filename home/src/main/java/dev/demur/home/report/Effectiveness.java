package dev.demur.home.report;

import dev.demur.home.Home;
import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import dev.demur.ledger.objection.ObjectionCase;
import dev.demur.program.ProgramDefinition;
import dev.demur.program.ProgramDefinition.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How well the safeguards work: what the regulator's conditions of 7 November 2025 ask about, in
/// the first five months and after.
final class Effectiveness {
  private Effectiveness() {}

  static Report of(Home home, Figures figures) {
    ProgramDefinition law = figures.program().definition();
    return new Report(
        "effectiveness",
        "Effectiveness of the safeguards: " + figures.program().title(),
        figures.at(),
        figures.basis(),
        List.of(
            Section.of("Period", new Text(period(law, figures.at()))),
            Section.of(
                "Members are told",
                new Text(
                    "Nothing is used of a member to whom the notice was not delivered, or not long"
                        + " enough ago."),
                new Counts(
                    Stream.concat(
                            Stream.of(figures.get("members"), figures.get("members.notified")),
                            Stream.of("records.out.notice-missing", "records.out.notice-too-recent")
                                .flatMap(id -> figures.under(id).stream()))
                        .toList())),
            Section.of(
                "Members under age",
                new Text(
                    "Whoever's age is not known counts as under age. No content of minors is kept."),
                new Counts(
                    Stream.of(
                            "members.minor",
                            "members.age-unknown",
                            "records.out.minor",
                            "records.out.age-unknown")
                        .flatMap(id -> figures.under(id).stream())
                        .toList())),
            Section.of(
                "Less data, and a shorter window",
                Counts.of(
                    figures.get("records"), figures.get("records.in"), figures.get("records.out")),
                new Counts(figures.under("records.out.outside-window"))),
            Section.of(
                "Sensitive content",
                new Text(
                    "Special categories of data are found by a screen whose measured recall stands in"
                        + " docs/quality.md."),
                new Counts(figures.under("records.out.special-category"))),
            Section.of(
                "Settings and objections",
                new Counts(
                    Stream.concat(
                            Stream.of(figures.get("members.toggle-off")),
                            figures.under("objections").stream())
                        .toList()),
                answered(figures)),
            Section.of(
                "Removal",
                new Text(
                    "A removal is certified when models, indexes and tables are what they would be had"
                        + " the member never joined."),
                Counts.of(figures.get("removals"), figures.get("erasures"))),
            new Section("Month by month", List.copyOf(Months.of(figures))),
            Section.of("Evidence", new Text(evidence(home)))));
  }

  private static String period(ProgramDefinition law, Instant at) {
    return law.regions().stream()
        .map(Region::starts)
        .max(Comparator.naturalOrder())
        .map(start ->
            start.isAfter(at)
                ? "The last region starts at %s, which is still to come.".formatted(start)
                : "The last region started at %s, %d days ago."
                    .formatted(start, Duration.between(start, at).toDays()))
        .orElse("The program names no region.");
  }

  private static Grid answered(Figures figures) {
    List<List<String>> rows = new ArrayList<>();
    for (ObjectionCase each : figures.cases()) {
      each.decidedAt()
          .ifPresent(decided ->
              rows.add(
                  List.of(
                      each.id(),
                      each.state().name().toLowerCase(java.util.Locale.ROOT),
                      Long.toString(Duration.between(each.filedAt(), decided).toDays()))));
    }
    return new Grid(
        List.of("case", "outcome", "days until answered"),
        rows,
        "ObjectionFiled and ObjectionDecided of each case");
  }

  private static String evidence(Home home) {
    return home.ledger().checkpoint().isPresent()
        ? "Every figure above can be computed anew from the log, whose newest head is signed;"
            + " `demur verify` does so."
        : "The log is empty.";
  }
}
