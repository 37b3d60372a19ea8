package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Notices;
import dev.demur.ledger.notice.NoticeCampaign;
import dev.demur.program.Program;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "notice",
    description = "Tells members about a program.",
    subcommands = NoticeCommand.Send.class,
    footer = {"", "Example: demur notice send --program linkedin-2025"})
final class NoticeCommand {
  @Command(name = "send", description = "Sends and records the notice; never twice to one member.")
  static final class Send implements Callable<Integer> {
    private static final String OUTBOX = "outbox";

    @Mixin CommonOptions common = new CommonOptions();

    @Option(names = "--program", required = true, paramLabel = "P", description = "Name or file.")
    String program = "";

    @Option(
        names = "--via",
        paramLabel = "outbox",
        defaultValue = OUTBOX,
        description = "One message file for each member in HOME/outbox.")
    String via = OUTBOX;

    @Option(
        names = "--at",
        paramLabel = "T",
        converter = CommonOptions.InstantConverter.class,
        description = "When it was delivered, for notices sent before (default: now).")
    @Nullable Instant at;

    @Override
    public Integer call() {
      if (!via.equals(OUTBOX)) {
        throw new InputRefused("--via takes outbox, got: " + via);
      }
      Program rules = Programs.load(program);
      try (Home home = common.open()) {
        NoticeCampaign.Result result = Notices.send(home, rules, Optional.ofNullable(at));
        common
            .output()
            .result(
                Output.object("sent", result.sent(), "before", result.before()),
                "%,d notices sent, %,d had it before; the messages are in %s"
                    .formatted(result.sent(), result.before(), home.layout().outbox()));
      }
      return ExitCode.DONE;
    }
  }
}
