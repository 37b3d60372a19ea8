package dev.demur.home;

import dev.demur.home.lineage.Dataset;
import dev.demur.home.lineage.Job;
import dev.demur.home.lineage.Outcome;
import dev.demur.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What each job reads and makes, as catalogues outside are told.
final class Jobs {
  private static final Dataset RECORDS = Dataset.named("records");
  private static final Dataset CORPUS = Dataset.named("corpus");

  private Jobs() {}

  static Job take() {
    return new Job(
        "import", "Takes in archives, tables and facts of members.", List.of(), Optional.empty());
  }

  static Outcome taken(ImportReport report) {
    return outcome(
        List.of(RECORDS.rows(report.changes().fresh() + report.changes().changed())),
        Map.of("refused", report.refused().size(), "skipped", report.skippedCount()));
  }

  static Job build(Program program, Optional<Instant> asOf) {
    return new Job(
        "build",
        "Decides every record under the program %s and makes a corpus of those that are in."
            .formatted(program.name()),
        List.of(RECORDS),
        asOf);
  }

  static Outcome built(Building.Built built) {
    Snapshot snapshot = built.snapshot();
    return outcome(
        List.of(CORPUS.version(snapshot.contentRoot()).rows(snapshot.in())),
        Map.of(
            "program", snapshot.program(),
            "programSha256", snapshot.programSha256(),
            "in", snapshot.in(),
            "out", snapshot.out(),
            "reasons", snapshot.reasons(),
            "textsMade", built.made()));
  }

  static Job train(Home home) {
    Dataset corpus =
        Snapshots.latest(home).map(Snapshot::contentRoot).map(CORPUS::version).orElse(CORPUS);
    return new Job(
        "train",
        "Trains adapters on the corpus, merges them, and makes trace, search and statistics.",
        List.of(corpus, Dataset.named("base")),
        Optional.empty());
  }

  static Outcome trained(TrainReport report) {
    return outcome(
        models().toList(),
        Map.of(
            "shards", report.shards(),
            "slices", report.slices(),
            "slicesTrained", report.trained(),
            "slicesKept", report.kept(),
            "documents", report.documents(),
            "duplicates", report.duplicates(),
            "tokens", report.tokens()));
  }

  static Job forget() {
    return new Job(
        "forget",
        "Removes members from records, corpus, models and indexes.",
        Stream.concat(Stream.of(RECORDS, CORPUS), models()).toList(),
        Optional.empty());
  }

  static Outcome forgotten(Certificate certificate) {
    return outcome(
        Stream.concat(Stream.of(RECORDS, CORPUS.version(certificate.roots().corpus())), models())
            .toList(),
        Map.of(
            "members", certificate.members().size(),
            "slicesTrained", certificate.slicesTrained(),
            "slicesKept", certificate.slicesKept()));
  }

  private static Stream<Dataset> models() {
    return Stream.of("adapters", "merged", "trace", "search", "statistics").map(Dataset::named);
  }

  private static Outcome outcome(List<Dataset> outputs, Map<String, Object> figures) {
    return new Outcome(outputs, new TreeMap<>(figures));
  }
}
