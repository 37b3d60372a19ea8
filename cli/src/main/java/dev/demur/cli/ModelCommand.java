package dev.demur.cli;

import dev.demur.assist.privacy.AdapterBom;
import dev.demur.assist.privacy.AdapterCard;
import dev.demur.assist.privacy.PrivacyReport;
import dev.demur.assist.privacy.TrainedAdapter;
import dev.demur.home.Home;
import dev.demur.home.InputRefused;
import dev.demur.home.Roots;
import dev.demur.home.Snapshot;
import dev.demur.home.Snapshots;
import dev.demur.home.TrainedState;
import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

@Command(
    name = "model",
    description = "About the trained model.",
    subcommands = ModelCommand.Card.class,
    footer = {"", "Example: demur model card --out ./card"})
final class ModelCommand {
  @Command(
      name = "card",
      description =
          "Writes the model card of the adapters, as Markdown and as a CycloneDX bill of materials.",
      footer = {"", "Example: demur model card --evaluation privacy/report.json --out ./card"})
  static final class Card implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Option(
        names = "--evaluation",
        paramLabel = "FILE",
        description = "report.json of `demur evaluate privacy`, which goes into the card.")
    @Nullable Path evaluation;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
    Path out = Path.of(".");

    @Option(names = "--base", paramLabel = "DIR", description = "Default: the one that ships.")
    @Nullable Path base;

    @Override
    public Integer call() throws IOException {
      try (Home home = common.open()) {
        TrainedAdapter adapter = adapter(home);
        Optional<PrivacyReport> report = report();
        Path card = out.resolve(AdapterCard.FILE);
        Path bom = out.resolve(AdapterBom.FILE);
        AtomicFile.writeString(card, new AdapterCard(adapter, report).text());
        AtomicFile.writeString(bom, new AdapterBom(adapter, report).text());
        Object result = Output.object("card", card.toString(), "bom", bom.toString());
        common
            .output()
            .result(result, "the card is in %s, as a bill of materials in %s".formatted(card, bom));
      }
      return ExitCode.DONE;
    }

    private TrainedAdapter adapter(Home home) throws IOException {
      TrainedState trained =
          Snapshots.trained(home)
              .orElseThrow(
                  () -> new InputRefused("nothing is trained yet; run `demur train` first"));
      Snapshot snapshot = Snapshots.latest(home).orElseThrow();
      var model = dev.demur.learn.base.Base.load(Base.folder(base)).model();
      return new TrainedAdapter(
          Roots.of(home).merged(),
          trained.base(),
          model.config().parameters(),
          trained.shards(),
          trained.slices(),
          TrainedAdapter.describe(AdapterSettings.standard()),
          snapshot.program() + " `" + snapshot.programSha256() + "`",
          snapshot.contentRoot(),
          snapshot.in(),
          snapshot.asOf().toString());
    }

    private Optional<PrivacyReport> report() {
      if (evaluation == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(Output.JSON.readValue(evaluation.toFile(), PrivacyReport.class));
      } catch (JacksonException e) {
        throw new InputRefused(evaluation + ": is no report.json of `demur evaluate privacy`", e);
      }
    }
  }
}
