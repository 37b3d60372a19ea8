package dev.demur.home.report;

import dev.demur.home.Home;
import dev.demur.home.Snapshots;
import dev.demur.learn.base.Base;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.util.List;
import java.util.function.Supplier;

/// The reports that Demur writes.
public final class Reports {
  /// Those about everybody, by name.
  public static final List<String> KINDS =
      List.of(
          "build",
          "article30",
          "training-summary",
          "effectiveness",
          "lia",
          "dpia",
          "representativeness");

  private Reports() {}

  /// A report about everybody.
  ///
  /// @param kind one of [#KINDS]
  /// @param base of the model, for reports that name it; asked only by those
  public static Report of(String kind, Home home, Program program, Supplier<Base> base) {
    Figures figures = Figures.of(home, program);
    return switch (kind) {
      case "build" -> BuildReport.of(home, figures);
      case "article30" -> ProcessingRecord.of(figures);
      case "training-summary" -> TrainingSummary.of(home, figures, base.get());
      case "effectiveness" -> Effectiveness.of(home, figures);
      case "lia" -> Annexes.legitimateInterests(figures);
      case "dpia" -> Annexes.impact(figures);
      case "representativeness" -> Representativeness.of(home, figures);
      default ->
          throw new IllegalArgumentException(
              "there is no report %s; there are %s".formatted(kind, KINDS));
    };
  }

  /// A report about one member, for that member (GDPR Art. 15).
  public static Report ofMember(Home home, MemberId member) {
    return MemberReport.of(home, Snapshots.program(home), member);
  }
}
