package dev.demur.archive.sample;

/// The languages of countries, as their speakers call them.
final class Languages {
  private Languages() {}

  static String name(Country country) {
    return switch (country.code()) {
      case "DE", "CH" -> "Deutsch";
      case "FR" -> "Français";
      case "ES" -> "Español";
      case "IT" -> "Italiano";
      case "NL" -> "Nederlands";
      case "SE" -> "Svenska";
      case "PL" -> "Polski";
      case "BR" -> "Português";
      case "HK" -> "Cantonese";
      case "IN" -> "Hindi";
      default -> "English";
    };
  }
}
