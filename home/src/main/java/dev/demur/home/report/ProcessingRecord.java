package dev.demur.home.report;

import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.program.Program;
import dev.demur.program.ProgramDefinition;
import dev.demur.program.ProgramDefinition.CategoryRule;
import dev.demur.program.ProgramDefinition.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The record of processing activities: the points of GDPR Art. 30(1), in its order.
final class ProcessingRecord {
  private ProcessingRecord() {}

  static Report of(Figures figures) {
    Program program = figures.program();
    ProgramDefinition law = program.definition();
    return new Report(
        "article30",
        "Record of processing (GDPR Art. 30): " + program.title(),
        figures.at(),
        figures.basis(),
        List.of(
            Section.of(
                "(a) Controller",
                new Text(law.controller()),
                new Text(
                    "Representative and data protection officer are not known to this system; the"
                        + " controller adds them.")),
            Section.of("(b) Purposes", new Text(purposes(law))),
            Section.of(
                "(c) Data subjects and categories of data",
                Counts.of(
                    figures.get("members"),
                    figures.get("members.minor"),
                    figures.get("objections"),
                    figures.get("records")),
                held(figures)),
            Section.of("(d) Recipients", recipients(law)),
            Section.of(
                "(e) Transfers",
                new Text(
                    "This system sends no data anywhere by itself. Recipients above whose place is"
                        + " outside the region need a transfer instrument, which the controller names.")),
            Section.of("(f) Time limits for erasure", new Text(limits(law)), erased(figures)),
            Section.of("(g) Security measures", new Text(measures()))));
  }

  private static String purposes(ProgramDefinition law) {
    return law.purposes().stream()
            .map(purpose ->
                switch (purpose) {
                  case CONTENT_GENERATION -> "training of models that write (content-generation)";
                  case OTHER_ML -> "other machine learning: matching and statistics (other-ml)";
                })
            .collect(Collectors.joining("; "))
        + ". Every training run has one corpus, one program version and a permit, noted in the log.";
  }

  private static Grid held(Figures figures) {
    ProgramDefinition law = figures.program().definition();
    List<List<String>> rows = new ArrayList<>();
    figures
        .held()
        .forEach((category, many) ->
            rows.add(List.of(category.code(), many.toString(), standing(law, category.code()))));
    return new Grid(
        List.of("category", "records held", "under the program"),
        rows,
        "rows of the table records by category; clause categories of the program");
  }

  private static String standing(ProgramDefinition law, String category) {
    String family = category.substring(0, category.indexOf('.') + 1) + "*";
    return law.categories().stream()
        .filter(rule -> rule.pattern().equals(category))
        .findFirst()
        .or(() -> law.categories().stream().filter(r -> r.pattern().equals(family)).findFirst())
        .map(CategoryRule::standing)
        .map(standing ->
            switch (standing) {
              case IN -> "in";
              case OUT -> "out";
              case NEVER -> "never; no content is kept";
            })
        .orElse("not covered");
  }

  private static Grid recipients(ProgramDefinition law) {
    List<List<String>> rows = new ArrayList<>();
    for (Region region : law.regions()) {
      rows.add(
          List.of(
              region.title(),
              region.starts().toString(),
              region.basis().code(),
              Arrays.stream(Recipient.values())
                  .filter(region.allowedFrom()::containsKey)
                  .map(Recipient::code)
                  .collect(Collectors.joining(", "))));
    }
    return new Grid(
        List.of("region", "from", "legal basis", "recipients allowed"),
        rows,
        "clause regions of the program");
  }

  private static String limits(ProgramDefinition law) {
    String window =
        law.window().maxAgeDays().isPresent()
            ? "A record is used for at most %d days after it was created. "
                .formatted(law.window().maxAgeDays().getAsInt())
            : "The program sets no greatest age for a record. ";
    return window
        + "When a member is removed, records, corpus rows, checkpoints, indexes and keys go in one job,"
        + " and every remaining file is read to see that they did.";
  }

  private static Counts erased(Figures figures) {
    return Counts.of(figures.get("removals"), figures.get("erasures"));
  }

  private static String measures() {
    return "Member data in the ledger is sealed under a key of each member's own; other people in"
        + " records are stored as keyed tokens; content of %s never reaches the disk; every entry is in a"
            .formatted("private messages, credentials, payments and salaries")
        + " signed transparency log. Purposes known: "
        + Arrays.stream(Purpose.values()).map(Purpose::code).collect(Collectors.joining(", "))
        + ".";
  }
}
