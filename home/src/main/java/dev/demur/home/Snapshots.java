package dev.demur.home;

import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was built and trained last.
public final class Snapshots {
  private static final String FIRST_PROGRAM = "linkedin-2025";

  private Snapshots() {}

  /// The snapshot that the corpus table holds; empty before the first build.
  public static Optional<Snapshot> latest(Home home) {
    return new JsonFile<>(home.layout().snapshot(), Snapshot.class).read();
  }

  /// What was trained last; empty before the first training.
  public static Optional<TrainedState> trained(Home home) {
    return new JsonFile<>(home.layout().training(), TrainedState.class).read();
  }

  /// The program of the latest snapshot, from the home's own copy; before the first build, the one
  /// that Demur comes with.
  public static Program program(Home home) {
    return latest(home)
        .map(snapshot -> home.program(snapshot.programSha256(), () -> program(home, snapshot)))
        .orElseGet(
            () -> home.program(FIRST_PROGRAM, () -> Program.shipped(FIRST_PROGRAM).orElseThrow()));
  }

  static Program program(Home home, Snapshot snapshot) {
    Path copy = copyOf(home, snapshot.programSha256());
    try {
      return Program.parse(snapshot.program() + ".yaml", Files.readString(copy));
    } catch (IOException e) {
      throw new UncheckedIOException("the program of the snapshot is missing: " + copy, e);
    }
  }

  static Path copyOf(Home home, String sha256) {
    return home.layout().programs().resolve(sha256 + ".yaml");
  }

  /// In which slices a member's text was trained; empty when none was.
  ///
  /// After a build, the weights still are of the snapshot before: those who left the corpus by it
  /// are in the model until the next training, and whoever came in is not. What training made along
  /// with the weights says who.
  public static Optional<String> whereIs(Home home, MemberId member) {
    return trained(home)
        .map(trained -> trainedIn(home, trained, member))
        .filter(slices -> !slices.isEmpty())
        .map(slices -> slices.stream().map(SliceId::toString).collect(Collectors.joining(" and ")));
  }

  private static NavigableSet<SliceId> trainedIn(Home home, TrainedState trained, MemberId member) {
    Assignment assignment =
        new Assignment(home.assignmentKey(), trained.shards(), trained.slices());
    NavigableSet<SliceId> slices = new TreeSet<>();
    if (latest(home).filter(snapshot -> snapshot.id().equals(trained.snapshot())).isPresent()) {
      home.corpus().of(member).stream()
          .filter(Material::isText)
          .map(assignment::trainedIn)
          .forEach(slices::add);
    }
    SliceId own = assignment.sliceOf(member);
    if (slices.isEmpty() && Tracing.holds(home, own, member)) {
      slices.add(own);
    }
    return slices;
  }

  /// What is trained, in words.
  public static String models(Home home) {
    return trained(home)
        .map(trained ->
            "%d shards × %d slices on snapshot %s, over base %s"
                .formatted(
                    trained.shards(),
                    trained.slices(),
                    trained.snapshot(),
                    trained.base().substring(0, 16)))
        .orElse("none trained yet");
  }
}
