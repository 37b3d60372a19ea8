package dev.demur.archive.sample;

/// Postcodes in the shape that each country writes them.
///
/// `#` stands for a digit, `@` for a capital letter.
final class Postcodes {
  private Postcodes() {}

  static String draw(Country country, Draw draw) {
    String shape =
        switch (country.code()) {
          case "GB" -> "@@# #@@";
          case "IE" -> "@## @@##";
          case "NL" -> "1### @@";
          case "CA" -> "@#@ #@#";
          case "CH", "AU" -> "4###";
          case "IN" -> "4#####";
          case "PL" -> "3#-###";
          case "BR" -> "4####-###";
          case "SE" -> "4## ##";
          case "HK" -> "";
          default -> "4####";
        };
    return fill(shape, draw);
  }

  /// The shape with every `#` and `@` drawn.
  static String fill(String shape, Draw draw) {
    var filled = new StringBuilder();
    for (int i = 0; i < shape.length(); i++) {
      char c = shape.charAt(i);
      switch (c) {
        case '#' -> filled.append(draw.below(10));
        case '@' -> filled.append((char) ('A' + draw.below(26)));
        default -> filled.append(c);
      }
    }
    return filled.toString();
  }
}
