package dev.demur.home.report;

import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Figures that belong behind two assessments which people write: that of legitimate interests
/// (GDPR Art. 6(1)(f)) and that of the impact on data protection (Art. 35(7)). Each follows the
/// order of its assessment, and judges nothing.
final class Annexes {
  private static final String JUDGED =
      "This annex holds figures only. The assessment itself is the controller's; this system does not make it.";

  private Annexes() {}

  /// In the order of the three tests of EDPB Opinion 28/2024: interest, necessity, balancing.
  static Report legitimateInterests(Figures figures) {
    return new Report(
        "lia",
        "Annex to the assessment of legitimate interests: " + figures.program().title(),
        figures.at(),
        figures.basis(),
        List.of(
            Section.of("What this is", new Text(JUDGED)),
            Section.of(
                "1. Interest: what the data is used for",
                new Text(
                    "The purposes are those of the program %s; each training has a permit that names its"
                            .formatted(figures.program().name())
                        + " corpus and its program."),
                counts(figures, "records.in", "members.in", "builds", "trainings")),
            Section.of(
                "2. Necessity: how much is left out",
                counts(figures, "records", "records.in", "records.out"),
                new Counts(figures.under("records.out."))),
            Section.of(
                "3. Balancing: what people expect, and what they do",
                new Text(
                    "Told before use, and able to refuse at any time without giving a reason."),
                counts(
                    figures,
                    "members",
                    "members.notified",
                    "members.toggle-off",
                    "members.minor",
                    "members.age-unknown"),
                new Counts(figures.under("objections"))),
            Section.of(
                "4. Mitigation: what can be undone",
                new Text(
                    "A removal is certified when models, indexes and tables are what they would be had"
                        + " the member never joined."),
                counts(figures, "members.closed", "removals", "erasures"))));
  }

  /// In the order of Art. 35(7): description, necessity, risks, measures.
  static Report impact(Figures figures) {
    return new Report(
        "dpia",
        "Annex to the data protection impact assessment: " + figures.program().title(),
        figures.at(),
        figures.basis(),
        List.of(
            Section.of("What this is", new Text(JUDGED)),
            Section.of(
                "(a) The processing and its scale",
                counts(
                    figures,
                    "members",
                    "members.in",
                    "records",
                    "records.in",
                    "builds",
                    "trainings")),
            Section.of(
                "(b) Necessity and proportionality",
                counts(figures, "records.out"),
                new Counts(figures.under("records.out."))),
            Section.of(
                "(c) Risks to people",
                new Text(
                    "People whose age or region is not known, and minors, give nothing to training. How"
                        + " well the screen for special categories finds them, and what can be drawn out of"
                        + " a model, is measured: docs/quality.md and `demur evaluate`."),
                counts(figures, "members.minor", "members.age-unknown", "members.region-unknown"),
                new Counts(
                    Stream.of("special-category", "minor", "age-unknown", "mentions-objector")
                        .flatMap(reason -> figures.under("records.out." + reason).stream())
                        .toList())),
            Section.of(
                "(d) Measures, and how they work",
                counts(
                    figures,
                    "members.notified",
                    "members.toggle-off",
                    "objections",
                    "objections.overdue",
                    "removals",
                    "erasures"))));
  }

  private static Counts counts(Figures figures, String... ids) {
    return new Counts(Arrays.stream(ids).map(figures::get).toList());
  }
}
