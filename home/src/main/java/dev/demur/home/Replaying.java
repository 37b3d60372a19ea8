package dev.demur.home;

import dev.demur.home.Verifying.Check;
import dev.demur.learn.adapter.SliceId;
import dev.demur.learn.base.Base;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.SafetensorsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/// Makes somebody else's checkpoint again from the corpus of this home, and compares.
///
/// For whoever holds data, key and base and trusts nobody: what the checkpoint says it was made
/// from is compared line by line, and then its bytes. Format: `docs/reference/checkpoints.md`.
final class Replaying {
  private static final String FORMAT = "demur-checkpoint/1";

  private Replaying() {}

  /// @param checkpoint the file; its metadata is the manifest
  /// @param division of members in which it was trained: how many shards and slices
  static List<Check> check(
      Home home, Supplier<Path> base, Path checkpoint, TrainedState division, Progress progress) {
    SortedMap<String, String> manifest = manifestOf(checkpoint);
    SliceId slice = SliceId.parse(manifest.getOrDefault("slice", ""));
    if (slice.shard() >= division.shards() || slice.slice() >= division.slices()) {
      throw new InputRefused(
          "%s: is of slice %s, but there are %d shards of %d slices; give --shards and --slices as in its training"
              .formatted(checkpoint, slice, division.shards(), division.slices()));
    }
    try (JobLock _ = home.lock();
        Beside beside = Beside.of(home)) {
      var making = new Making(home, Base.load(base.get()), division, beside.layout(), progress);
      Path anew = making.replay(slice);
      List<Check> checks = compare(manifest, manifestOf(anew));
      String given = Sha256.of(checkpoint);
      String made = Sha256.of(anew);
      checks.add(
          new Check(
              "bytes of " + slice,
              given.equals(made),
              given.equals(made) ? made : "made anew: %s, given: %s".formatted(made, given)));
      return checks;
    } catch (IOException e) {
      throw new UncheckedIOException("the check could not read or write: " + e.getMessage(), e);
    }
  }

  private static SortedMap<String, String> manifestOf(Path checkpoint) {
    try {
      SortedMap<String, String> manifest = Safetensors.read(checkpoint).metadata();
      if (!FORMAT.equals(manifest.get("format"))) {
        throw new InputRefused(
            "%s: is no checkpoint of an adapter; give a file such as HOME/adapters/s0/j0.safetensors"
                .formatted(checkpoint));
      }
      return manifest;
    } catch (SafetensorsException e) {
      throw new InputRefused("%s: is no checkpoint: %s".formatted(checkpoint, e.getMessage()));
    } catch (IOException e) {
      throw new InputRefused("%s: cannot be read: %s".formatted(checkpoint, e.getMessage()));
    }
  }

  private static List<Check> compare(
      SortedMap<String, String> given, SortedMap<String, String> made) {
    List<Check> checks = new ArrayList<>();
    made.forEach((name, value) -> {
      String claimed = given.getOrDefault(name, "");
      boolean equal = value.equals(claimed);
      checks.add(
          new Check(name, equal, equal ? value : "here: %s, given: %s".formatted(value, claimed)));
    });
    return checks;
  }
}
