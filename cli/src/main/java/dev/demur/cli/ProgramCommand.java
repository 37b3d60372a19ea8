package dev.demur.cli;

import dev.demur.home.Comparing;
import dev.demur.home.Comparing.Touched;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.program.Invariant;
import dev.demur.program.Invariants;
import dev.demur.program.Program;
import dev.demur.program.ProgramCheck;
import dev.demur.program.ProgramCheck.Warning;
import dev.demur.program.ProgramDiff;
import dev.demur.program.ProgramPrinter;
import dev.demur.program.Proof;
import dev.demur.program.Prover;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "program",
    description = "Checks, prints, proves and compares training programs.",
    subcommands = {
      ProgramCommand.Check.class,
      ProgramCommand.Show.class,
      ProgramCommand.Prove.class,
      ProgramCommand.Diff.class
    },
    footer = {"", "Example: demur program check programs/linkedin-2025.yaml"})
final class ProgramCommand {
  private static final String FILE = "A file, or the name of a shipped program.";

  @Command(
      name = "check",
      description = "Reads a program, says all that is wrong with it and what is odd about it.",
      footer = {"", "Example: demur program check programs/linkedin-2025.yaml"})
  static final class Check implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = FILE)
    String file = "";

    @Override
    public Integer call() {
      Program program = Programs.load(file);
      List<Warning> warnings = ProgramCheck.warnings(program);
      String odd =
          warnings.stream()
              .map(warning -> "\nwarning: " + warning.text(program))
              .collect(Collectors.joining());
      common
          .output()
          .result(
              Output.object(
                  "program", program.name(), "sha256", program.sha256(), "warnings", warnings),
              "%s is a program: %s%nSHA-256 %s%s"
                  .formatted(file, program.title(), program.sha256(), odd));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "show",
      description = "Prints what a program comes to: a calendar by region, and what stops what.",
      footer = {"", "Example: demur program show linkedin-2025"})
  static final class Show implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = FILE)
    String file = "";

    @Override
    public Integer call() {
      Program program = Programs.load(file);
      common
          .output()
          .result(ProgramPrinter.tables(program), ProgramPrinter.print(program).stripTrailing());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "prove",
      description =
          "Tries every case there is against the shipped invariants and those given; exit 1 when one"
              + " does not hold.",
      footer = {"", "Example: demur program prove linkedin-2025 --invariants mine.yaml"})
  static final class Prove implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = FILE)
    String file = "";

    @Option(
        names = "--invariants",
        paramLabel = "FILE",
        description = "More invariants, in a file like programs/invariants.yaml; repeatable.")
    List<Path> more = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Default: all cores.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
      Program program = Programs.load(file);
      List<Invariant> invariants = new ArrayList<>(Invariants.shipped());
      for (Path each : more) {
        if (!Files.isRegularFile(each)) {
          throw new InputRefused(each + ": no such file; --invariants takes invariants in YAML");
        }
        invariants.addAll(Invariants.load(each));
      }
      Proof proof = Prover.prove(program, invariants, Math.max(1, threads));
      common.output().result(json(proof), proof.text().stripTrailing());
      return proof.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Object json(Proof proof) {
      return Output.object(
          "program",
          proof.program(),
          "holds",
          proof.holds(),
          "decisions",
          proof.decisions(),
          "cases",
          proof.standsFor(),
          "invariants",
          proof.findings().stream().map(Prove::json).toList());
    }

    private static Object json(Proof.Finding finding) {
      Map<String, Object> json =
          Output.object(
              "name",
              finding.invariant().name(),
              "says",
              finding.invariant().says(),
              "holds",
              finding.holds(),
              "violations",
              finding.violations());
      finding
          .smallest()
          .ifPresent(example -> {
            json.put("smallest", example.words());
            json.put("case", Output.JSON.readTree(example.json()));
          });
      return json;
    }
  }

  @Command(
      name = "diff",
      description =
          "Says what changes for whom between two programs; with --home, how many members and"
              + " records of it are touched.",
      footer = {"", "Example: demur program diff linkedin-2024 linkedin-2025 --home demur-home"})
  static final class Diff implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "A", description = FILE)
    String before = "";

    @Parameters(index = "1", paramLabel = "B", description = FILE)
    String after = "";

    @picocli.CommandLine.Spec picocli.CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      Program from = Programs.load(before);
      Program to = Programs.load(after);
      List<ProgramDiff.Change> changes = ProgramDiff.between(from, to);
      List<Touched> touched = touched(from, to);
      common
          .output()
          .result(
              Output.object("changes", changes, "touched", touched),
              (ProgramDiff.text(changes) + table(touched)).stripTrailing());
      return ExitCode.DONE;
    }

    /// Empty where no home is named on the command line.
    private List<Touched> touched(Program from, Program to) {
      boolean named =
          java.util.Objects.requireNonNull(spec)
              .commandLine()
              .getParseResult()
              .hasMatchedOption("--home");
      if (!named) {
        return List.of();
      }
      if (!Files.isDirectory(common.home)) {
        throw new InputRefused(common.home + ": no home here; leave --home out, or import first");
      }
      try (Home home = common.open()) {
        return Comparing.touched(home, from, to);
      }
    }

    private static String table(List<Touched> touched) {
      if (touched.isEmpty()) {
        return "";
      }
      Table table = new Table("answered differently", "members", "records", "permits");
      touched.forEach(t -> table.row(t.interval(), t.members(), t.records(), t.permits()));
      return "\n" + table;
    }
  }
}
