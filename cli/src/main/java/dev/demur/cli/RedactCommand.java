package dev.demur.cli;

import dev.demur.corpus.redact.PersonNames;
import dev.demur.corpus.redact.RedactBatch;
import dev.demur.corpus.redact.RedactBatchException;
import dev.demur.home.InputRefused;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "redact",
    description = "Redacts texts, {\"id\",\"text\"} a line, and says what was found where.",
    footer = {"", "Example: demur redact --batch texts.jsonl"})
final class RedactCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--batch", required = true, paramLabel = "FILE", description = "- is stdin.")
  String batch = "";

  @Option(
      names = "--explain",
      description = "Each span also says what was seen and what decided: rule, seen, checkedBy.")
  boolean explain;

  @Override
  public Integer call() throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    try (BufferedReader in = open()) {
      new RedactBatch(PersonNames.NONE, explain).run(in, out);
    } catch (RedactBatchException e) {
      throw new InputRefused(batch + ": " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private BufferedReader open() {
    try {
      return batch.equals("-")
          ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
          : Files.newBufferedReader(Path.of(batch), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputRefused(batch + ": cannot be read", e);
    }
  }
}
