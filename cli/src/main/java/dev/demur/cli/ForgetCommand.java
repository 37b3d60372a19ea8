package dev.demur.cli;

import dev.demur.home.Certificate;
import dev.demur.home.Forgetting;
import dev.demur.home.Home;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "forget",
    description = "Removes members from data, indexes and weights, and prints the certificate.",
    footer = {"", "Example: demur forget anna-berg"})
final class ForgetCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "M", description = "Whom to erase; each becomes a stranger.")
  List<String> members = new ArrayList<>();

  @Option(
      names = "--pending",
      description = "What granted objections and closures ask for, and what was quarantined.")
  boolean pending;

  @Option(
      names = "--quarantine-only",
      description = "Stop all use at once; restore later with `demur forget --pending`.")
  boolean quarantineOnly;

  @Option(names = "--base", paramLabel = "DIR", description = "The base model, as for train.")
  @Nullable Path base;

  @Override
  public Integer call() {
    if (members.isEmpty() && !pending && spec != null) {
      throw new ParameterException(spec.commandLine(), "name whom to forget, or use --pending");
    }
    Output output = common.output();
    TreeSet<MemberId> leaving = new TreeSet<>();
    members.forEach(id -> leaving.add(new MemberId(id)));
    try (Home home = common.open()) {
      Forgetting forgetting = new Forgetting(home, () -> Base.folder(base), output.progress());
      Certificate certificate =
          quarantineOnly
              ? forgetting.quarantine(leaving, pending)
              : forgetting.forget(leaving, pending);
      output.raw(certificate.toJson() + "\n");
    }
    return ExitCode.DONE;
  }
}
