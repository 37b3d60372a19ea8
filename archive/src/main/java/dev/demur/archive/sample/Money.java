package dev.demur.archive.sample;

/// Yearly pay, as a member would write it.
final class Money {
  private Money() {}

  static String of(Country country, Draw draw) {
    int thousand = draw.between(28, 96);
    return switch (country.code()) {
      case "US" -> "$" + thousand * 1_200;
      case "GB" -> "£" + thousand + ",000";
      case "CH" -> "CHF " + thousand * 1_400;
      case "CA", "AU" -> "$" + thousand + "k";
      case "IN" -> thousand / 3 + " lakh INR";
      case "SE" -> thousand * 8 + " 000 SEK";
      case "PL" -> thousand * 2 + " 000 PLN";
      case "BR" -> "R$ " + thousand * 1_500;
      case "HK" -> "HKD " + thousand * 9_000;
      default -> "EUR " + thousand + ",000";
    };
  }
}
