package dev.demur.cli;

import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Snapshots;
import dev.demur.home.report.DatasetCard;
import dev.demur.home.report.Report;
import dev.demur.home.report.ReportFormat;
import dev.demur.home.report.Reports;
import dev.demur.learn.file.AtomicFile;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    name = "report",
    description = {
      "Writes a report: member, build, article30, training-summary, effectiveness,",
      "representativeness; lia or dpia, the figures behind those assessments;",
      "or dataset, the card of the latest snapshot as Croissant JSON-LD.",
      "All take their figures from one place: ledger, tables and log."
    },
    footer = {
      "",
      "Example: demur report article30 --format html --out article30.html",
      "Example: demur report member --member anna-berg --format json"
    })
final class ReportCommand implements Callable<Integer> {
  private static final String MEMBER = "member";
  private static final String DATASET = "dataset";

  @Mixin CommonOptions common = new CommonOptions();

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "KIND",
      description =
          "member, build, article30, training-summary, effectiveness, lia, dpia, representativeness, dataset.")
  String kind = "";

  @Option(names = "--member", paramLabel = "M", description = "Whom a member's report is about.")
  @Nullable String member;

  @Option(
      names = "--program",
      paramLabel = "P",
      description = "Name or file (default: the one the corpus was built under).")
  @Nullable String program;

  @Option(
      names = "--format",
      paramLabel = "json|html|md",
      description = "Default: md; json with --json.")
  @Nullable String format;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  @Nullable Path out;

  @Option(names = "--base", paramLabel = "DIR", description = "The base model (default: shipped).")
  @Nullable Path base;

  @Override
  public Integer call() throws IOException {
    if (kind.equals(DATASET)) {
      return dataset();
    }
    ReportFormat chosen = chosenFormat();
    try (Home home = common.open()) {
      write(chosen.write(report(home)));
    }
    return ExitCode.DONE;
  }

  private Integer dataset() throws IOException {
    if (format != null && !format.equals("json")) {
      throw usage("a dataset's card is JSON-LD only, got: --format " + format);
    }
    try (Home home = common.open()) {
      write(DatasetCard.of(home));
    }
    return ExitCode.DONE;
  }

  private ReportFormat chosenFormat() {
    String name = format == null ? common.json ? "json" : "md" : format;
    return ReportFormat.of(name)
        .orElseThrow(() -> usage("--format must be json, html or md, got: " + name));
  }

  private Report report(Home home) {
    if (kind.equals(MEMBER)) {
      if (member == null) {
        throw usage("a member's report needs --member M");
      }
      return Reports.ofMember(home, new MemberId(member));
    }
    if (!Reports.KINDS.contains(kind)) {
      throw usage(
          "there is no report '%s'; there are member, dataset, %s"
              .formatted(kind, String.join(", ", Reports.KINDS)));
    }
    Program under = program == null ? Snapshots.program(home) : Programs.load(program);
    return Reports.of(kind, home, under, this::loadBase);
  }

  private dev.demur.learn.base.Base loadBase() {
    try {
      return dev.demur.learn.base.Base.load(Base.folder(base));
    } catch (IOException e) {
      throw new UncheckedIOException("the base model cannot be read", e);
    }
  }

  private void write(String text) throws IOException {
    if (out == null) {
      common.output().raw(text);
      return;
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputRefused(out + ": there is no such folder");
    }
    AtomicFile.writeString(out, text);
    common.output().info("written to " + out);
  }

  private ParameterException usage(String message) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), message);
  }
}
