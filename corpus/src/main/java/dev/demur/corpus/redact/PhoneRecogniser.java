package dev.demur.corpus.redact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Telephone numbers: international ones, ones written as some country writes them, and any run of
/// digits near a word that speaks of telephones.
final class PhoneRecogniser implements Recogniser {
  private static final int MIN_DIGITS = 6;
  private static final int MIN_INTERNATIONAL = 8;
  private static final int MAX_DIGITS = 15;
  private static final int MAX_GROUPS = 8;
  private static final int BEFORE_WORDS = 4;
  private static final int BEFORE_CHARACTERS = 32;
  private static final int AFTER_CHARACTERS = 14;
  private static final List<String> REGIONS =
      List.of(
          "GB", "DE", "FR", "IT", "NL", "CH", "AT", "BE", "IE", "AU", "SE", "FI", "IN", "ZA", "TR");
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final Set<Integer> CODES = Set.copyOf(PLANS.getSupportedCallingCodes());
  private static final int MAX_CODE = 3;
  private static final int LEAST_PLAIN = 5;
  private static final WordSet SAYS_PHONE =
      new WordSet(
          "phone phones ph telephone tel tele telefon telefono telefone telefoon telefonnummer mobile"
              + " mobil movil mobiel mobilnummer handy handynummer cell cellphone celular cellulare"
              + " portable call calling fax whatsapp sms text dial ring landline hotline festnetz"
              + " answering rufnummer anrufen appelez llamame llamar bellen ring puhelin telefonni"
              + " tlf tfno gsm voicemail");
  private static final WordSet SAYS_PHONE_AFTER =
      new WordSet("office fax mobile cell home work phone tel handy mobil fixe");
  private static final WordSet SAYS_OTHER =
      new WordSet(
          "isbn issn doi version order invoice ticket case ref reference pages page eur usd gbp chf"
              + " percent people users members employees customers");

  private static final WordSet SAYS_COUNTED =
      new WordSet(
          "people persons users members employees customers minutes seconds hours times personen"
              + " menschen leute mitarbeiter personnes gens personas persone persoon mensen");

  /// A candidate on its way: where it starts, and where each of its groups ends.
  private static final class Candidate {
    private final int word;
    private final int start;
    private final boolean plus;
    private final boolean bracket;
    private final int[] ends = new int[MAX_GROUPS];
    private final int[] digits = new int[MAX_GROUPS];
    private int groups;

    Candidate(int word, int start, boolean plus, boolean bracket) {
      this.word = word;
      this.start = start;
      this.plus = plus;
      this.bracket = bracket;
    }

    void add(int end, int digitsSoFar) {
      ends[groups] = end;
      digits[groups] = digitsSoFar;
      groups++;
    }
  }

  @Override
  public void find(Scan scan, Findings findings) {
    int done = 0;
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      if (scan.start(word) >= done) {
        done = Math.max(done, phone(scan, word, findings));
      }
    }
  }

  /// Returns where a number that was found ends; 0 when none was.
  private static int phone(Scan scan, int word, Findings findings) {
    if (!Scan.isDigit(scan.at(scan.start(word)))) {
      return 0;
    }
    Candidate candidate = candidate(scan, word);
    for (int groups = candidate.groups; groups > 0; groups--) {
      int end = candidate.ends[groups - 1];
      int digits = candidate.digits[groups - 1];
      if (digits < MIN_DIGITS) {
        return 0;
      }
      int withExtension = extensionEnd(scan, end);
      boolean whole = scan.isBreak(end) || withExtension > end;
      Rule rule =
          digits <= MAX_DIGITS && whole ? rule(scan, candidate, groups, end, withExtension) : null;
      if (rule != null) {
        String key = digitsOf(scan, candidate.start, end);
        findings.add(candidate.start, withExtension, rule, key);
        return withExtension;
      }
    }
    return 0;
  }

  private static Candidate candidate(Scan scan, int word) {
    int start = scan.start(word);
    boolean bracket = scan.at(start - 1) == '(';
    start -= bracket ? 1 : 0;
    boolean plus = scan.at(start - 1) == '+' || (bracket && scan.at(start) == '+');
    start -= plus && scan.at(start - 1) == '+' ? 1 : 0;
    if (!bracket && plus && scan.at(start - 1) == '(') {
      bracket = true;
      start--;
    }
    Candidate candidate = new Candidate(word, start, plus, bracket);
    int at = scan.start(word);
    int digits = 0;
    while (candidate.groups < MAX_GROUPS && digits <= MAX_DIGITS) {
      int from = at;
      while (Scan.isDigit(scan.at(at)) && at - from <= MAX_DIGITS) {
        at++;
      }
      digits += at - from;
      candidate.add(at, digits);
      int next = nextGroup(scan, at);
      if (at == from || next < 0) {
        break;
      }
      at = next;
    }
    return candidate;
  }

  /// Where the next group of digits starts, behind at most three separators on the same line; or
  /// -1.
  private static int nextGroup(Scan scan, int from) {
    int at = from;
    while (at - from < 3 && " -./()\u00A0\u2011\u2013\u202F".indexOf(scan.at(at)) >= 0) {
      at++;
    }
    return at > from && at < scan.text().length() && Scan.isDigit(scan.at(at)) ? at : -1;
  }

  /// `x123`, `ext. 123`, `#123`: where it ends; where it would start when there is none.
  private static int extensionEnd(Scan scan, int end) {
    int at = end;
    while (at - end < 2 && (scan.at(at) == ' ' || scan.at(at) == ',')) {
      at++;
    }
    String text = scan.text();
    if (text.regionMatches(true, at, "ext", 0, 3)) {
      at += 3;
    } else if (scan.at(at) == 'x' || scan.at(at) == 'X' || scan.at(at) == '#') {
      at += 1;
    } else {
      return end;
    }
    while (at - end < 8 && (scan.at(at) == ' ' || scan.at(at) == '.')) {
      at++;
    }
    int digits = at;
    while (at - digits < 7 && Scan.isDigit(scan.at(at))) {
      at++;
    }
    return at > digits && scan.isBreak(at) ? at : end;
  }

  private static @Nullable Rule rule(
      Scan scan, Candidate candidate, int groups, int end, int withExtension) {
    int digits = candidate.digits[groups - 1];
    if (isDate(scan, candidate, groups) || isAmount(scan, candidate, end)) {
      return null;
    }
    String number = scan.text().substring(candidate.start, end);
    if (candidate.plus) {
      boolean possible = digits >= MIN_INTERNATIONAL && isPossible(number);
      return possible ? Rule.PHONE_INTERNATIONAL : null;
    }
    int lastWord = lastWord(scan, candidate.word + groups - 1, withExtension);
    boolean near =
        SAYS_PHONE.before(scan, candidate.word, BEFORE_WORDS, BEFORE_CHARACTERS)
            || SAYS_PHONE_AFTER.after(scan, lastWord, 1, AFTER_CHARACTERS);
    boolean counted = SAYS_COUNTED.after(scan, lastWord, 1, 2);
    if (near && !counted) {
      return Rule.PHONE_NAMED;
    }
    if (SAYS_OTHER.before(scan, candidate.word, 2, BEFORE_CHARACTERS)
        || SAYS_OTHER.after(scan, lastWord, 1, AFTER_CHARACTERS)
        || scan.at(candidate.start - 1) == '#') {
      return null;
    }
    if (digits >= 10 && number.startsWith("00") && groups > 1) {
      String plus = "+" + number.substring(2).stripLeading();
      return isPossible(plus) ? Rule.PHONE_INTERNATIONAL : null;
    }
    boolean written =
        digits >= 9
            && groups > 1
            && isWrittenAsSomewhere(scan, candidate, groups, number, withExtension > end);
    return written ? Rule.PHONE_NATIONAL : null;
  }

  /// Each group is a word; an extension may be one or two more.
  private static int lastWord(Scan scan, int lastGroup, int end) {
    int word = lastGroup;
    while (word + 1 < scan.words() && scan.start(word + 1) < end) {
      word++;
    }
    return word;
  }

  /// As North Americans write it, or valid behind a zero where numbers start with one.
  private static boolean isWrittenAsSomewhere(
      Scan scan, Candidate candidate, int groups, String number, boolean extension) {
    String digits = digitsOf(scan, candidate.start, candidate.ends[groups - 1]);
    boolean american = digits.length() == 10 || (digits.length() == 11 && digits.startsWith("1"));
    int last = candidate.digits[groups - 1] - candidate.digits[groups - 2];
    if (american && last == 4 && groups >= 3) {
      int middle = candidate.digits[groups - 2] - candidate.digits[groups - 3];
      return middle == 3
          && (extension || candidate.bracket || isValid(number, "US") || number.indexOf('-') > 0);
    }
    return digits.startsWith("0") && REGIONS.stream().anyMatch(region -> isValid(number, region));
  }

  /// @param number with the plus sign in front
  private static boolean isPossible(String number) {
    if (number.startsWith("+0")) {
      return false; // no country's code; the library would throw
    }
    String digits = digitsOf(number);
    for (int length = 1; length <= MAX_CODE && length < digits.length(); length++) {
      int code = Integer.parseInt(digits, 0, length, 10);
      if (CODES.contains(code)) {
        return isPossible(code, digits.substring(length)) || isPossibleAsWritten(number);
      }
    }
    return isPossibleAsWritten(number);
  }

  /// What the library's parser would say, without its many patterns, of numbers that need none.
  private static boolean isPossible(int code, String rest) {
    boolean plain =
        rest.length() >= LEAST_PLAIN && rest.length() <= MAX_DIGITS && rest.charAt(0) != '0';
    return plain
        && PLANS.isPossibleNumber(
            new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(rest)));
  }

  private static boolean isPossibleAsWritten(String number) {
    try {
      return PLANS.isPossibleNumber(PLANS.parse(number, "ZZ"));
    } catch (NumberParseException e) {
      return false; // no number of any country: the answer, not a fault
    }
  }

  private static boolean isValid(String number, String region) {
    try {
      PhoneNumber parsed = PLANS.parse(number, region);
      return PLANS.isValidNumberForRegion(parsed, region);
    } catch (NumberParseException e) {
      return false; // no number of this country: the answer, not a fault
    }
  }

  /// `2024-01-05`, `05.01.2024`, `2019 - 2021`.
  private static boolean isDate(Scan scan, Candidate candidate, int groups) {
    if (candidate.plus || candidate.bracket || groups > 3) {
      return false;
    }
    int first = candidate.digits[0];
    int second = groups > 1 ? candidate.digits[1] - first : 0;
    int third = groups > 2 ? candidate.digits[2] - candidate.digits[1] : 0;
    boolean years = groups == 2 && first == 4 && second == 4 && isYear(scan, candidate.start);
    boolean yearFirst =
        groups == 3 && first == 4 && second <= 2 && third <= 2 && isYear(scan, candidate.start);
    boolean yearLast =
        groups == 3
            && first <= 2
            && second <= 2
            && third == 4
            && isYear(scan, candidate.ends[2] - 4);
    return years || yearFirst || yearLast;
  }

  private static boolean isYear(Scan scan, int start) {
    return scan.text().startsWith("19", start) || scan.text().startsWith("20", start);
  }

  private static boolean isAmount(Scan scan, Candidate candidate, int end) {
    char before = scan.at(candidate.start - 1);
    char beforeThat = before == ' ' ? scan.at(candidate.start - 2) : before;
    return "$€£¥".indexOf(beforeThat) >= 0
        || "%€".indexOf(scan.at(end)) >= 0
        || (before == ',' && Scan.isDigit(scan.at(candidate.start - 2)))
        || (scan.at(end) == ',' && Scan.isDigit(scan.at(end + 1)));
  }

  private static String digitsOf(Scan scan, int start, int end) {
    return digitsOf(scan.text().substring(start, end));
  }

  private static String digitsOf(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      if (Scan.isDigit(text.charAt(at))) {
        digits.append(text.charAt(at));
      }
    }
    return digits.toString();
  }
}
