package dev.demur.cli;

import dev.demur.assist.career.Fit;
import dev.demur.assist.career.Job;
import dev.demur.assist.career.JobFiles;
import dev.demur.home.Home;
import dev.demur.home.Matchmaking;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "fit",
    description = "How far a member's records meet a job, sentence by sentence, with the evidence.",
    footer = {"", "Example: demur fit --member anna-berg --job ward-manager.yaml"})
final class FitCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--member", required = true, paramLabel = "M", description = "Who.")
  String member = "";

  @Option(
      names = "--job",
      required = true,
      paramLabel = "FILE",
      description = "A job file, see docs/reference/job-file.md.")
  Path job = Path.of("");

  @Option(
      names = "--own",
      description =
          "For the member to see: all own records count, and nobody else's permission is asked.")
  boolean own;

  @Override
  public Integer call() {
    Job wanted = JobFiles.read(job).getFirst();
    try (Home home = common.open()) {
      Matchmaking matchmaking = new Matchmaking(home);
      MemberId who = new MemberId(member);
      Fit fit = own ? matchmaking.ownFit(who, wanted) : matchmaking.fit(who, wanted);
      Map<String, Object> json = Output.object("member", member, "job", wanted.id());
      json.putAll(CareerJson.fit(fit));
      common.output().result(json, CareerJson.text(fit));
    }
    return ExitCode.DONE;
  }
}
