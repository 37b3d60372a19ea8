package dev.demur.cli;

import dev.demur.home.InputRefused;
import dev.demur.program.DecideBatch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "decide",
    description = "Decides cases given in full, one JSON object a line; needs no home.",
    footer = {"", "Example: demur decide --program linkedin-2025 --batch cases.jsonl"})
final class DecideCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--program", required = true, paramLabel = "P", description = "Name or file.")
  String program = "";

  @Option(names = "--batch", required = true, paramLabel = "FILE", description = "- is stdin.")
  String batch = "";

  @Override
  public Integer call() throws IOException {
    DecideBatch decide =
        new DecideBatch(Programs.load(program), Runtime.getRuntime().availableProcessors());
    DecideBatch.Result result;
    try (InputStream in = open()) {
      result = decide.run(in, System.out);
    }
    result.refusals().forEach(r -> System.err.println("refused: " + batch + ": " + r));
    return result.refused() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private InputStream open() {
    try {
      return batch.equals("-")
          ? System.in
          : new BufferedInputStream(Files.newInputStream(Path.of(batch)));
    } catch (IOException e) {
      throw new InputRefused(batch + ": cannot be read", e);
    }
  }
}
