package dev.demur.cli;

import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.home.Building;
import dev.demur.home.Certificate;
import dev.demur.home.Choices;
import dev.demur.home.Forgetting;
import dev.demur.home.Home;
import dev.demur.home.ImportReport;
import dev.demur.home.Importing;
import dev.demur.home.Notices;
import dev.demur.home.Role;
import dev.demur.home.Snapshot;
import dev.demur.home.TrainReport;
import dev.demur.home.Training;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import dev.demur.server.access.AccessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "The whole way on a sample network: archives, decisions, corpus, training, one member leaving,"
            + " pages.",
    footer = {"", "Example: demur demo --no-serve"})
final class DemoCommand implements Callable<Integer> {
  private static final String PROGRAM = "linkedin-2025";
  private static final long SEED = 1;
  private static final int TOGGLE_OFF_EACH = 15;
  private static final int OBJECT_EACH = 40;
  private static final int MEMBER_ACCOUNTS = 3;
  private static final String PASSWORD = "demo";

  /// The network's e-mail to its members [S1, S2].
  private static final Instant NOTICE = Instant.parse("2025-09-18T09:00:00Z");

  private static final Instant CHOICES = Instant.parse("2025-10-01T12:00:00Z");

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--no-serve", description = "End when the table is printed.")
  boolean noServe;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "300",
      description = "Default: ${DEFAULT-VALUE}.")
  int members = 300;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + ServeCommand.PORT,
      description = "Default: ${DEFAULT-VALUE}.")
  int port = ServeCommand.PORT;

  private final List<Step> steps = new ArrayList<>();

  /// One line of the table.
  private record Step(String what, String figures, double seconds) {}

  /// What a step did, in words.
  @FunctionalInterface
  private interface Work {
    String run() throws IOException;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Output output = common.output();
    Path base = Base.folder(null);
    try (Home home = common.open()) {
      List<MemberId> known = takeIn(home, output);
      choose(home, known);
      build(home, base, output);
      train(home, base, output);
      forget(home, base, known, output);
      List<String> accounts = accounts(home);
      output.result(json(), text(accounts));
      if (!noServe) {
        ServeCommand.serve(
            home, base, new ServeCommand.Place("127.0.0.1", port), AccessSettings.local(), output);
      }
    }
    return ExitCode.DONE;
  }

  private void step(Output output, String what, Work work) throws IOException {
    output.info(what + " ...");
    long start = System.nanoTime();
    String figures = work.run();
    steps.add(new Step(what, figures, (System.nanoTime() - start) / 1e9));
  }

  /// The sample lies outside the home, which must hold nothing that is not to be kept.
  private List<MemberId> takeIn(Home home, Output output) throws IOException {
    Path network = Files.createTempDirectory("demur-network");
    try {
      step(
          output,
          "Sample network",
          () -> {
            SampleNetwork.write(new SampleSettings(members, SEED), network);
            return "%,d LinkedIn archives".formatted(members);
          });
      step(
          output,
          "Import",
          () -> {
            ImportReport report =
                Importing.run(
                    home,
                    List.of(network.resolve("archives")),
                    Optional.of(network.resolve("members.jsonl")),
                    Optional.empty(),
                    output.progress());
            long records = report.records().values().stream().mapToLong(Long::longValue).sum();
            return "%,d members, %,d records, %d refused"
                .formatted(report.members(), records, report.refused().size());
          });
    } finally {
      delete(network);
    }
    return List.copyOf(home.records().holders());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void choose(Home home, List<MemberId> known) throws IOException {
    Program program = Programs.load(PROGRAM);
    step(
        common.output(),
        "Notices and choices",
        () -> {
          var sent = Notices.send(home, program, Optional.of(NOTICE));
          int off = 0;
          int objections = 0;
          for (int i = 0; i < known.size() && sent.sent() > 0; i++) {
            if (i % TOGGLE_OFF_EACH == 7) {
              Choices.toggle(home, known.get(i), false, Optional.of(CHOICES));
              off++;
            } else if (i % OBJECT_EACH == 3) {
              Choices.object(
                  home,
                  known.get(i),
                  program.name(),
                  Set.of(Control.values()),
                  Optional.empty(),
                  new TreeSet<>(),
                  Optional.of(CHOICES));
              objections++;
            }
          }
          return "%,d notices, %d switched off, %d objections"
              .formatted(sent.sent(), off, objections);
        });
  }

  private void build(Home home, Path base, Output output) throws IOException {
    step(
        output,
        "Decide and build",
        () -> {
          Snapshot built =
              Building.run(
                  home,
                  Programs.load(PROGRAM),
                  () -> base,
                  Optional.empty(),
                  Runtime.getRuntime().availableProcessors(),
                  output.progress());
          return "%,d records in, %,d out (%d reasons)"
              .formatted(built.in(), built.out(), built.reasons().size());
        });
  }

  private void train(Home home, Path base, Output output) throws IOException {
    step(
        output,
        "Train",
        () -> {
          TrainReport report =
              Training.run(
                  home,
                  base,
                  OptionalInt.empty(),
                  OptionalInt.empty(),
                  Runtime.getRuntime().availableProcessors(),
                  output.progress());
          return "%d shards × %d slices, %,d documents, %,d tokens"
              .formatted(report.shards(), report.slices(), report.documents(), report.tokens());
        });
  }

  /// The last member by name leaves, to show what leaving takes.
  private void forget(Home home, Path base, List<MemberId> known, Output output)
      throws IOException {
    step(
        output,
        "One member leaves",
        () -> {
          MemberId member =
              known.reversed().stream()
                  .filter(each -> !home.corpus().of(each).isEmpty())
                  .findFirst()
                  .orElse(known.getLast());
          Certificate done =
              new Forgetting(home, () -> base, output.progress()).forget(Set.of(member), false);
          return "out of use after %.2f s; %d of %d slices replayed, %d files with traces left"
              .formatted(
                  done.quarantineSeconds(),
                  done.slicesTrained(),
                  done.slicesTrained() + done.slicesKept(),
                  done.leftovers().size());
        });
  }

  /// Only the demo makes accounts whose password everybody knows.
  private static List<String> accounts(Home home) {
    List<String> names = new ArrayList<>();
    for (MemberId member : home.corpus().holders()) {
      boolean used = home.corpus().of(member).size() > 20;
      if (used && names.size() < MEMBER_ACCOUNTS) {
        home.accounts().put(member.value(), PASSWORD, Role.MEMBER);
        names.add(member.value());
      }
    }
    home.accounts().put("operator", PASSWORD, Role.DPO);
    names.add("operator");
    return names;
  }

  private Object json() {
    return Output.object(
        "steps",
        steps.stream()
            .map(step ->
                Output.object(
                    "step", step.what(), "result", step.figures(), "seconds", step.seconds()))
            .toList());
  }

  private String text(List<String> accounts) {
    Table table = new Table("step", "what happened", "seconds");
    steps.forEach(step -> table.row(step.what(), step.figures(), "%.1f".formatted(step.seconds())));
    String signIn =
        "Sign in as %s with the password \"%s\"".formatted(String.join(", ", accounts), PASSWORD);
    return table + "\n\n" + signIn;
  }
}
