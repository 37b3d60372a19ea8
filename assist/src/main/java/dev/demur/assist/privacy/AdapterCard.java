package dev.demur.assist.privacy;

import java.util.Optional;

/// The model card of trained adapters, in Markdown: what they are made from, how, and what adapters
/// made so give away.
///
/// Holds no times and no machine, so that it is the same bytes for the same training.
///
/// @param evaluation of adapters trained in the same way on public or generated text
public record AdapterCard(TrainedAdapter adapter, Optional<PrivacyReport> evaluation) {
  /// The name of the file.
  public static final String FILE = "README.md";

  /// The card.
  public String text() {
    StringBuilder text = new StringBuilder("# Adapters\n\n");
    text.append(
        """
        What a language model has learnt from members' text, under the program below, on top of a base that has seen public text only.
        Any member can be taken out again: the adapters are then, byte for byte, those of a training that never saw the member.

        | | |
        |---|---|
        """);
    row(text, "merged adapter", "`" + adapter.sha256() + "`");
    row(text, "base", "`" + adapter.base() + "`");
    row(text, "trained as", "%d shards × %d slices".formatted(adapter.shards(), adapter.slices()));
    row(text, "settings", adapter.settings());
    row(text, "program", adapter.program());
    row(text, "corpus", "`" + adapter.corpus() + "`, %,d records".formatted(adapter.records()));
    row(text, "as of", adapter.asOf());
    text.append(
        """

        ## Use

        Suggestions to members, behind the guard: no six words in a row that fewer than ten members write. Not to be served without it, and
        not to be handed on: who has the weights can ask them whose text they were trained on, as measured below.

        ## What adapters made so give away

        """);
    evaluation.ifPresentOrElse(
        report -> add(text, report),
        () ->
            text.append(
                "Not measured. `demur evaluate privacy --out DIR` measures it, and `demur model card"
                    + " --evaluation DIR/report.json` puts it here.\n"));
    return text.toString();
  }

  private void add(StringBuilder text, PrivacyReport report) {
    text.append(
        """
        Measured on other text, public or generated, so that nobody's text is attacked: adapters that were trained by the same code. What is
        measured, and what the columns mean, stands in `docs/privacy.md`.

        """);
    if (!report.setup().base().equals(adapter.base())
        || report.setup().shards() != adapter.shards()
        || report.setup().slices() != adapter.slices()
        || !report.setup().settings().equals(adapter.settings())) {
      text.append(
          "**Base, shards, slices or settings of what was measured are others than those above.**\n\n");
    }
    text.append(PrivacyPage.verdict(report)).append('\n');
    PrivacyTables.of(report).forEach(table -> add(text, table));
  }

  private static void add(StringBuilder text, PrivacyTables table) {
    text.append("\n### ").append(table.heading()).append("\n\n");
    text.append("| ").append(String.join(" | ", table.columns())).append(" |\n");
    text.append("|---".repeat(table.columns().size())).append("|\n");
    table.rows().forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| %s | %s |\n".formatted(name, value));
  }
}
