package dev.demur.cli;

import dev.demur.assist.career.Step;
import dev.demur.home.Home;
import dev.demur.home.Matchmaking;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "paths",
    description =
        "What at least ten members did next who held a member's job, and the skills for it.",
    footer = {"", "Example: demur paths --member anna-berg"})
final class PathsCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--member", required = true, paramLabel = "M", description = "For whom.")
  String member = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "5",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  int limit = 5;

  @Override
  public Integer call() {
    try (Home home = common.open()) {
      List<Step> steps = new Matchmaking(home).paths(new MemberId(member), limit);
      Table table = new Table("from", "to", "members", "skills you have", "skills to learn");
      steps.forEach(s ->
          table.row(
              s.from(),
              s.title(),
              s.members(),
              String.join(", ", s.skills()),
              String.join(", ", s.gaps())));
      common
          .output()
          .result(
              Output.object(
                  "member", member, "paths", steps.stream().map(CareerJson::step).toList()),
              steps.isEmpty()
                  ? "no step that ten members took; `demur train` counts them"
                  : table.toString());
    }
    return ExitCode.DONE;
  }
}
