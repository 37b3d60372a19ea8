package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.LoraAdapter;
import dev.demur.learn.model.LoraConfig;
import dev.demur.learn.model.Projection;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.SafetensorsFile;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The adapter that is served: the mean over shards.
///
/// @param base digest of the base it belongs to
/// @param shards that are in the mean
public record MergedAdapter(LoraAdapter adapter, String base, SortedSet<Integer> shards) {
  static final String FORMAT = "demur-merged/1";

  public MergedAdapter {
    shards = Collections.unmodifiableSortedSet(new TreeSet<>(shards));
  }

  /// The model that is served: the base with the adapter in it.
  public LlamaModel into(Base base, Workers workers) {
    if (!base.sha256().equals(this.base)) {
      throw new IllegalArgumentException(
          "the adapter was trained on base %s, this is base %s; train again"
              .formatted(this.base, base.sha256()));
    }
    return adapter.mergedInto(base.model(), 1, workers);
  }

  /// Writes the adapter as one file, atomically.
  ///
  /// @return the file's digest
  String write(Path file) throws IOException {
    LoraConfig config = adapter.config();
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put("format", FORMAT);
    metadata.put("base", base);
    metadata.put("shards", shards.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    metadata.put("rank", Integer.toString(config.rank()));
    metadata.put("alpha", Float.toString(config.alpha()));
    metadata.put("seed", Long.toString(config.seed()));
    metadata.put(
        "targets", config.targets().stream().map(Projection::id).collect(Collectors.joining(" ")));
    Safetensors.write(file, adapter.ups(), metadata, Storage.F32);
    return Sha256.of(file);
  }

  /// Reads what [Merge] wrote.
  public static MergedAdapter load(Path file) throws IOException {
    SafetensorsFile contents = Safetensors.read(file);
    SortedMap<String, String> metadata = contents.metadata();
    String format = metadata.getOrDefault("format", "none");
    if (!format.equals(FORMAT)) {
      throw new IOException(
          "%s: format must be %s, got %s; merge again".formatted(file, FORMAT, format));
    }
    try {
      LoraConfig config =
          new LoraConfig(
              Integer.parseInt(metadata.getOrDefault("rank", "")),
              Float.parseFloat(metadata.getOrDefault("alpha", "")),
              Long.parseLong(metadata.getOrDefault("seed", "")),
              targets(metadata.getOrDefault("targets", "")));
      return new MergedAdapter(
          new LoraAdapter(config, contents.tensors()),
          metadata.getOrDefault("base", ""),
          shards(metadata.getOrDefault("shards", "")));
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s; merge again".formatted(file, e.getMessage()), e);
    }
  }

  private static Set<Projection> targets(String ids) {
    Set<Projection> targets = EnumSet.noneOf(Projection.class);
    for (String id : ids.split(" ", -1)) {
      targets.add(
          Arrays.stream(Projection.values())
              .filter(projection -> projection.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no projection is called " + id)));
    }
    return targets;
  }

  private static SortedSet<Integer> shards(String numbers) {
    return Arrays.stream(numbers.split(" ", -1))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
