package dev.demur.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is read from what was trained, and read again when that has been replaced, by
/// whatever process: so a removal that begins takes effect with the next request. Thread-safe.
final class Reloaded<T> {
  /// How it is read.
  @FunctionalInterface
  interface Loading<T> {
    T load() throws IOException;
  }

  private final List<Path> files;
  private final Loading<T> loading;
  private String stamp = "";
  private @Nullable T loaded;

  Reloaded(Home home, Loading<T> loading) {
    HomeLayout layout = home.layout();
    Artefacts artefacts = new Artefacts(layout);
    this.loading = loading;
    this.files =
        List.of(
            layout.training(),
            layout.snapshot(),
            layout.taxonomies(),
            layout.removal().resolve("plan.json"),
            artefacts.merged(),
            artefacts.statistics());
  }

  synchronized T get() {
    try {
      String now = stampOfFiles();
      T current = loaded;
      if (current == null || !now.equals(stamp)) {
        current = loading.load();
        loaded = current;
        stamp = now;
      }
      return current;
    } catch (IOException e) {
      throw new UncheckedIOException("what was trained cannot be read: " + e.getMessage(), e);
    }
  }

  /// Changes whenever one of the files has been replaced.
  private String stampOfFiles() throws IOException {
    StringBuilder now = new StringBuilder();
    for (Path file : files) {
      now.append(Files.exists(file) ? Files.getLastModifiedTime(file).toString() : "-");
      now.append(Files.exists(file) ? Files.size(file) : 0).append(' ');
    }
    return now.toString();
  }
}
