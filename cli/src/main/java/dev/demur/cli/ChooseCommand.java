package dev.demur.cli;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.ledger.log.Receipt;
import dev.demur.model.MemberId;
import dev.demur.model.Switch;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "choose",
    description = "Records a member's choice and prints its receipt.",
    footer = {"", "Example: demur choose anna-berg --toggle off"})
final class ChooseCommand implements Callable<Integer> {
  /// The two positions of the setting.
  enum Toggle {
    ON,
    OFF
  }

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "M", description = "The member's id.")
  String member = "";

  @Option(
      names = "--toggle",
      required = true,
      paramLabel = "on|off",
      description = "The setting: use my data to train models that write.")
  Toggle toggle = Toggle.ON;

  @Option(
      names = "--switch",
      paramLabel = "main|partners",
      description = "Which setting: training itself, or training by others (default: main).")
  Switch which = Switch.MAIN;

  @Option(
      names = "--at",
      paramLabel = "T",
      converter = CommonOptions.InstantConverter.class,
      description = "When it was chosen (default: now).")
  @Nullable Instant at;

  @Override
  public Integer call() {
    try (Home home = common.open()) {
      Receipt receipt =
          Choices.toggle(
              home, new MemberId(member), which, toggle == Toggle.ON, Optional.ofNullable(at));
      common.output().raw(receipt.toJson() + "\n");
    }
    return ExitCode.DONE;
  }
}
