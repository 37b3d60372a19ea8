package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.Roots;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "roots",
    description = "Digests of everything derived: equal for equal retained data.",
    footer = {"", "Example: demur roots --json"})
final class RootsCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    try (Home home = common.open()) {
      common.output().raw(Roots.of(home).toJson() + "\n");
    }
    return ExitCode.DONE;
  }
}
