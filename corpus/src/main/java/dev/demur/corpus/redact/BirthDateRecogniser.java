package dev.demur.corpus.redact;

/// Dates of birth: a date near a word that speaks of birth.
final class BirthDateRecogniser implements Recogniser {
  private static final int BEFORE_WORDS = 8;
  private static final int BEFORE_CHARACTERS = 70;
  private static final int AFTER_WORDS = 6;
  private static final int AFTER_CHARACTERS = 36;
  private static final long NE = Fold.hash("ne");
  private static final long B = Fold.hash("b");
  private static final long LE = Fold.hash("le");
  private static final WordSet BIRTH =
      new WordSet(
          "born birth birthdate birthday bday dob d.o.b geboren geburtsdatum geburtstag geb nee"
              + " naissance nacido nacida nacimiento nato nata nascita geboortedatum geboorte"
              + " nascimento nascido nascida fodd fodselsdato urodzony urodzona urodzenia narozen"
              + " narozena syntynyt szuletett");
  private static final WordSet MONTHS =
      new WordSet(
          "january february march april may june july august september october november december"
              + " jan feb mar apr jun jul aug sep sept oct nov dec januar februar marz mai juni juli"
              + " oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre"
              + " novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre"
              + " octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre"
              + " ottobre dicembre januari februari maart mei augustus janeiro fevereiro marco maio"
              + " junho julho setembro outubro novembro dezembro stycznia lutego marca kwietnia maja"
              + " czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia");

  @Override
  public void find(Scan scan, Findings findings) {
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      int end = Math.max(numeric(scan, word), worded(scan, word));
      if (end > 0) {
        int start = start(scan, word);
        if (near(scan, word)) {
          String key = scan.text().substring(start, end);
          findings.add(start, end, Rule.DATE_OF_BIRTH, key);
        }
      }
    }
  }

  private static boolean near(Scan scan, int word) {
    return isFrench(scan, word)
        || isShort(scan, word)
        || BIRTH.before(scan, word, BEFORE_WORDS, BEFORE_CHARACTERS)
        || BIRTH.after(scan, word, AFTER_WORDS, AFTER_CHARACTERS);
  }

  /// `b. 12/02/1979`
  private static boolean isShort(Scan scan, int word) {
    return word > 0
        && scan.hash(word - 1) == B
        && scan.at(scan.end(word - 1)) == '.'
        && scan.start(word) - scan.end(word - 1) <= 2;
  }

  /// `né le 3 juillet 1987`; without accents, `ne` alone is a word that says no.
  private static boolean isFrench(Scan scan, int word) {
    return word > 1 && scan.hash(word - 1) == LE && scan.hash(word - 2) == NE;
  }

  /// `3/23/1940`, `1993-01-04`, `23.3.40`: where it ends, or -1.
  private static int numeric(Scan scan, int word) {
    if (word + 2 >= scan.words()) {
      return -1;
    }
    int first = number(scan, word);
    int second = number(scan, word + 1);
    int third = number(scan, word + 2);
    char separator = scan.at(scan.end(word));
    boolean joined =
        "/-.".indexOf(separator) >= 0
            && scan.start(word + 1) - scan.end(word) <= 2
            && scan.at(scan.end(word + 1)) == separator
            && scan.start(word + 2) - scan.end(word + 1) <= 2;
    boolean yearFirst = isYear(first) && isMonth(second) && isDay(third);
    boolean yearLast =
        isDay(first) && isDay(second) && (isMonth(first) || isMonth(second)) && isShortYear(third);
    return joined && (yearFirst || yearLast) ? scan.end(word + 2) : -1;
  }

  /// `12 March 1980`, `12. März 1980`, `March 12, 1980`, `12 de marzo de 1980`: where it ends, or
  /// -1.
  private static int worded(Scan scan, int word) {
    if (!isDay(day(scan, word))) {
      return -1;
    }
    boolean monthBefore = word > 0 && isMonthName(scan, word - 1) && isNear(scan, word - 1);
    int year = monthBefore ? word + 1 : yearAfterMonth(scan, word);
    boolean found =
        year > 0 && year < scan.words() && isYear(number(scan, year)) && isNear(scan, year - 1);
    return found ? scan.end(year) : -1;
  }

  private static int yearAfterMonth(Scan scan, int word) {
    int month = word + 1;
    month += isParticle(scan, month) ? 1 : 0;
    if (month >= scan.words() || !isMonthName(scan, month)) {
      return -1;
    }
    return month + (isParticle(scan, month + 1) ? 2 : 1);
  }

  private static boolean isParticle(Scan scan, int word) {
    if (word >= scan.words() || scan.end(word) - scan.start(word) != 2) {
      return false;
    }
    String text = scan.word(word, true);
    return text.equals("de") || text.equals("of");
  }

  private static boolean isMonthName(Scan scan, int word) {
    return MONTHS.contains(scan.hash(word));
  }

  /// Whether a word is a month and no given name: `Jan 2019`, `Jun 3, 2019`.
  static boolean isMonthOfYear(Scan scan, int word) {
    return isMonthName(scan, word)
        && isNear(scan, word)
        && (isYear(number(scan, word + 1))
            || (isDay(number(scan, word + 1))
                && isNear(scan, word + 1)
                && isYear(number(scan, word + 2))));
  }

  private static boolean isNear(Scan scan, int word) {
    return word + 1 < scan.words() && scan.start(word + 1) - scan.end(word) <= 2;
  }

  private static int start(Scan scan, int word) {
    boolean monthBefore =
        word > 0
            && isMonthName(scan, word - 1)
            && isNear(scan, word - 1)
            && numeric(scan, word) < 0;
    return monthBefore ? scan.start(word - 1) : scan.start(word);
  }

  /// A day of the month, with or without an ordinal ending.
  private static int day(Scan scan, int word) {
    int value = 0;
    int at = scan.start(word);
    while (at < scan.end(word) && Scan.isDigit(scan.at(at)) && at - scan.start(word) < 3) {
      value = value * 10 + scan.at(at) - '0';
      at++;
    }
    return scan.end(word) - at <= 2 ? value : -1;
  }

  private static int number(Scan scan, int word) {
    int value = 0;
    for (int at = scan.start(word); at < scan.end(word); at++) {
      if (!Scan.isDigit(scan.at(at)) || value > 9999) {
        return -1;
      }
      value = value * 10 + scan.at(at) - '0';
    }
    return value;
  }

  private static boolean isDay(int value) {
    return value >= 1 && value <= 31;
  }

  private static boolean isMonth(int value) {
    return value >= 1 && value <= 12;
  }

  private static boolean isYear(int value) {
    return value >= 1900 && value <= 2099;
  }

  private static boolean isShortYear(int value) {
    return isYear(value) || (value >= 0 && value <= 99);
  }
}
