package dev.demur.cli;

import dev.demur.home.InputRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds the base model: given, else `DEMUR_BASE`, else the one that Demur comes with.
final class Base {
  private static final String VARIABLE = "DEMUR_BASE";

  private Base() {}

  static Path folder(@Nullable Path given) {
    Path folder = given != null ? given : usual();
    if (!Files.isRegularFile(folder.resolve("model.safetensors"))) {
      throw new InputRefused(
          "%s holds no base model (model.safetensors, config.json, tokenizer.json); give one with --base"
              .formatted(folder));
    }
    return folder;
  }

  /// Where it is when none is given, whether or not it is there.
  static Path usual() {
    String variable = System.getenv(VARIABLE);
    return variable != null ? Path.of(variable) : root().resolve("models/base");
  }

  /// Where Demur itself lies; the launcher says it.
  static Path root() {
    return Path.of(System.getProperty("demur.root", "."));
  }
}
