package dev.demur.cli;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.ledger.objection.FiledCase;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "object",
    description = "Files an objection, which restricts use at once; prints case id and receipt.",
    footer = {
      "",
      "Example: demur object anna-berg --program linkedin-2025 --covers content-generation,other-ml"
    })
final class ObjectCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "M", description = "Who objects; need not be a member.")
  String member = "";

  @Option(names = "--program", paramLabel = "P", required = true, description = "Under which.")
  String program = "";

  @Option(
      names = "--covers",
      split = ",",
      required = true,
      paramLabel = "USE",
      description = "content-generation, other-ml, feedback; separated by commas.")
  List<String> covers = new ArrayList<>();

  @Option(names = "--reason", paramLabel = "TEXT", description = "None is needed.")
  @Nullable String reason;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "By which others write of the person; may be repeated.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--at",
      paramLabel = "T",
      converter = CommonOptions.InstantConverter.class,
      description = "When it was filed (default: now).")
  @Nullable Instant at;

  @Override
  public Integer call() {
    String programName = Programs.load(program).name();
    try (Home home = common.open()) {
      FiledCase filed =
          Choices.object(
              home,
              new MemberId(member),
              programName,
              controls(),
              Optional.ofNullable(reason),
              new TreeSet<>(names),
              Optional.ofNullable(at));
      Object receipt = Output.JSON.readTree(filed.receipt().toJson());
      common
          .output()
          .result(
              Output.object("case", filed.caseId(), "receipt", receipt),
              "case %s%n%s".formatted(filed.caseId(), filed.receipt().toJson()));
    }
    return ExitCode.DONE;
  }

  private Set<Control> controls() {
    Set<Control> controls = EnumSet.noneOf(Control.class);
    for (String code : covers) {
      controls.add(
          Control.of(code.strip())
              .orElseThrow(() ->
                  new InputRefused(
                      "--covers takes content-generation, other-ml and feedback, got: " + code)));
    }
    return controls;
  }
}
