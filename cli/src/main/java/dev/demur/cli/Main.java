package dev.demur.cli;

import dev.demur.archive.ArchiveRefused;
import dev.demur.assist.career.JobRefused;
import dev.demur.home.InputRefused;
import dev.demur.home.NotPermitted;
import dev.demur.program.ProgramException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The `demur` command.
@Command(
    name = "demur",
    version = "demur 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Trains generative AI on members' data under a declared program, and lets any member leave.",
    footer = {"", "Example: demur demo", "Results go to stdout, everything else to stderr."},
    subcommands = {
      DemoCommand.class,
      InitCommand.class,
      SampleCommand.class,
      ImportCommand.class,
      MemberCommand.class,
      NoticeCommand.class,
      ChooseCommand.class,
      ObjectCommand.class,
      CaseCommand.class,
      ReviewCommand.class,
      SnapshotsCommand.class,
      ProgramCommand.class,
      DecideCommand.class,
      ExplainCommand.class,
      BuildCommand.class,
      PlanCommand.class,
      TrainCommand.class,
      ForgetCommand.class,
      RootsCommand.class,
      VerifyCommand.class,
      TraceCommand.class,
      SuggestCommand.class,
      MatchCommand.class,
      FitCommand.class,
      PathsCommand.class,
      TaxonomyCommand.class,
      EvaluateCommand.class,
      RedactCommand.class,
      ReportCommand.class,
      ReceiptCommand.class,
      LogCommand.class,
      AccountCommand.class,
      ServeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      BaseCommand.class,
      ModelCommand.class,
      BenchCommand.class,
      HelpCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command line and returns its exit code.
  static int run(String... arguments) {
    CommandLine line = commandLine();
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(Main::report);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line.execute(arguments);
  }

  /// All commands; each shows its help when asked, also those that only have others below them.
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    addHelp(line);
    return line;
  }

  private static void addHelp(CommandLine command) {
    if (command.getCommandSpec().findOption("--help") == null) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .type(boolean.class)
                  .usageHelp(true)
                  .description("Show this help.")
                  .build());
    }
    command.getSubcommands().values().forEach(Main::addHelp);
  }

  private static int report(Exception problem, CommandLine line, ParseResult parsed) {
    String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    line.getErr().println("demur: " + message);
    int code =
        switch (problem) {
          case InputRefused _, ArchiveRefused _, ProgramException _, JobRefused _ ->
              ExitCode.REFUSED;
          case NotPermitted _ -> ExitCode.NOT_PERMITTED;
          default -> ExitCode.FAILED;
        };
    if (code == ExitCode.FAILED && System.getenv("DEMUR_TRACE") != null) {
      problem.printStackTrace(line.getErr());
    } else if (code == ExitCode.FAILED) {
      line.getErr().println("hint: set DEMUR_TRACE=1 to see where this comes from");
    }
    return code;
  }
}
