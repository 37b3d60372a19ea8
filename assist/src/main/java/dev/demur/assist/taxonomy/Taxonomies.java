package dev.demur.assist.taxonomy;

import dev.demur.archive.sample.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads releases of ESCO and O*NET, as they are downloaded; knows the built-in catalogue.
public final class Taxonomies {
  private static final String ONET_CODE = "o*net-soc code";
  private static final String LINE_ENDS = "\\R";

  private Taxonomies() {}

  /// The small catalogue that comes with Demur.
  public static Taxonomy builtIn() {
    List<Concept> occupations = new ArrayList<>();
    Set<String> skills = new TreeSet<>();
    for (var work : Catalogue.load().occupations()) {
      occupations.add(
          new Concept(
              work.id(),
              work.titles().get(work.titles().size() / 2),
              work.titles(),
              String.join(". ", work.tasks())));
      skills.addAll(work.skills());
    }
    return new Taxonomy("built-in", occupations, named(skills), new TreeMap<>());
  }

  /// Every release in a folder or the folders in it.
  ///
  /// @throws TaxonomyRefused if there is none
  public static List<Taxonomy> read(Path folder) {
    List<Taxonomy> found = new ArrayList<>();
    for (Path each : folders(folder)) {
      esco(each).ifPresent(found::add);
      onet(each).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw new TaxonomyRefused(
          folder + ": holds neither ESCO (occupations*.csv) nor O*NET (Occupation Data.txt)");
    }
    return found;
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), inside.filter(Files::isDirectory).sorted()).toList();
    } catch (IOException e) {
      throw new TaxonomyRefused(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<Path> file(Path folder, String pattern) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches(pattern))
          .min(Path::compareTo);
    } catch (IOException e) {
      throw new TaxonomyRefused(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<Taxonomy> esco(Path folder) {
    Optional<Path> occupations = file(folder, "occupations(_en)?\\.csv");
    return occupations.map(file ->
        new Taxonomy(
            "esco",
            escoConcepts(file),
            file(folder, "skills(_en)?\\.csv").map(Taxonomies::escoConcepts).orElse(List.of()),
            new TreeMap<>()));
  }

  private static List<Concept> escoConcepts(Path file) {
    ReleaseTable table = ReleaseTable.read(file, ',');
    boolean described = file.getFileName().toString().startsWith("occupations");
    List<Concept> concepts = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      String title = table.cell(row, "preferredlabel");
      Set<String> labels = new LinkedHashSet<>(List.of(title));
      for (String label : table.cell(row, "altlabels").split(LINE_ENDS, -1)) {
        labels.add(label.strip());
      }
      labels.remove("");
      concepts.add(
          new Concept(
              table.cell(row, "concepturi", "originuri"),
              title,
              List.copyOf(labels),
              described ? table.cell(row, "description") : ""));
    }
    return concepts;
  }

  private static Optional<Taxonomy> onet(Path folder) {
    Optional<Path> data = file(folder, "Occupation Data\\.txt");
    if (data.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<String>> labels =
        grouped(file(folder, "Alternate Titles\\.txt"), "alternate title");
    ReleaseTable table = ReleaseTable.read(data.get(), '\t');
    List<Concept> occupations = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      String code = table.cell(row, ONET_CODE);
      Set<String> all = new LinkedHashSet<>(List.of(table.cell(row, "title")));
      all.addAll(labels.getOrDefault(code, List.of()));
      occupations.add(
          new Concept(
              code, table.cell(row, "title"), List.copyOf(all), table.cell(row, "description")));
    }
    Set<String> skills = new TreeSet<>();
    grouped(file(folder, "Technology Skills\\.txt"), "example").values().forEach(skills::addAll);
    SortedMap<String, List<String>> related =
        new TreeMap<>(grouped(file(folder, "Related Occupations\\.txt"), "related o*net-soc code"));
    return Optional.of(new Taxonomy("onet", occupations, named(skills), related));
  }

  /// The texts of a column by occupation, in the order of the file.
  static Map<String, List<String>> grouped(Optional<Path> file, String column) {
    Map<String, List<String>> grouped = new LinkedHashMap<>();
    file.ifPresent(path -> {
      ReleaseTable table = ReleaseTable.read(path, '\t');
      for (int row = 0; row < table.size(); row++) {
        grouped
            .computeIfAbsent(table.cell(row, ONET_CODE), code -> new ArrayList<>())
            .add(table.cell(row, column));
      }
    });
    return grouped;
  }

  /// What people do in each occupation, by its O*NET code; empty where the folder has no tasks.
  public static Map<String, List<String>> tasks(Path onet) {
    return grouped(file(onet, "Task Statements\\.txt"), "task");
  }

  private static List<Concept> named(Set<String> names) {
    return names.stream().map(name -> new Concept(name, name, List.of(name), "")).toList();
  }
}
