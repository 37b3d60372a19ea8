package dev.demur.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Sample archives that are not part of this repository: a folder `shared/archives` beside it, or
/// `$DEMUR_SHARED/archives`.
public final class Shared {
  private Shared() {}

  public static Optional<Path> archives() {
    String given = System.getenv("DEMUR_SHARED");
    if (given != null) {
      return Optional.of(Path.of(given, "archives")).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolveSibling("shared").resolve("archives");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
