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

  Path adapter(SliceId slice) {
    return layout.adapters().resolve(slice + ".safetensors");
  }

  Path merged() {
    return layout.merged().resolve("adapter.safetensors");
  }

  Path segment(SliceId slice) {
    return layout.trace().resolve(slice + SEGMENT);
  }

  Path statistics() {
    return layout.statistics().resolve("careers.json");
  }

  SortedMap<String, String> statisticsDigests() throws IOException {
    return Files.exists(statistics())
        ? CareerStatistics.read(statistics()).statistics().digests()
        : Collections.emptySortedMap();
  }

  /// Deletes trace segments of an earlier division, and halves that a kill left.
  void sweepSegments(List<SliceId> wanted) throws IOException {
    if (!Files.exists(layout.trace())) {
      return;
    }
    Set<Path> keep = Set.copyOf(wanted.stream().map(this::segment).toList());
    List<Path> all;
    try (Stream<Path> files = Files.walk(layout.trace())) {
      all = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      if (!keep.contains(file)) {
        AtomicFile.delete(file);
      }
    }
  }
}
