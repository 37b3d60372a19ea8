package dev.demur.cli;

import dev.demur.home.InputRefused;
import picocli.CommandLine.Option;

/// Who does the work of a build or a training; it changes nothing but the time.
final class EngineOptions {
  private static final String LOCAL = "local";
  private static final String SPARK = "spark";

  @Option(
      names = "--engine",
      paramLabel = "local|spark",
      defaultValue = LOCAL,
      description = "Who does the work: this machine, or Apache Spark (default: ${DEFAULT-VALUE}).")
  String engine = LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "With --engine spark: where, as Spark takes it (default: ${DEFAULT-VALUE}).")
  String master = "local[*]";

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  boolean isSpark() {
    return switch (engine) {
      case LOCAL -> false;
      case SPARK -> true;
      default -> throw new InputRefused("--engine takes local or spark, got: " + engine);
    };
  }
}
