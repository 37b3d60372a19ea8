package dev.demur.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder in the home in which things are made anew to be compared; gone when it is closed, or
/// when the next is opened. The caller holds the job lock.
///
/// @param layout where the things go
record Beside(HomeLayout layout) implements AutoCloseable {
  private static final String FOLDER = ".verify";

  static Beside of(Home home) throws IOException {
    Beside beside = new Beside(new HomeLayout(home.layout().root().resolve(FOLDER)));
    beside.close();
    return beside;
  }

  @Override
  public void close() throws IOException {
    if (!Files.exists(layout.root())) {
      return;
    }
    try (Stream<Path> files = Files.walk(layout.root())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
