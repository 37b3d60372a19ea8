package dev.demur.home;

import dev.demur.archive.sample.Catalogue;
import dev.demur.archive.sample.Occupation;
import dev.demur.assist.embed.TextVectors;
import dev.demur.assist.taxonomy.Concept;
import dev.demur.assist.taxonomy.Meanings;
import dev.demur.assist.taxonomy.Synonyms;
import dev.demur.assist.taxonomy.Taxonomies;
import dev.demur.assist.taxonomy.Taxonomy;
import dev.demur.assist.taxonomy.TitleNormaliser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Catalogues of occupations and skills in a home: public releases, nothing of any member.
public final class HomeTaxonomies {
  private HomeTaxonomies() {}

  /// What was taken in of a release.
  public record Imported(String name, int occupations, int skills, int names) {}

  /// Takes in every release in a folder; a release of the same name is replaced.
  ///
  /// @throws dev.demur.assist.taxonomy.TaxonomyRefused if there is none; then nothing has changed
  public static List<Imported> read(Home home, Path folder, Progress progress) {
    List<Taxonomy> releases = Taxonomies.read(folder);
    List<Imported> imported = new ArrayList<>();
    for (Taxonomy release : releases) {
      makeVectors(home, release, progress);
      file(home, release.name()).write(release);
      imported.add(imported(release));
    }
    return imported;
  }

  /// Those of an earlier import are kept where the release still has their texts.
  private static void makeVectors(Home home, Taxonomy release, Progress progress) {
    List<String> texts = texts(release);
    try {
      Files.createDirectories(home.layout().taxonomies());
      TextVectors.make(
          vectors(home, release.name()),
          texts,
          MemberSearch::embedder,
          done -> progress.at("names of " + release.name(), done, texts.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("the vectors of a catalogue cannot be written", e);
    }
  }

  /// All that is said of occupations, and the preferred names of skills.
  private static List<String> texts(Taxonomy release) {
    return Stream.of(
            TitleNormaliser.texts(release.occupations()).stream(),
            release.occupations().stream().map(Concept::title),
            release.skills().stream().map(Concept::title))
        .flatMap(texts -> texts)
        .distinct()
        .toList();
  }

  /// Finds what titles mean: among ESCO's occupations if they were taken in, else among O*NET's or
  /// the built-in ones. Where both releases are there, the names of the other one help.
  public static TitleNormaliser titles(Home home) {
    List<Taxonomy> releases = imported(home);
    if (releases.isEmpty()) {
      return TitleNormaliser.over(Taxonomies.builtIn().occupations(), MemberSearch.embedder());
    }
    TitleNormaliser first = titles(home, releases.getFirst());
    return releases.size() == 1 ? first : first.with(titles(home, releases.get(1)));
  }

  private static TitleNormaliser titles(Home home, Taxonomy release) {
    Path file = vectors(home, release.name());
    try {
      return TitleNormaliser.over(
          release.occupations(), TextVectors.read(file), MemberSearch.embedder());
    } catch (IOException | IllegalArgumentException e) {
      throw unfit(file, e);
    }
  }

  private static InputRefused unfit(Path file, Exception cause) {
    return new InputRefused(
        file + ": does not fit its catalogue; run `demur taxonomy import` again", cause);
  }

  private static Path vectors(Home home, String name) {
    return home.layout().taxonomies().resolve(name + ".vec");
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
    List<Taxonomy> all = imported(home);
    all.add(Taxonomies.builtIn());
    return all;
  }

  private static List<Taxonomy> imported(Home home) {
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
    return all;
  }

  /// Other names by all catalogues, and by meaning where a catalogue was imported with vectors.
  static Synonyms synonyms(Home home) {
    List<Taxonomy> all = all(home);
    List<Synonyms.Meaning> meanings = new ArrayList<>();
    for (Taxonomy each : all) {
      Path file = vectors(home, each.name());
      if (Files.exists(file)) {
        meanings.add(meaning(each, file));
      }
    }
    return Synonyms.of(all).with(meanings);
  }

  private static Synonyms.Meaning meaning(Taxonomy release, Path file) {
    try {
      TextVectors stored = TextVectors.read(file);
      return new Synonyms.Meaning(
          Meanings.of(release.occupations(), stored, MemberSearch.embedder()),
          Meanings.of(release.skills(), stored, MemberSearch.embedder()));
    } catch (IOException | IllegalArgumentException e) {
      throw unfit(file, e);
    }
  }

  /// What catalogues call occupations and skills, in so far as a text that says it states it: all
  /// names of the built-in catalogue; of imported ones those of two words and more, and of skills
  /// only proper names, since ESCO calls skills what everybody writes ("work in teams").
  static Set<String> statements(Home home) {
    return statements(imported(home));
  }

  /// The same of releases.
  public static Set<String> statements(List<Taxonomy> imported) {
    Set<String> names = new TreeSet<>();
    for (Occupation work : Catalogue.load().occupations()) {
      names.addAll(work.titles());
      names.addAll(work.skills());
      names.addAll(work.certificates());
      names.addAll(work.degrees());
    }
    for (Taxonomy each : imported) {
      labels(each.occupations()).filter(HomeTaxonomies::isOfSeveralWords).forEach(names::add);
      labels(each.skills())
          .filter(HomeTaxonomies::isOfSeveralWords)
          .filter(label -> label.chars().anyMatch(Character::isUpperCase))
          .forEach(names::add);
    }
    return names;
  }

  private static Stream<String> labels(List<Concept> concepts) {
    return concepts.stream().flatMap(concept -> concept.labels().stream());
  }

  private static boolean isOfSeveralWords(String label) {
    return label.strip().indexOf(' ') > 0;
  }

  /// Changes whenever another release was taken in, by whatever process.
  static String stamp(Home home) {
    Path folder = home.layout().taxonomies();
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder stamp = new StringBuilder();
      for (Path each : files.sorted().toList()) {
        stamp.append(each.getFileName()).append(' ').append(Files.getLastModifiedTime(each));
      }
      return stamp.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogues in " + folder + " cannot be listed", e);
    }
  }
}
