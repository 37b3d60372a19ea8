package dev.demur.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Data for tests that lies beside the repository, in a folder `shared`, or where the environment
/// variable `DEMUR_SHARED` says.
public final class Shared {
  private Shared() {}

  /// A file or folder of the shared data; empty where there is none.
  public static Optional<Path> file(String path) {
    String named = System.getenv("DEMUR_SHARED");
    if (named != null) {
      return Optional.of(Path.of(named, path)).filter(Files::exists);
    }
    return Stream.<Path>iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(folder -> folder.resolve("shared").resolve(path))
        .filter(Files::exists)
        .findFirst();
  }
}
