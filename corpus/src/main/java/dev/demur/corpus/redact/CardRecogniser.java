package dev.demur.corpus.redact;

/// Payment card numbers: an issuer's range, its length, and a valid check digit.
final class CardRecogniser implements Recogniser {
  private static final int MIN_DIGITS = 12;
  private static final int MAX_DIGITS = 19;

  @Override
  public void find(Scan scan, Findings findings) {
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      if (mayBeLong(scan, word)) {
        card(scan, word, findings);
      }
    }
  }

  /// Most numbers are short and stand alone; behind a plus stands a telephone number.
  private static boolean mayBeLong(Scan scan, int word) {
    int end = scan.end(word);
    if (scan.at(scan.start(word) - 1) == '+') {
      return false;
    }
    return end - scan.start(word) >= MIN_DIGITS || Scan.isDigit(scan.at(end + 1));
  }

  private static void card(Scan scan, int word, Findings findings) {
    Groups groups = new Groups(scan, word);
    int end = -1;
    String number = "";
    while (groups.length() <= MAX_DIGITS && groups.isDigits()) {
      String joined = groups.length() >= MIN_DIGITS ? groups.joined() : "";
      if (!joined.isEmpty() && isCard(joined)) {
        end = groups.end();
        number = joined;
      }
      if (!groups.grow()) {
        break;
      }
    }
    if (end > 0) {
      findings.add(scan.start(word), end, Rule.PAYMENT_CARD, number);
    }
  }

  private static boolean isCard(CharSequence digits) {
    return issuerAllows(digits) && CheckDigits.luhn(digits);
  }

  /// Issuer identification numbers (ISO/IEC 7812) of the networks in use, with their lengths.
  private static boolean issuerAllows(CharSequence digits) {
    int length = digits.length();
    int two = prefix(digits, 2);
    int three = prefix(digits, 3);
    int four = prefix(digits, 4);
    boolean visa = two / 10 == 4 && (length == 13 || length == 16 || length == 19);
    boolean mastercard =
        length == 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
    boolean amex = length == 15 && (two == 34 || two == 37);
    boolean discover =
        length >= 16 && (four == 6011 || two == 65 || (three >= 644 && three <= 649));
    boolean diners =
        length == 14 && ((three >= 300 && three <= 305) || two == 36 || two == 38 || two == 39);
    boolean jcb =
        (length >= 16 && four >= 3528 && four <= 3589)
            || (length == 15 && (four == 2131 || four == 1800));
    boolean unionPay = length >= 16 && two == 62;
    boolean maestro = two == 50 || two == 56 || two == 57 || two == 58 || two == 63 || two == 67;
    boolean mir = length == 16 && four >= 2200 && four <= 2204;
    return visa || mastercard || amex || discover || diners || jcb || unionPay || maestro || mir;
  }

  private static int prefix(CharSequence digits, int length) {
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = value * 10 + digits.charAt(i) - '0';
    }
    return value;
  }
}
