package dev.demur.home;

import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.learn.file.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Digests of everything that is derived, computed from the bytes on disk: two homes with one key
/// and equal retained data have equal roots.
///
/// @param corpus the content root; empty before the first build
/// @param base SHA-256 of the base model's weights; empty, as all that follow, before training
/// @param adapters SHA-256 of each checkpoint, by slice
/// @param merged SHA-256 of the merged model
/// @param trace SHA-256 of each trace segment, by slice
/// @param search SHA-256 of the vectors that members are found by, by slice
/// @param statistics digest of each table, by name
public record Roots(
    String corpus,
    String base,
    SortedMap<String, String> adapters,
    String merged,
    SortedMap<String, String> trace,
    SortedMap<String, String> search,
    SortedMap<String, String> statistics) {
  public Roots {
    adapters = Collections.unmodifiableSortedMap(new TreeMap<>(adapters));
    trace = Collections.unmodifiableSortedMap(new TreeMap<>(trace));
    search = Collections.unmodifiableSortedMap(new TreeMap<>(search));
    statistics = Collections.unmodifiableSortedMap(new TreeMap<>(statistics));
  }

  /// The roots of a home as it is now.
  public static Roots of(Home home) {
    return of(home, home.layout());
  }

  /// The same, with what training makes in another place.
  static Roots of(Home home, HomeLayout made) {
    return of(home, made, Snapshots.latest(home).isPresent() ? home.corpus().contentRoot() : "");
  }

  /// The same, when the content root has just been computed.
  static Roots of(Home home, HomeLayout made, String contentRoot) {
    Optional<TrainedState> trained = Snapshots.trained(home);
    Artefacts artefacts = new Artefacts(made);
    try {
      return new Roots(
          contentRoot,
          trained.map(TrainedState::base).orElse(""),
          bySlice(home, trained, artefacts::adapter),
          digest(artefacts.merged()),
          bySlice(home, trained, artefacts::segment),
          bySlice(home, trained, artefacts::vectors),
          artefacts.statisticsDigests());
    } catch (IOException e) {
      throw new UncheckedIOException("the home cannot be read", e);
    }
  }

  private static SortedMap<String, String> bySlice(
      Home home, Optional<TrainedState> trained, Function<SliceId, Path> file) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    if (trained.isPresent()) {
      TrainedState state = trained.get();
      for (SliceId slice :
          new Assignment(home.assignmentKey(), state.shards(), state.slices()).all()) {
        digests.put(slice.toString(), digest(file.apply(slice)));
      }
    }
    return digests;
  }

  private static String digest(Path file) throws IOException {
    return Files.exists(file) ? Sha256.of(file) : "";
  }

  /// One line of JSON.
  public String toJson() {
    return JsonFile.LINE.writeValueAsString(this);
  }
}
