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
    String variable = System.getenv(VARIABLE);
    Path folder =
        given != null
            ? given
            : variable != null ? Path.of(variable) : root().resolve("models/base");
    if (!Files.isRegularFile(folder.resolve("model.safetensors"))) {
      throw new InputRefused(
          "%s holds no base model (model.safetensors, config.json, tokenizer.json); give one with --base"
              .formatted(folder));
    }
    return folder;
  }

  /// Where Demur itself lies; the launcher says it.
  static Path root() {
    return Path.of(System.getProperty("demur.root", "."));
  }
}
