package dev.demur.home;

import dev.demur.assist.taxonomy.Synonyms;
import dev.demur.assist.taxonomy.Taxonomies;
import dev.demur.assist.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Catalogues of occupations and skills in a home: public releases, nothing of any member.
public final class HomeTaxonomies {
  private HomeTaxonomies() {}

  /// What was taken in of a release.
  public record Imported(String name, int occupations, int skills, int names) {}

  /// Takes in every release in a folder; a release of the same name is replaced.
  ///
  /// @throws dev.demur.assist.taxonomy.TaxonomyRefused if there is none; then nothing has changed
  public static List<Imported> read(Home home, Path folder) {
    List<Taxonomy> releases = Taxonomies.read(folder);
    List<Imported> imported = new ArrayList<>();
    for (Taxonomy release : releases) {
      file(home, release.name()).write(release);
      imported.add(imported(release));
    }
    return imported;
  }

  private static Imported imported(Taxonomy release) {
    int names =
        Stream.concat(release.occupations().stream(), release.skills().stream())
            .mapToInt(concept -> concept.labels().size())
            .sum();
    return new Imported(
        release.name(), release.occupations().size(), release.skills().size(), names);
  }

  private static JsonFile<Taxonomy> file(Home home, String name) {
    return new JsonFile<>(home.layout().taxonomies().resolve(name + ".json"), Taxonomy.class);
  }

  /// The releases taken in, by name, and the built-in catalogue behind them.
  public static List<Taxonomy> all(Home home) {
    List<Taxonomy> all = new ArrayList<>();
    Path folder = home.layout().taxonomies();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path each : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          new JsonFile<>(each, Taxonomy.class).read().ifPresent(all::add);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the catalogues in " + folder + " cannot be listed", e);
      }
    }
    all.add(Taxonomies.builtIn());
    return all;
  }

  static Synonyms synonyms(Home home) {
    return Synonyms.of(all(home));
  }
}
