package dev.demur.home;

import dev.demur.ledger.LedgerCheck;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/// Checks what a home says of itself by computing it anew.
public final class Verifying {
  private Verifying() {}

  /// One thing that was checked.
  public record Check(String name, boolean holds, String details) {}

  /// The transparency log, entry by entry.
  public static Check log(Home home) {
    LedgerCheck check = home.ledger().verify();
    String details =
        "%,d entries, %,d readable, %,d erased, %,d signed heads"
            .formatted(check.entries(), check.readable(), check.erased(), check.checkpoints());
    return new Check(
        "log", check.holds(), check.holds() ? details : String.join("; ", check.problems()));
  }

  /// That nothing under the home holds the member's id.
  public static Check leftovers(Home home, MemberId member) {
    try {
      List<String> files =
          new ArrayList<>(
              Leftovers.of(home.layout().root(), Set.of(member), home.layout().removal()));
      if (!home.records().of(member).isEmpty()) {
        files.add("table records");
      }
      if (!home.corpus().entriesOf(member).isEmpty()) {
        files.add("table corpus");
      }
      return new Check(
          "nothing of " + member + " is left",
          files.isEmpty(),
          files.isEmpty() ? "every file was read" : String.join(", ", files));
    } catch (IOException e) {
      throw new UncheckedIOException("the home cannot be read: " + e.getMessage(), e);
    }
  }

  /// That corpus, models and indexes are what the stored records say: derives and trains anew, in a
  /// folder of its own, from the stored records alone.
  public static List<Check> derived(Home home, Supplier<Path> base, Progress progress) {
    return Rederiving.check(home, base, progress);
  }

  /// That a checkpoint, from here or from somebody else, is what this home's corpus gives.
  ///
  /// @param checkpoint its file
  /// @param shards in which it was trained; as this home was trained when empty
  /// @param slices the same
  public static List<Check> replayed(
      Home home,
      Supplier<Path> base,
      Path checkpoint,
      OptionalInt shards,
      OptionalInt slices,
      Progress progress) {
    Optional<TrainedState> trained = Snapshots.trained(home);
    if (trained.isEmpty() && (shards.isEmpty() || slices.isEmpty())) {
      throw new InputRefused(
          "nothing has been trained here; say with --shards and --slices how the checkpoint's home divides members");
    }
    TrainedState division =
        new TrainedState(
            Snapshots.latest(home)
                .orElseThrow(() ->
                    new InputRefused("there is no corpus; run `demur build --program P` first"))
                .id(),
            "",
            shards.orElseGet(() -> trained.orElseThrow().shards()),
            slices.orElseGet(() -> trained.orElseThrow().slices()));
    return Replaying.check(home, base, checkpoint, division, progress);
  }
}
