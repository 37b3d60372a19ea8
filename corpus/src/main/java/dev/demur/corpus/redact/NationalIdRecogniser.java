package dev.demur.corpus.redact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers by which states and insurers know people: some by their check digits alone, the others
/// only near a word that says what they are.
final class NationalIdRecogniser implements Recogniser {
  private static final int BEFORE_WORDS = 6;
  private static final int BEFORE_CHARACTERS = 48;
  private static final int MAX_LENGTH = 20;
  private static final long SOCIAL = Fold.hash("social");
  private static final long SECURITY = Fold.hash("security");
  private static final WordSet US = new WordSet("ssn itin");
  private static final WordSet IVA = new WordSet("iva piva");

  @Override
  public void find(Scan scan, Findings findings) {
    int done = 0;
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      int first = startsWithLetters(scan, word) ? word - 1 : word;
      if (scan.start(first) < done) {
        continue;
      }
      if (!longest(scan, first, findings)) {
        done = NamedIds.find(scan, first, findings);
      }
    }
  }

  static void add(Scan scan, int word, int end, Rule rule, Findings findings) {
    int start = scan.start(word);
    findings.add(start, end, rule, key(scan.text().substring(start, end)));
  }

  /// `AB 12 34 56 C`: the two letters are a word of their own.
  private static boolean startsWithLetters(Scan scan, int word) {
    return word > 0
        && scan.end(word) - scan.start(word) == 2
        && scan.end(word - 1) - scan.start(word - 1) == 2
        && scan.start(word) - scan.end(word - 1) == 1
        && Scan.isAsciiLetter(scan.at(scan.start(word - 1)))
        && Scan.isAsciiLetter(scan.at(scan.start(word - 1) + 1));
  }

  private static String key(String written) {
    return written.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }

  /// Adds the longest number with valid check digits that starts at a word; whether there is one.
  private static boolean longest(Scan scan, int word, Findings findings) {
    Groups groups = new Groups(scan, word);
    int end = -1;
    Rule found = null;
    do {
      Rule rule = rule(scan, word, groups);
      if (rule != null) {
        end = groups.end();
        found = rule;
      }
    } while (mayGoOn(groups) && groups.grow() && !groups.endsInWord());
    if (found != null) {
      add(scan, word, end, found, findings);
    }
    return found != null;
  }

  private static boolean mayGoOn(Groups groups) {
    return groups.isAlphanumeric() && groups.length() <= MAX_LENGTH;
  }

  private static @Nullable Rule rule(Scan scan, int word, Groups groups) {
    if (!groups.isAlphanumeric() || !hasLength(groups.length())) {
      return null;
    }
    String number = groups.joined().toUpperCase(Locale.ROOT);
    return switch (number.length()) {
      case 9 -> ofNine(scan, word, groups, number);
      case 11 -> near(scan, word) ? ofEleven(number) : ofItaly(scan, word, groups);
      case 13 -> isSwiss(number) ? Rule.CH_AHV : null;
      case 15 -> isFrench(number) ? Rule.FR_NIR : null;
      case 16 -> isItalian(number) ? Rule.IT_CODICE_FISCALE : null;
      default -> null;
    };
  }

  private static @Nullable Rule ofNine(Scan scan, int word, Groups groups, String number) {
    if (isAmerican(scan, word, groups, number)) {
      return Rule.US_SSN;
    }
    if (isBritish(number)) {
      return Rule.UK_NINO;
    }
    if (isSpanish(number)) {
      return Rule.ES_DNI;
    }
    return near(scan, word) && isDutch(number) ? Rule.NL_BSN : null;
  }

  private static @Nullable Rule ofEleven(String number) {
    return isGerman(number) ? Rule.DE_TAX_ID : isPolish(number) ? Rule.PL_PESEL : null;
  }

  /// Partita IVA: the check digit of cards, near the word.
  private static @Nullable Rule ofItaly(Scan scan, int word, Groups groups) {
    boolean named = IVA.before(scan, word, BEFORE_WORDS / 2, BEFORE_CHARACTERS / 2);
    return named && groups.isDigits() && CheckDigits.luhn(groups.joined()) ? Rule.NAMED_ID : null;
  }

  /// Whether any state's numbers are so long.
  private static boolean hasLength(int length) {
    return length == 9 || length == 11 || length == 13 || length == 15 || length == 16;
  }

  private static boolean near(Scan scan, int word) {
    return NamedIds.near(scan, word);
  }

  /// `AAA-GG-SSSS`; other ways of writing it only near a word that says so.
  private static boolean isAmerican(Scan scan, int word, Groups groups, String number) {
    if (!groups.isDigits()) {
      return false;
    }
    int start = scan.start(word);
    boolean hyphens =
        groups.end() - start == 11
            && scan.at(start + 3) == '-'
            && scan.at(start + 6) == '-'
            && !(scan.at(start - 1) == '-' && Scan.isDigit(scan.at(start - 2)));
    boolean together = groups.lastWord() == word || groups.lastWord() == word + 2;
    boolean said = together && saysSocialSecurity(scan, word);
    String area = number.substring(0, 3);
    boolean possible =
        !area.equals("000")
            && !area.equals("666")
            && !number.substring(3, 5).equals("00")
            && !number.endsWith("0000");
    return said || (hyphens && possible);
  }

  private static boolean saysSocialSecurity(Scan scan, int word) {
    if (US.before(scan, word, BEFORE_WORDS, BEFORE_CHARACTERS)) {
      return true;
    }
    for (int i = Math.max(1, word - BEFORE_WORDS); i < word; i++) {
      if (scan.hash(i) == SECURITY && scan.hash(i - 1) == SOCIAL) {
        return true;
      }
    }
    return false;
  }

  /// National insurance number: two letters, six digits, a letter A to D.
  private static boolean isBritish(String number) {
    return digits(number, 2, 8)
        && "ABCEGHJKLMNOPRSTWXYZ".indexOf(number.charAt(0)) >= 0
        && "ABCEGHJKLMNPRSTWXYZ".indexOf(number.charAt(1)) >= 0
        && "ABCD".indexOf(number.charAt(8)) >= 0;
  }

  /// DNI and NIE: eight digits, or X, Y or Z and seven, with a letter modulo 23.
  private static boolean isSpanish(String number) {
    int foreigner = "XYZ".indexOf(number.charAt(0));
    String body = foreigner >= 0 ? foreigner + number.substring(1, 8) : number.substring(0, 8);
    return digits(body, 0, 8)
        && "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(body) % 23) == number.charAt(8);
  }

  /// Burgerservicenummer: weights 9 to 2 and -1, modulo 11.
  private static boolean isDutch(String number) {
    return digits(number, 0, 9)
        && CheckDigits.weighted(number, 11, 9, 8, 7, 6, 5, 4, 3, 2, -1) == 0;
  }

  /// Steueridentifikationsnummer: ISO 7064, MOD 11,10.
  private static boolean isGerman(String number) {
    return digits(number, 0, 11) && number.charAt(0) != '0' && CheckDigits.mod11By10(number);
  }

  private static boolean isPolish(String number) {
    return digits(number, 0, 11)
        && CheckDigits.weighted(number, 10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) == 0;
  }

  /// AHV-Nummer: country 756 and the check digit of EAN-13.
  private static boolean isSwiss(String number) {
    return digits(number, 0, 13)
        && number.startsWith("756")
        && CheckDigits.weighted(number, 10, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) == 0;
  }

  /// Numéro de sécurité sociale: 97 minus the first thirteen digits modulo 97; Corsica as 19 and
  /// 18.
  private static boolean isFrench(String number) {
    String body = number.substring(0, 13);
    String digits =
        body.startsWith("2A", 5)
            ? body.replace("2A", "19")
            : body.startsWith("2B", 5) ? body.replace("2B", "18") : body;
    return digits(digits, 0, 13)
        && digits(number, 13, 15)
        && "1278".indexOf(number.charAt(0)) >= 0
        && 97 - Long.parseLong(digits) % 97 == Long.parseLong(number.substring(13));
  }

  /// Codice fiscale: six letters, a date, a place, and a letter that checks them.
  private static boolean isItalian(String number) {
    boolean shape = true;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      // Letters stand for digits where two people would have one number.
      boolean digit = Scan.isDigit(c) || "LMNPQRSTUV".indexOf(c) >= 0;
      shape &= "AAAAAA00A00A000A".charAt(i) == '0' ? digit : Scan.isAsciiLetter(c);
    }
    return shape
        && "ABCDEHLMPRST".indexOf(number.charAt(8)) >= 0
        && italianCheck(number) == number.charAt(15);
  }

  private static char italianCheck(String number) {
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = number.charAt(i);
      int value = Scan.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? odd[value] : value;
    }
    return (char) ('A' + sum % 26);
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Scan.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
