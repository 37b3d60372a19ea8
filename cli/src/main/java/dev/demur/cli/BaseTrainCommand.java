package dev.demur.cli;

import dev.demur.home.InputRefused;
import dev.demur.home.Progress;
import dev.demur.learn.base.BaseProgress;
import dev.demur.learn.base.BaseSettings;
import dev.demur.learn.base.BaseTraining;
import dev.demur.learn.base.Measurement;
import dev.demur.learn.base.PublicTextException;
import dev.demur.learn.base.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    description =
        "Trains a base model and its tokenizer from public text; the same bytes every time. Stopped,"
            + " the same command goes on.",
    footer = {"", "Example: demur base train --text handbook.jsonl --out ./base"})
final class BaseTrainCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--text",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "JSON Lines {\"id\",\"text\"}, plain text, or a table of O*NET. Never members' data.")
  List<Path> text = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  Path out = Path.of(".");

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      defaultValue = "not stated",
      description = "For the model card.")
  String licence = "";

  @Option(
      names = "--small",
      description = "1.3 million parameters, each text read once: for measurements.")
  boolean small;

  @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    Output output = common.output();
    List<TextSource> sources = text.stream().map(f -> new TextSource(f, licence)).toList();
    BaseSettings settings = small ? BaseSettings.small() : BaseSettings.standard();
    try {
      Measurement measured =
          BaseTraining.train(sources, settings, out, threads, listener(output.progress()));
      output.result(measured, "the base is in %s: %s".formatted(out, measured));
    } catch (PublicTextException e) {
      throw new InputRefused(String.valueOf(e.getMessage()), e);
    }
    return ExitCode.DONE;
  }

  private static BaseProgress listener(Progress progress) {
    return new BaseProgress() {
      @Override
      public void stepped(int step, int steps, double loss, int tokens) {
        progress.at("training", step, steps);
      }

      @Override
      public void measured(Measurement measurement) {}
    };
  }
}
