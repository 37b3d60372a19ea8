package dev.demur.cli;

import dev.demur.home.Holding;
import dev.demur.home.Home;
import dev.demur.home.Snapshot;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "snapshots",
    description =
        "Which snapshots there are, which one the models were trained from, and whom they hold.",
    footer = {"", "Example: demur snapshots --member anna-berg"})
final class SnapshotsCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--member", paramLabel = "M", description = "Also says what they hold of M.")
  @Nullable String member;

  @Override
  public Integer call() {
    Optional<MemberId> asked = Optional.ofNullable(member).map(MemberId::new);
    try (Home home = common.open()) {
      List<Holding> all = Holding.all(home, asked);
      common
          .output()
          .result(
              Output.object(
                  "snapshots", all.stream().map(each -> json(each, asked.isPresent())).toList()),
              text(all, asked.isPresent()));
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(Holding each, boolean asked) {
    Map<String, Object> object =
        Output.object(
            "snapshot", each.snapshot(),
            "stored", each.built().isPresent(),
            "trained", each.trained());
    each.built()
        .ifPresent(built -> {
          object.put("program", built.program());
          object.put("asOf", built.asOf().toString());
          object.put("records", Output.object("in", built.in(), "out", built.out()));
        });
    if (asked) {
      Map<String, Object> ofMember = Output.object();
      each.records().ifPresent(records -> ofMember.put("records", records));
      each.slices().ifPresent(slices -> ofMember.put("slices", slices));
      object.put("member", ofMember);
    }
    return object;
  }

  private static String text(List<Holding> all, boolean asked) {
    if (all.isEmpty()) {
      return "there is no snapshot; make one by `demur build --program P`";
    }
    Table table =
        asked
            ? new Table("snapshot", "program", "as of", "models", "member's records", "trained in")
            : new Table("snapshot", "program", "as of", "models", "records");
    for (Holding each : all) {
      String program = each.built().map(Snapshot::program).orElse("(stored no more)");
      String asOf = each.built().map(built -> built.asOf().toString()).orElse("–");
      String models = each.trained() ? "trained from it" : "–";
      if (asked) {
        String records = each.records().map(Object::toString).orElse("–");
        table.row(each.snapshot(), program, asOf, models, records, each.slices().orElse("–"));
      } else {
        String records = each.built().map(built -> Long.toString(built.in())).orElse("–");
        table.row(each.snapshot(), program, asOf, models, records);
      }
    }
    return table.toString();
  }
}
