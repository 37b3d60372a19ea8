package dev.demur.archive.sample;

/// A city and the region it lies in.
record City(String name, String region) {

  /// A city from `name, region`.
  static City of(String text) {
    int comma = text.lastIndexOf(", ");
    return new City(text.substring(0, comma), text.substring(comma + 2));
  }
}
