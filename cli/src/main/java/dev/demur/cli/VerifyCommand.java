package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.Verifying;
import dev.demur.home.Verifying.Check;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "verify",
    description =
        "Computes anew and compares: the log, the corpus, the models; or looks for what a member left.",
    footer = {"", "Example: demur verify --log"})
final class VerifyCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--log",
      description = "The transparency log: every entry, proof and signed head.")
  boolean log;

  @Option(
      names = "--forget",
      paramLabel = "M",
      description = "That M is gone, and that all is what it would be without M.")
  @Nullable String forget;

  @Option(names = "--home-scan", paramLabel = "M", description = "Files that still hold M's id.")
  @Nullable String homeScan;

  @Option(
      names = "--replay",
      paramLabel = "MANIFEST",
      description =
          "That a checkpoint, e.g. HOME/adapters/s0/j0.safetensors of another home, is what this home's corpus gives.")
  @Nullable Path replay;

  @Option(
      names = "--shards",
      paramLabel = "S",
      description = "With --replay: of the checkpoint's training (default: as here).")
  @Nullable Integer shards;

  @Option(
      names = "--slices",
      paramLabel = "R",
      description = "With --replay: of the checkpoint's training (default: as here).")
  @Nullable Integer slices;

  @Option(names = "--base", paramLabel = "DIR", description = "The base model, as for train.")
  @Nullable Path base;

  @Override
  public Integer call() {
    Output output = common.output();
    List<Check> checks = new ArrayList<>();
    boolean everything = !log && forget == null && homeScan == null && replay == null;
    try (Home home = common.open()) {
      if (log || everything) {
        checks.add(Verifying.log(home));
      }
      if (homeScan != null) {
        checks.add(Verifying.leftovers(home, new MemberId(homeScan)));
      }
      if (forget != null) {
        checks.add(Verifying.leftovers(home, new MemberId(forget)));
      }
      if (replay != null) {
        checks.addAll(
            Verifying.replayed(
                home,
                () -> Base.folder(base),
                replay,
                CommonOptions.optional(shards),
                CommonOptions.optional(slices),
                output.progress()));
      }
      if (forget != null || everything) {
        checks.addAll(Verifying.derived(home, () -> Base.folder(base), output.progress()));
      }
    }
    Table table = new Table("check", "holds", "details");
    checks.forEach(c -> table.row(c.name(), c.holds() ? "yes" : "NO", c.details()));
    boolean holds = checks.stream().allMatch(Check::holds);
    output.result(Output.object("holds", holds, "checks", checks), table.toString());
    return holds ? ExitCode.DONE : ExitCode.FAILED;
  }
}
