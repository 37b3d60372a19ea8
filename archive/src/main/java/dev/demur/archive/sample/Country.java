package dev.demur.archive.sample;

import java.util.List;

/// A country with its cities, its people's names and the made-up places its employers are named
/// for.
///
/// @param code ISO 3166-1 alpha-2
/// @param language the language its members may write in beside English, ISO 639-1
record Country(
    String code,
    String name,
    int weight,
    String language,
    List<String> stems,
    List<City> cities,
    List<String> streets,
    List<String> female,
    List<String> male,
    List<String> family) {

  static Country of(Sections section) {
    List<String> head = Sections.split(section.rest(), "|");
    return new Country(
        section.id(),
        head.get(0),
        Integer.parseInt(head.get(1)),
        head.get(2),
        section.parts("stems"),
        section.parts("cities").stream().map(City::of).toList(),
        section.parts("streets"),
        section.parts("female"),
        section.parts("male"),
        section.parts("family"));
  }
}
