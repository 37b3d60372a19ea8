package dev.demur.ledger.objection;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// Whose law and whose calendar hold for somebody.
record Residence(CaseClock.Regime regime, ZoneId zone) {
  /// The EEA: where most of the country's people live, when it has several zones.
  private static final Map<String, String> EEA =
      Map.ofEntries(
          Map.entry("AT", "Europe/Vienna"),
          Map.entry("BE", "Europe/Brussels"),
          Map.entry("BG", "Europe/Sofia"),
          Map.entry("CY", "Asia/Nicosia"),
          Map.entry("CZ", "Europe/Prague"),
          Map.entry("DE", "Europe/Berlin"),
          Map.entry("DK", "Europe/Copenhagen"),
          Map.entry("EE", "Europe/Tallinn"),
          Map.entry("ES", "Europe/Madrid"),
          Map.entry("FI", "Europe/Helsinki"),
          Map.entry("FR", "Europe/Paris"),
          Map.entry("GR", "Europe/Athens"),
          Map.entry("HR", "Europe/Zagreb"),
          Map.entry("HU", "Europe/Budapest"),
          Map.entry("IE", "Europe/Dublin"),
          Map.entry("IS", "Atlantic/Reykjavik"),
          Map.entry("IT", "Europe/Rome"),
          Map.entry("LI", "Europe/Vaduz"),
          Map.entry("LT", "Europe/Vilnius"),
          Map.entry("LU", "Europe/Luxembourg"),
          Map.entry("LV", "Europe/Riga"),
          Map.entry("MT", "Europe/Malta"),
          Map.entry("NL", "Europe/Amsterdam"),
          Map.entry("NO", "Europe/Oslo"),
          Map.entry("PL", "Europe/Warsaw"),
          Map.entry("PT", "Europe/Lisbon"),
          Map.entry("RO", "Europe/Bucharest"),
          Map.entry("SE", "Europe/Stockholm"),
          Map.entry("SI", "Europe/Ljubljana"),
          Map.entry("SK", "Europe/Bratislava"));

  /// Whose law holds in a country.
  ///
  /// @param country ISO 3166-1 alpha-2; empty means unknown, which gets the EU's month in UTC
  static Residence of(Optional<String> country) {
    String code = country.orElse("");
    if (EEA.containsKey(code)) {
      return new Residence(CaseClock.Regime.EU, ZoneId.of(EEA.get(code)));
    }
    return switch (code) {
      case "GB" -> new Residence(CaseClock.Regime.UK, ZoneId.of("Europe/London"));
      case "CH" -> new Residence(CaseClock.Regime.SWITZERLAND, ZoneId.of("Europe/Zurich"));
      case "" -> new Residence(CaseClock.Regime.EU, ZoneOffset.UTC);
      default -> new Residence(CaseClock.Regime.ELSEWHERE, ZoneOffset.UTC);
    };
  }
}
