package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.model.LoraAdapter;
import dev.demur.learn.model.LoraConfig;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.SafetensorsFile;
import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes the served adapter from the last checkpoint of each shard: the mean of their Bs, summed by
/// ascending shard, always anew.
///
/// With every A the same public constant, the mean of `B * A` is the mean of the Bs times A. A
/// shard is never taken out of a mean by subtraction, which would leave a trace in the last bits.
public final class Merge {
  private final Base base;
  private final LoraConfig config;
  private final Path adapters;
  private final int shards;
  private final int slices;

  /// @param adapters the folder that [AdapterTraining] makes
  public Merge(Base base, AdapterSettings settings, Assignment assignment, Path adapters) {
    this.base = base;
    this.config = settings.lora();
    this.adapters = adapters;
    this.shards = assignment.shards();
    this.slices = assignment.slices();
  }

  /// Publishes the mean over all shards, replacing the file in one step.
  ///
  /// @return the digest of the file
  public String publish(Path file) throws IOException {
    return publishWithout(Set.of(), file);
  }

  /// Publishes the mean over the other shards, for as long as a member's shard is in quarantine;
  /// without any shard left, the adapter that changes nothing.
  ///
  /// @return the digest of the file
  public String publishWithout(Set<Integer> quarantined, Path file) throws IOException {
    SortedSet<Integer> merged = new TreeSet<>();
    List<LoraAdapter> parts = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      if (!quarantined.contains(shard)) {
        merged.add(shard);
        parts.add(last(shard));
      }
    }
    LoraAdapter mean =
        parts.isEmpty() ? LoraAdapter.zero(config, base.model().config()) : LoraAdapter.mean(parts);
    return new MergedAdapter(mean, base.sha256(), merged).write(file);
  }

  /// The adapter of one shard after its last slice, without the moments.
  private LoraAdapter last(int shard) throws IOException {
    Path file = Checkpoint.file(adapters, new SliceId(shard, slices - 1));
    SafetensorsFile checkpoint = Safetensors.read(file);
    String trainedOn = checkpoint.metadata().getOrDefault("base", "none");
    if (!trainedOn.equals(base.sha256())) {
      throw new IOException(
          "%s was trained on base %s, not on %s; train again"
              .formatted(file, trainedOn, base.sha256()));
    }
    SortedMap<String, Tensor> ups = new TreeMap<>();
    for (String name : config.names(base.model().config()).values()) {
      ups.put(name, checkpoint.tensor(name));
    }
    return new LoraAdapter(config, ups);
  }
}
