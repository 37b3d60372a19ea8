package dev.demur.cli;

import dev.demur.assist.taxonomy.Taxonomy;
import dev.demur.assist.taxonomy.TaxonomyRefused;
import dev.demur.home.Home;
import dev.demur.home.HomeTaxonomies;
import dev.demur.home.HomeTaxonomies.Imported;
import dev.demur.home.InputRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Catalogues by which titles and skills are understood.
@Command(
    name = "taxonomy",
    description = "Takes in releases of ESCO and O*NET, by which titles and skills are matched.",
    subcommands = {
      TaxonomyCommand.Import.class,
      TaxonomyCommand.Show.class,
      TaxonomyCommand.Find.class
    },
    footer = {"", "Example: demur taxonomy import downloads/esco"})
final class TaxonomyCommand {
  @Command(
      name = "import",
      description =
          "Takes in every release in DIR or the folders in it; one of the same name is replaced.",
      footer = {"", "Example: demur taxonomy import downloads/esco"})
  static final class Import implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(
        paramLabel = "DIR",
        description = "With occupations*.csv (ESCO) or `Occupation Data.txt` (O*NET) in it.")
    Path folder = Path.of("");

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        List<Imported> imported = HomeTaxonomies.read(home, folder, common.output().progress());
        Table table = new Table("catalogue", "occupations", "skills", "names");
        imported.forEach(
            each -> table.row(each.name(), each.occupations(), each.skills(), each.names()));
        common.output().result(Output.object("imported", imported), table.toString());
      } catch (TaxonomyRefused e) {
        throw new InputRefused(String.valueOf(e.getMessage()), e);
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "show",
      description = "The catalogues there are; the last one is built in.",
      footer = {"", "Example: demur taxonomy show"})
  static final class Show implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
      try (Home home = common.open()) {
        List<Taxonomy> all = HomeTaxonomies.all(home);
        Table table = new Table("catalogue", "occupations", "skills");
        all.forEach(
            each -> table.row(each.name(), each.occupations().size(), each.skills().size()));
        common
            .output()
            .result(
                Output.object("catalogues", all.stream().map(Taxonomy::name).toList()),
                table.toString());
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "find",
      description = {
        "The occupations that a job title most likely means, best first.",
        "Of ESCO if it was taken in, else of O*NET or the built-in catalogue; with both, O*NET's names help."
      },
      footer = {"", "Example: demur taxonomy find 'Snr. Java Dev (remote)'"})
  static final class Find implements Callable<Integer> {
    @Mixin CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "TITLE", description = "As somebody wrote it.")
    String title = "";

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "10",
        description = "At most so many (default: ${DEFAULT-VALUE}).")
    int limit = 10;

    /// One line of the answer.
    private record Found(String id, String title, double score) {}

    @Override
    public Integer call() {
      if (title.isBlank() || limit < 1) {
        throw new InputRefused("a title and a limit of at least 1 are needed");
      }
      try (Home home = common.open()) {
        List<Found> found =
            HomeTaxonomies.titles(home).rank(title, limit).stream()
                .map(one -> new Found(one.concept().id(), one.concept().title(), one.score()))
                .toList();
        Table table = new Table("occupation", "id", "score");
        found.forEach(one ->
            table.row(one.title(), one.id(), String.format(Locale.ROOT, "%.2f", one.score())));
        common.output().result(Output.object("occupations", found), table.toString());
      }
      return ExitCode.DONE;
    }
  }
}
