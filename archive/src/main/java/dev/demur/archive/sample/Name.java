package dev.demur.archive.sample;

import java.text.Normalizer;
import java.util.Locale;

/// What a person is called, and known by.
///
/// @param slug the end of the profile's address; the member's id
/// @param number the account's number, which file names carry
record Name(String given, String family, String slug, long number) {
  static Name of(String given, String family, String suffix, long number) {
    return new Name(given, family, plain(given) + "-" + plain(family) + "-" + suffix, number);
  }

  String full() {
    return given + " " + family;
  }

  /// The profile's address.
  String url() {
    return "https://www.linkedin.com/in/" + slug;
  }

  /// The letters of a name that an address can carry, in lower case.
  static String plain(String name) {
    String lower =
        name.toLowerCase(Locale.ROOT)
            .replace("ł", "l")
            .replace("ø", "o")
            .replace("ß", "ss")
            .replace("ı", "i")
            .replace("æ", "ae");
    return Normalizer.normalize(lower, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
