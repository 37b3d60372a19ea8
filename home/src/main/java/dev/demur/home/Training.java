package dev.demur.home;

import dev.demur.learn.adapter.SliceGate;
import dev.demur.learn.base.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

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
    return run(home, base, shards, slices, Manner.threads(threads), progress);
  }

  /// The same, wherever shards are trained.
  public static TrainReport run(
      Home home,
      Path base,
      OptionalInt shards,
      OptionalInt slices,
      Manner manner,
      Progress progress) {
    return home.lineage()
        .during(
            Jobs.train(home),
            () -> locked(home, base, shards, slices, manner, progress),
            Jobs::trained);
  }

  /// Who trains; it changes nothing but the time.
  ///
  /// @param threads shards that this process trains at a time
  /// @param elsewhere who trains shards before this process does what is left
  public record Manner(int threads, Optional<ShardEngine> elsewhere) {
    public static Manner threads(int threads) {
      return new Manner(threads, Optional.empty());
    }
  }

  private static TrainReport locked(
      Home home,
      Path base,
      OptionalInt shards,
      OptionalInt slices,
      Manner manner,
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
      Making making = new Making(home, loaded, state, progress);
      Permits permits = new Permits(home, snapshot, making.assignment(), Set.of());
      Permit permit = permits.issue();
      new JsonFile<>(home.layout().training(), TrainedState.class).write(state);
      return train(home, making, permits.gate(permit), given(home, base, state, permit), manner);
    } catch (IOException e) {
      throw new UncheckedIOException("training could not read or write: " + e.getMessage(), e);
    }
  }

  private static List<ShardWork> given(Home home, Path base, TrainedState state, Permit permit) {
    return IntStream.range(0, state.shards())
        .mapToObj(shard ->
            new ShardWork(
                home.layout().root().toString(),
                base.toAbsolutePath().toString(),
                permit.ledgerPosition(),
                shard))
        .toList();
  }

  private static TrainReport train(
      Home home, Making making, SliceGate gate, List<ShardWork> shards, Manner manner)
      throws IOException {
    long start = System.nanoTime();
    int trained = 0;
    long tokens = 0;
    if (manner.elsewhere().isPresent()) {
      for (ShardWork.Done done : manner.elsewhere().get().run(shards)) {
        trained += done.trained();
        tokens += done.tokens();
      }
    }
    Making.Made made = making.make(Material.of(home), gate, manner.threads());
    return new TrainReport(
        making.assignment().shards(),
        making.assignment().slices(),
        made.trained() + trained,
        made.kept() - trained,
        made.documents(),
        made.duplicates(),
        made.tokens() + tokens,
        (System.nanoTime() - start) / 1e9);
  }
}
