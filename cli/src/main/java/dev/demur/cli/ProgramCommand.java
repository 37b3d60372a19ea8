package dev.demur.cli;

import dev.demur.program.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "program",
    description = "Checks training programs.",
    subcommands = ProgramCommand.Check.class,
    footer = {"", "Example: demur program check programs/linkedin-2025.yaml"})
final class ProgramCommand {
  @Command(name = "check", description = "Reads a program and says all that is wrong with it.")
  static final class Check implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "A file, or the name of a shipped program.")
    String file = "";

    @Override
    public Integer call() {
      Program program = Programs.load(file);
      common
          .output()
          .result(
              Output.object("program", program.name(), "sha256", program.sha256()),
              "%s is a program: %s%nSHA-256 %s".formatted(file, program.title(), program.sha256()));
      return ExitCode.DONE;
    }
  }
}
