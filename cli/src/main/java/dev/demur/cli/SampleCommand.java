package dev.demur.cli;

import dev.demur.archive.sample.SampleFormat;
import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "sample",
    description = "Writes a network of members who never lived, as real-format archives.",
    footer = {"", "Example: demur sample --members 300 --seed 1 --out ./network"})
final class SampleCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--members", paramLabel = "N", defaultValue = "300", description = "How many.")
  int members;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Same bytes for the same seed.")
  long seed;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "linkedin",
      description =
          "linkedin (default), facebook, instagram, whatsapp, x, mastodon, or mixed: each member in"
              + " one of them.")
  String format = "linkedin";

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  Path out = Path.of(".");

  @Override
  public Integer call() throws IOException {
    SampleFormat chosen =
        SampleFormat.of(format)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(),
                    "--format must be linkedin, facebook, instagram, whatsapp, x, mastodon or mixed,"
                        + " got: "
                        + format));
    SampleNetwork.write(settings(chosen), out);
    common
        .output()
        .result(
            Output.object(
                "members", members, "seed", seed, "format", chosen.code(), "out", out.toString()),
            "%,d archives are in %s".formatted(members, out.resolve("archives")));
    return ExitCode.DONE;
  }

  private SampleSettings settings(SampleFormat chosen) {
    try {
      return new SampleSettings(members, seed).in(chosen);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }
}
