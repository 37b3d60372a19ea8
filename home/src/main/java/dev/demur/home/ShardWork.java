package dev.demur.home;

import dev.demur.learn.adapter.SliceGate;
import dev.demur.learn.base.Base;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The training of one shard, to be done wherever home and base lie under these paths.
///
/// No text travels with it: whoever does the work reads the corpus, and asks the ledger before each
/// slice, as a training in one process does. The job that gave it out holds the home's lock until
/// it is done, and then makes all shards again, which keeps what is right and would train anew what
/// is not.
///
/// @param base folder of the base model
/// @param permit entries the ledger had when the permit was issued; another permit in the home ends
///   the work
public record ShardWork(String home, String base, long permit, int shard) implements Serializable {
  private static final long serialVersionUID = 1;

  /// What was done.
  ///
  /// @param trained slices that were computed; the others were right already
  /// @param tokens trained on
  public record Done(int shard, int trained, long tokens) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /// What comes back from where the work was done: one of the three is there.
  ///
  /// @param notPermitted why the rules do not allow it
  /// @param failed why else it was not done
  public record Answer(@Nullable Done done, @Nullable String notPermitted, @Nullable String failed)
      implements Serializable {
    private static final long serialVersionUID = 1;

    /// What was done; throws as the work did where it was done.
    public Done orThrow() throws IOException {
      if (notPermitted != null) {
        throw new NotPermitted(notPermitted);
      }
      if (done == null) {
        throw new IOException("a process that trained shards failed: " + failed);
      }
      return done;
    }
  }

  /// Trains the shard on the calling thread, and answers whatever happens.
  public Answer answer(InstantSource clock) {
    try {
      return new Answer(run(clock), null, null);
    } catch (NotPermitted e) {
      return new Answer(null, e.getMessage(), null);
    } catch (IOException | RuntimeException e) {
      return new Answer(null, null, "shard " + shard + ": " + e);
    }
  }

  Done run(InstantSource clock) throws IOException {
    try (Home opened = Home.open(Path.of(home), clock, Optional.empty())) {
      Snapshot snapshot = Snapshots.latest(opened).orElseThrow();
      TrainedState state = Snapshots.trained(opened).orElseThrow();
      Making making = new Making(opened, Base.load(Path.of(base)), state, Progress.NONE);
      Permits permits = new Permits(opened, snapshot, making.assignment(), Set.of());
      return making.shard(shard, gate(permits));
    }
  }

  private SliceGate gate(Permits permits) {
    return slice -> {
      Permit current = permits.current().orElseThrow(this::overtaken);
      if (current.ledgerPosition() != permit) {
        throw overtaken();
      }
      permits.gate(current).before(slice);
    };
  }

  private NotPermitted overtaken() {
    return new NotPermitted(
        "shard %d was given out under a permit that another job has replaced; run `demur train` again"
            .formatted(shard));
  }
}
