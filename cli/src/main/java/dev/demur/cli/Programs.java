package dev.demur.cli;

import dev.demur.home.InputRefused;
import dev.demur.program.Program;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds a program by what the user calls it: a shipped name, or a file.
final class Programs {
  private Programs() {}

  static Program load(String nameOrFile) {
    Path file = Path.of(nameOrFile);
    if (Files.isRegularFile(file)) {
      return Program.load(file);
    }
    return Program.shipped(nameOrFile)
        .orElseThrow(() ->
            new InputRefused(
                "%s: neither a file nor a shipped program (%s)"
                    .formatted(nameOrFile, String.join(", ", Program.shippedNames()))));
  }
}
