package dev.demur.assist.privacy;

import dev.demur.assist.generate.TrainedModel;
import dev.demur.learn.adapter.SliceId;
import dev.demur.learn.base.Base;
import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.model.Generator;
import dev.demur.learn.privacy.Cohort;
import dev.demur.learn.privacy.EvaluatedTraining;
import dev.demur.learn.privacy.Losses;
import dev.demur.learn.privacy.PrivacySettings;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.trace.Segment;
import dev.demur.trace.TraceIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Trains models and measures them, each in a folder of its own.
final class Models {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Base base;
  private final PrivacySettings settings;
  private final Cohort cohort;
  private final EvaluatedTraining training;
  private final Path work;

  /// @param work what is measured stays there, so that an evaluation that was stopped goes on
  Models(Base base, PrivacySettings settings, Cohort cohort, Path work, int threads) {
    this.base = base;
    this.settings = settings;
    this.cohort = cohort;
    this.training = new EvaluatedTraining(base, settings, cohort, threads);
    this.work = work;
  }

  /// What the base says, before any training.
  Losses ofBase() {
    return training.losses(base.model());
  }

  /// A shadow model's measurement: from the file of an earlier run, or made now.
  Measured shadow(int number) throws IOException {
    Cohort.Part part = cohort.shadows().get(number);
    Path file = work.resolve("shadow-" + number + ".json");
    String inputs = training.inputs(part);
    if (Files.exists(file)) {
      try {
        Measured known = JSON.readValue(file.toFile(), Measured.class);
        if (known.inputs().equals(inputs)) {
          return known;
        }
      } catch (JacksonException damaged) {
        // Measured again, and written over.
      }
    }
    Path folder = work.resolve("shadow-" + number);
    Measured measured = measure(part, folder, part.canaries());
    AtomicFile.writeString(file, JSON.writeValueAsString(measured));
    delete(folder);
    return measured;
  }

  /// Makes a model in a folder, on top of what is there, and measures it.
  ///
  /// @param tried members whose canaries are looked for, whether or not they are in
  Measured measure(Cohort.Part part, Path folder, Set<MemberId> tried) throws IOException {
    EvaluatedTraining.Trained trained = training.make(part, folder);
    TraceIndex index = index(part, folder.resolve("trace"));
    TrainedModel writer = new TrainedModel(new Generator(trained.model()), base.tokenizer());
    Extraction extraction = new Extraction(writer, index.view(), settings.beams());
    List<Measured.Extracted> extracted = new ArrayList<>();
    List<MemberId> members = cohort.members();
    for (int i = 0; i < members.size(); i++) {
      if (tried.contains(members.get(i))) {
        Set<Way> ways = extraction.find(cohort.planted(members.get(i)).canary());
        extracted.add(new Measured.Extracted(i, List.copyOf(ways)));
      }
    }
    return new Measured(
        training.inputs(part), trained.sha256(), training.losses(trained.model()), extracted);
  }

  private TraceIndex index(Cohort.Part part, Path folder) throws IOException {
    Map<SliceId, List<CorpusRow>> slices = training.assignment().spread(cohort.rows(part));
    List<Path> files = new ArrayList<>();
    for (SliceId slice : training.assignment().all()) {
      Path file = folder.resolve(slice + ".seg");
      Files.createDirectories(file.getParent());
      Segment.write(file, slices.getOrDefault(slice, List.of()));
      files.add(file);
    }
    return TraceIndex.open(files);
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
