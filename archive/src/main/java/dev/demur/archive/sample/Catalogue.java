package dev.demur.archive.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Occupations, countries, employers and schools: what the sample network is made of.
///
/// Written for this project; people, employers and schools are made up. Immutable.
public final class Catalogue {
  private static final List<String> FIELDS =
      List.of(
          "health",
          "software",
          "education",
          "finance",
          "law",
          "logistics",
          "hospitality",
          "trades",
          "engineering",
          "research",
          "media",
          "commerce",
          "public");

  private final Map<String, Occupation> occupations = new LinkedHashMap<>();
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final List<Country> countries = new ArrayList<>();
  private final Map<String, List<String>> organisations = new LinkedHashMap<>();

  private Catalogue() {
    for (String name : FIELDS) {
      readField("occupations/" + name + ".txt");
    }
    Sections.read("countries.txt").stream().skip(1).map(Country::of).forEach(countries::add);
    Sections.read("employers.txt")
        .getFirst()
        .values()
        .forEach((sector, patterns) -> addSector(sector, byLanguage(patterns.getFirst())));
  }

  /// The catalogue that comes with this module.
  public static Catalogue load() {
    return new Catalogue();
  }

  private void addSector(String sector, Map<String, List<String>> patterns) {
    for (Country country : countries) {
      organisations.put(sector + " " + country.code(), named(patterns, country));
    }
  }

  private void readField(String resource) {
    List<Sections> sections = Sections.read(resource);
    Sections head = sections.getFirst();
    List<String> parts = Sections.split(head.one("field"), "|");
    var field =
        new Field(
            parts.get(0), parts.get(1), Sections.split(parts.get(2), ";"), head.all("lesson"));
    fields.put(field.name(), field);
    for (Sections section : sections.subList(1, sections.size())) {
      occupations.put(section.id(), Occupation.of(section, field.name()));
    }
  }

  private static Map<String, List<String>> byLanguage(String patterns) {
    var byLanguage = new LinkedHashMap<String, List<String>>();
    for (String part : Sections.split(patterns, "|")) {
      int equals = part.indexOf('=');
      byLanguage.put(part.substring(0, equals), Sections.split(part.substring(equals + 1), ";"));
    }
    return byLanguage;
  }

  /// Every occupation, in a fixed order.
  public List<Occupation> occupations() {
    return List.copyOf(occupations.values());
  }

  /// The occupation with this id.
  Occupation occupation(String id) {
    Occupation found = occupations.get(id);
    if (found == null) {
      throw new IllegalArgumentException("the catalogue has no occupation called " + id);
    }
    return found;
  }

  /// The occupations that people move on to.
  List<Occupation> nextOf(Occupation occupation) {
    return occupation.next().stream().map(this::occupation).toList();
  }

  Field fieldOf(Occupation occupation) {
    Field found = fields.get(occupation.fieldName());
    if (found == null) {
      throw new IllegalArgumentException(
          "the catalogue has no field called " + occupation.fieldName());
    }
    return found;
  }

  List<Field> fields() {
    return List.copyOf(fields.values());
  }

  List<Country> countries() {
    return List.copyOf(countries);
  }

  /// Names of the employers of a sector in a country, or of its schools and colleges.
  List<String> organisations(String sector, Country country) {
    List<String> names = organisations.get(sector + " " + country.code());
    if (names == null) {
      throw new IllegalArgumentException("employers.txt has no sector called " + sector);
    }
    return names;
  }

  private static List<String> named(Map<String, List<String>> patterns, Country country) {
    List<String> english = patterns.getOrDefault("en", List.of());
    List<String> local = patterns.getOrDefault(country.language(), english);
    var names = new ArrayList<String>();
    for (int i = 0; i < country.stems().size(); i++) {
      names.add(local.get(i % local.size()).replace("{}", country.stems().get(i)));
    }
    return List.copyOf(names);
  }
}
