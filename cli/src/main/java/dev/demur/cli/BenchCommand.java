package dev.demur.cli;

import dev.demur.home.InputRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bench",
    description =
        "Runs benchmarks, each with its peer where there is one; all of them when none is named.",
    footer = {"", "Example: demur bench decide"})
final class BenchCommand implements Callable<Integer> {
  private static final String MAIN = "dev.demur.bench.Main";

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which; see --list.")
  List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "Names the benchmarks there are.")
  boolean list;

  @Option(names = "--short", description = "Measures less long: figures to guide, not to print.")
  boolean brief;

  /// Benchmarks run in a process of their own: the peers bring libraries that nothing else needs.
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("demur.root", "."));
    Path lib = root.resolve("bench/target/lib");
    if (!Files.isDirectory(lib)) {
      throw new InputRefused(
          lib + ": no benchmarks here; run ./demur from a checkout, which builds them");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Ddemur.root=" + root,
            "-Dai.djl.offline=true",
            "-DOPT_OUT_TRACKING=true",
            "-DDJL_CACHE_DIR=" + root.resolve("bench/target/djl"),
            "-cp",
            lib + "/*",
            MAIN));
    if (list) {
      command.add("--list");
    }
    if (brief) {
      command.add("--short");
    }
    if (common.json) {
      command.add("--json");
    }
    command.addAll(names);
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    // PyTorch's threads sleep while they wait; else they take the cores from whom it is raced with.
    process.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    return process.start().waitFor();
  }
}
