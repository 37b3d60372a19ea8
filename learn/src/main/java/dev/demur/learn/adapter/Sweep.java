package dev.demur.learn.adapter;

import dev.demur.learn.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Removes what does not belong into the folder of the adapters: halves of files that a kill left,
/// and shards and slices of an earlier division. Any of them may hold what a member left behind.
///
/// @param slices of each shard
record Sweep(Path folder, int shards, int slices) {
  void run() throws IOException {
    Set<Path> wanted =
        IntStream.range(0, shards)
            .boxed()
            .flatMap(shard -> IntStream.range(0, slices).mapToObj(j -> new SliceId(shard, j)))
            .map(slice -> Checkpoint.file(folder, slice))
            .collect(Collectors.toSet());
    for (Path shard : children(folder)) {
      if (Files.isDirectory(shard) && shard.getFileName().toString().matches("s\\d+")) {
        for (Path file : children(shard)) {
          if (!wanted.contains(file)) {
            AtomicFile.delete(file);
          }
        }
        if (children(shard).isEmpty()) {
          AtomicFile.delete(shard);
        }
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
