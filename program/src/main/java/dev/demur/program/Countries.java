package dev.demur.program;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Country codes (ISO 3166-1 alpha-2) as numbers.
final class Countries {
  /// How many codes two letters can make.
  static final int CODES = 26 * 26;

  static final Set<String> ISO = Set.of(Locale.getISOCountries());

  /// Codes that official texts use beside the standard's own (exceptionally reserved, or the EU's).
  static final Map<String, String> ALIASES = Map.of("UK", "GB", "EL", "GR");

  private Countries() {}

  /// Two capital letters as a number below [#CODES].
  static int index(String code) {
    return (code.charAt(0) - 'A') * 26 + (code.charAt(1) - 'A');
  }
}
