package dev.demur.home;

import dev.demur.learn.adapter.SliceId;
import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.statistics.CareerStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The files of what training makes.
record Artefacts(HomeLayout layout) {
  private static final String SEGMENT = ".seg";
  private static final String VECTORS = ".vec";

  Path adapter(SliceId slice) {
    return layout.adapters().resolve(slice + ".safetensors");
  }

  Path merged() {
    return layout.merged().resolve("adapter.safetensors");
  }

  Path segment(SliceId slice) {
    return layout.trace().resolve(slice + SEGMENT);
  }

  Path vectors(SliceId slice) {
    return layout.search().resolve(slice + VECTORS);
  }

  Path statistics() {
    return layout.statistics().resolve("careers.json");
  }

  SortedMap<String, String> statisticsDigests() throws IOException {
    return Files.exists(statistics())
        ? CareerStatistics.read(statistics()).statistics().digests()
        : Collections.emptySortedMap();
  }

  /// All files of one slice.
  List<Path> ofSlice(SliceId slice) {
    return List.of(adapter(slice), segment(slice), vectors(slice));
  }

  /// Deletes trace segments of an earlier division, and halves that a kill left.
  void sweepSegments(List<SliceId> wanted) throws IOException {
    sweep(layout.trace(), wanted.stream().map(this::segment).toList());
  }

  /// Deletes vectors of an earlier division, and halves that a kill left.
  void sweepVectors(List<SliceId> wanted) throws IOException {
    sweep(layout.search(), wanted.stream().map(this::vectors).toList());
  }

  private static void sweep(Path folder, List<Path> wanted) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Set<Path> keep = Set.copyOf(wanted);
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      if (!keep.contains(file)) {
        AtomicFile.delete(file);
      }
    }
  }
}
