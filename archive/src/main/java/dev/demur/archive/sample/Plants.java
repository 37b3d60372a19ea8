package dev.demur.archive.sample;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Things that must not reach a model, made so that they belong to nobody: reserved domains,
/// numbers set aside for drama and documentation, published test cards and example accounts.
final class Plants {
  /// Names of projects, which are nobody's.
  static final List<String> PROJECTS =
      List.of(
          "Heron",
          "Lantern",
          "Paper Boat",
          "Second Spring",
          "Blue Ladder",
          "Copper Kettle",
          "Open Door",
          "Long Table",
          "Quiet Harbour",
          "Red Thread",
          "North Window",
          "Slow River",
          "Green Ledger",
          "Small Steps",
          "Winter Garden",
          "Stone Bridge",
          "Clear Sky",
          "Warm Hands");

  private static final Set<String> KINDS =
      Set.of("email", "phone", "card", "iban", "ip", "secret", "address", "handle-url");
  private static final List<String> CARDS =
      List.of(
          "4111 1111 1111 1111",
          "4242 4242 4242 4242",
          "5555 5555 5555 4444",
          "4012-8888-8888-1881",
          "6011111111111117",
          "378282246310005",
          "5105105105105100");
  private static final List<String> IBANS =
      List.of(
          "DE89 3704 0044 0532 0130 00",
          "GB29 NWBK 6016 1331 9268 19",
          "FR14 2004 1010 0505 0001 3M02 606",
          "NL91 ABNA 0417 1643 00",
          "ES91 2100 0418 4502 0005 1332",
          "IT60 X054 2811 1010 0000 0123 456",
          "CH93 0076 2011 6238 5295 7",
          "IE29 AIBK 9311 5212 3456 78",
          "SE4550000000058398257466",
          "PL61109010140000071219812874",
          "BR1800360305000010009795493C1");
  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Plants() {}

  static boolean isKind(String name) {
    return KINDS.contains(name);
  }

  static String value(String kind, Person person, Draw draw) {
    return switch (kind) {
      case "email" -> person.email();
      case "phone" -> phone(person.home().country(), draw);
      case "card" -> draw.pick(CARDS);
      case "iban" -> draw.pick(IBANS);
      case "ip" -> ip(draw);
      case "secret" -> secret(draw);
      case "address" -> person.home().address();
      case "handle-url" ->
          "https://social.example/@" + Name.plain(person.name().full()).replace('-', '_');
      default -> throw new IllegalArgumentException("no way to make a " + kind);
    };
  }

  /// The person's own number: the same whenever it is asked for.
  static String phone(Person person) {
    return phone(person.home().country(), person.draw().child("phone"));
  }

  private static String phone(Country country, Draw draw) {
    String shape =
        switch (country.code()) {
          case "US" -> "+1 512 555 01##";
          case "CA" -> "+1 613 555 01##";
          case "GB" -> "+44 20 7946 0###";
          case "IE" -> "+353 1 555 0###";
          case "DE" -> "+49 30 23125 ###";
          case "FR" -> "+33 1 99 00 ## ##";
          case "ES" -> "+34 91 555 0# ##";
          case "IT" -> "+39 06 555 0###";
          case "NL" -> "+31 20 555 01##";
          case "CH" -> "+41 44 555 01 ##";
          case "SE" -> "+46 8 465 004 ##";
          case "PL" -> "+48 22 555 01 ##";
          case "HK" -> "+852 5550 01##";
          case "IN" -> "+91 98555 501##";
          case "BR" -> "+55 11 95550-01##";
          case "AU" -> "+61 2 5550 ####";
          default -> throw new IllegalArgumentException("no phone numbers for " + country.code());
        };
    return Postcodes.fill(shape, draw);
  }

  /// An address of the networks that RFC 5737 and RFC 3849 set aside for documentation.
  static String ip(Draw draw) {
    int roll = draw.below(8);
    if (roll == 0) {
      return "2001:db8::" + Integer.toHexString(draw.between(16, 65_000));
    }
    return draw.pick("192.0.2.", "198.51.100.", "203.0.113.") + draw.between(1, 254);
  }

  private static String secret(Draw draw) {
    return switch (draw.below(4)) {
      case 0 -> "sk_test_" + letters(LETTERS, 24, draw);
      case 1 -> "ghp_" + letters(LETTERS, 36, draw);
      case 2 -> "AKIA" + letters(LETTERS, 16, draw).toUpperCase(Locale.ROOT);
      default -> "api_key=" + letters(HEX, 32, draw);
    };
  }

  private static String letters(String alphabet, int count, Draw draw) {
    var letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(alphabet.charAt(draw.below(alphabet.length())));
    }
    return letters.toString();
  }
}
