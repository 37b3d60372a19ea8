package dev.demur.corpus.redact;

import java.util.List;

/// Numbers that are taken for a person's because a word before them says so, whatever their check
/// digits: passports, licences, insurance and tax numbers of any country, in groups or not.
final class NamedIds {
  private static final int BEFORE_WORDS = 6;
  private static final int BEFORE_CHARACTERS = 48;
  private static final int CLOSE_WORDS = 5;
  private static final int CLOSE_CHARACTERS = 40;
  private static final int MIN_LENGTH = 6;
  private static final int MAX_LENGTH = 20;
  private static final int MIN_DIGITS = 5;
  private static final int MAX_GROUP = 8;
  private static final WordSet NAMED =
      new WordSet(
          "ssn nino passport passports reisepass reisepassnummer passnummer pasaporte passeport"
              + " passaporto paspoort paspoortnummer license licence licencia fuhrerschein"
              + " fuhrerscheinnummer rijbewijs rijbewijsnummer permis patente steuernummer steuerid"
              + " steueridnr idnr stnr ustid ustidnr steueridentifikationsnummer"
              + " identifikationsnummer sozialversicherungsnummer rentenversicherungsnummer"
              + " versicherungsnummer krankenversicherungsnummer versichertennummer svnr rvnr kvnr ahv"
              + " ahvnr avs bsn burgerservicenummer sofinummer rijksregisternummer niss dni nie nif nir"
              + " codice fiscale pesel personnummer cpr cpf cnp oib egn curp cuil cuit aadhaar nric pan"
              + " fodselsnummer henkilotunnus hetu tckn nhs identification ausweis ausweisnummer"
              + " personalausweis personalausweisnummer insee itin ein tin vat utr tfn medicare vitale");

  /// Words that say it only together with one for numbers: `tax id`, `numéro fiscal`.
  private static final WordSet OF_STATES =
      new WordSet(
          "tax taxpayer steuer fiscal insurance seguridad securite national identity citizen social"
              + " sv btw ust green residence permit alien immigration steuerliche krankenkasse belasting identite identidad identita");

  private static final WordSet NUMBERS =
      new WordSet(
          "id ids number reference no nr num numero nummer n code card carte karte tarjeta carta");

  private static final int COMPOUND_CHARACTERS = 12;
  private static final List<String> STEMS =
      List.of(
          "steuer",
          "ident",
          "sozial",
          "renten",
          "kranken",
          "versicher",
          "ausweis",
          "personal",
          "reisepass",
          "pass",
          "fuhrerschein",
          "burger",
          "rijks",
          "rijbewijs",
          "paspoort",
          "btw",
          "ust",
          "umsatzsteuer",
          "mehrwertsteuer",
          "aufenthalt");

  private NamedIds() {}

  /// Whether a word near by says that this is a person's number.
  static boolean near(Scan scan, int word) {
    return NAMED.before(scan, word, BEFORE_WORDS, BEFORE_CHARACTERS)
        || isDescribed(scan, word)
        || isCompound(scan, word);
  }

  /// `Führerscheinnr. …`, `Krankenversichertennummer …`: German and Dutch make one word of it.
  private static boolean isCompound(Scan scan, int number) {
    for (int word = Math.max(0, number - 2); word < number; word++) {
      if (scan.start(number) - scan.end(word) <= COMPOUND_CHARACTERS
          && isCompound(scan.word(word, true))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCompound(String word) {
    return (word.endsWith("nummer") || word.endsWith("nr"))
        && STEMS.stream().anyMatch(word::startsWith);
  }

  private static boolean isDescribed(Scan scan, int word) {
    return OF_STATES.before(scan, word, CLOSE_WORDS, CLOSE_CHARACTERS)
        && NUMBERS.before(scan, word, CLOSE_WORDS, CLOSE_CHARACTERS);
  }

  /// Adds the number that starts at a word, if it is one; returns where it ends, 0 when it is none.
  static int find(Scan scan, int word, Findings findings) {
    int one = scan.end(word) - scan.start(word);
    if (one < MIN_LENGTH && !goesOn(scan, scan.end(word))) {
      return 0; // most numbers are short and stand alone
    }
    boolean alone = one >= MIN_LENGTH && one <= MAX_LENGTH && digits(scan, word) >= MIN_DIGITS;
    boolean mixed = one >= MIN_LENGTH + 2 && digits(scan, word) == MIN_DIGITS - 1;
    int last = last(scan, word);
    boolean grouped = last > word && isGrouped(scan, word, last);
    if ((!alone && !mixed && !grouped) || !near(scan, word)) {
      return 0;
    }
    boolean close =
        NAMED.before(scan, word, CLOSE_WORDS, CLOSE_CHARACTERS)
            || isDescribed(scan, word)
            || isCompound(scan, word);
    if (!grouped || !close) {
      last = word;
    }
    if (last == word && !alone && !mixed) {
      return 0;
    }
    int end = scan.end(last);
    NationalIdRecogniser.add(scan, word, end, Rule.NAMED_ID, findings);
    return end;
  }

  private static boolean goesOn(Scan scan, int end) {
    char next = scan.at(end + 1);
    return Scan.isDigit(next) || (next >= 'A' && next <= 'Z');
  }

  private static int digits(Scan scan, int word) {
    int digits = 0;
    for (int at = scan.start(word); at < scan.end(word); at++) {
      digits += Scan.isDigit(scan.at(at)) ? 1 : 0;
    }
    return digits;
  }

  /// The last group of digits, or of digits and capitals, that belongs to the number.
  private static int last(Scan scan, int first) {
    int last = first;
    int length = scan.end(first) - scan.start(first);
    for (int word = first + 1; word < scan.words() && length <= MAX_LENGTH; word++) {
      length += scan.end(word) - scan.start(word);
      boolean joined = scan.start(word) - scan.end(word - 1) == 1 && isSeparator(scan, word - 1);
      if (!joined || !isGroup(scan, word) || length > MAX_LENGTH) {
        break;
      }
      boolean letters = digits(scan, word) == 0 && scan.at(scan.end(word - 1)) == ' ';
      last = letters ? last : word;
    }
    return last;
  }

  private static boolean isSeparator(Scan scan, int word) {
    return " -./\u00A0\u2011".indexOf(scan.at(scan.end(word))) >= 0;
  }

  /// Digits and capitals; two letters at most where there are no digits.
  private static boolean isGroup(Scan scan, int word) {
    int length = scan.end(word) - scan.start(word);
    boolean capitals = true;
    for (int at = scan.start(word); at < scan.end(word); at++) {
      char c = scan.at(at);
      capitals &= Scan.isDigit(c) || (c >= 'A' && c <= 'Z');
    }
    return capitals && (digits(scan, word) > 0 ? length <= MAX_GROUP : length <= 2);
  }

  /// Enough digits for a number of a person, and no date and no span of years.
  private static boolean isGrouped(Scan scan, int first, int last) {
    int digits = 0;
    int length = 0;
    boolean years = true;
    boolean date = last - first == 2;
    for (int word = first; word <= last; word++) {
      int here = digits(scan, word);
      int size = scan.end(word) - scan.start(word);
      digits += here;
      length += size;
      years &= size == 4 && here == 4;
      date &= here == size && (size <= 2 || size == 4);
    }
    date &= length == 8 || length == 6 || length == 7;
    boolean span = years && last - first == 1;
    return digits > MIN_DIGITS && length <= MAX_LENGTH && !date && !span;
  }
}
