package dev.demur.archive.sample;

/// Where a person lives.
record Home(Country country, City city, String street, String postcode) {

  /// As a profile shows it: `Utrecht, Netherlands`.
  String place() {
    return city.name() + ", " + country.name();
  }

  /// As an envelope shows it.
  String address() {
    return street + ", " + postcode + " " + city.name();
  }
}
