package dev.demur.cli;

import dev.demur.assist.career.Fit;
import dev.demur.assist.career.Proof;
import dev.demur.assist.career.Requirement;
import dev.demur.assist.career.Step;
import java.util.Map;

/// How suitability and career steps are written as JSON and as text.
final class CareerJson {
  private CareerJson() {}

  static Map<String, Object> fit(Fit fit) {
    return Output.object(
        "score", fit.score(),
        "shown", fit.shown(),
        "missing", fit.missing(),
        "requirements", fit.requirements().stream().map(CareerJson::requirement).toList());
  }

  private static Map<String, Object> requirement(Requirement line) {
    return Output.object(
        "text", line.text(),
        "verdict", line.verdict().code(),
        "named", line.named(),
        "evidence", line.evidence().stream().map(CareerJson::proof).toList());
  }

  private static Map<String, Object> proof(Proof proof) {
    return Output.object(
        "term", proof.term(),
        "record", proof.record().value(),
        "field", proof.field(),
        "sentence", proof.sentence());
  }

  static Map<String, Object> step(Step step) {
    return Output.object(
        "from", step.from(),
        "title", step.title(),
        "members", step.members(),
        "skills", step.skills(),
        "gaps", step.gaps());
  }

  static String text(Fit fit) {
    Table table = new Table("", "the job says", "the records say");
    for (Requirement line : fit.requirements()) {
      String evidence =
          String.join(" · ", line.evidence().stream().map(Proof::sentence).distinct().toList());
      table.row(line.verdict().code(), line.text(), evidence);
    }
    return table.toString();
  }
}
