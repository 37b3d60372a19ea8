package dev.demur.home;

import dev.demur.learn.base.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;

/// Trains on the latest snapshot.
///
/// What is there already and still right is kept; killed at any instant, the next run goes on.
public final class Training {
  private static final int USUAL_SHARDS = 4;
  private static final int USUAL_SLICES = 4;

  private Training() {}

  /// Trains adapters, merges them, and makes trace and statistics.
  ///
  /// @param base folder of the base model
  /// @param shards how many adapters are merged; empty means as before, else 4
  /// @param slices how many checkpoints each has; empty means as before, else 4
  /// @param threads shards trained at a time; changes nothing but the time
  /// @throws NotPermitted when somebody has said no since the snapshot was built
  public static TrainReport run(
      Home home,
      Path base,
      OptionalInt shards,
      OptionalInt slices,
      int threads,
      Progress progress) {
    return home.lineage()
        .during(
            Jobs.train(home),
            () -> locked(home, base, shards, slices, threads, progress),
            Jobs::trained);
  }

  private static TrainReport locked(
      Home home,
      Path base,
      OptionalInt shards,
      OptionalInt slices,
      int threads,
      Progress progress) {
    try (JobLock _ = home.lock()) {
      new Forgetting(home, () -> base, progress).finishLocked();
      Snapshot snapshot =
          Snapshots.latest(home)
              .orElseThrow(() ->
                  new InputRefused(
                      "there is no snapshot to train on; run `demur build --program P` first"));
      Base loaded = Base.load(base);
      TrainedState before =
          Snapshots.trained(home).orElse(new TrainedState("", "", USUAL_SHARDS, USUAL_SLICES));
      TrainedState state =
          new TrainedState(
              snapshot.id(),
              loaded.sha256(),
              shards.orElse(before.shards()),
              slices.orElse(before.slices()));
      return train(home, loaded, snapshot, state, threads, progress);
    } catch (IOException e) {
      throw new UncheckedIOException("training could not read or write: " + e.getMessage(), e);
    }
  }

  private static TrainReport train(
      Home home, Base base, Snapshot snapshot, TrainedState state, int threads, Progress progress)
      throws IOException {
    long start = System.nanoTime();
    Making making = new Making(home, base, state, progress);
    Permits permits = new Permits(home, snapshot, making.assignment(), Set.of());
    Permit permit = permits.issue();
    new JsonFile<>(home.layout().training(), TrainedState.class).write(state);
    Making.Made made = making.make(Material.of(home), permits.gate(permit), threads);
    return new TrainReport(
        state.shards(),
        state.slices(),
        made.trained(),
        made.kept(),
        made.documents(),
        made.duplicates(),
        made.tokens(),
        (System.nanoTime() - start) / 1e9);
  }
}
