package dev.demur.cli;

import dev.demur.assist.taxonomy.Taxonomy;
import dev.demur.assist.taxonomy.TaxonomyRefused;
import dev.demur.home.Home;
import dev.demur.home.HomeTaxonomies;
import dev.demur.home.HomeTaxonomies.Imported;
import dev.demur.home.InputRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Catalogues by which titles and skills are understood.
@Command(
    name = "taxonomy",
    description = "Takes in releases of ESCO and O*NET, by which titles and skills are matched.",
    subcommands = {TaxonomyCommand.Import.class, TaxonomyCommand.Show.class},
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
}
