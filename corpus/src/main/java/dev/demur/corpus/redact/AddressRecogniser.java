package dev.demur.corpus.redact;

/// Postal addresses: a street and a house number as a dozen countries write them, and the flat,
/// postal code, town and country behind.
final class AddressRecogniser implements Recogniser {
  private static final int MAX_NAME_WORDS = 5;
  private static final int MAX_TAIL_WORDS = 12;

  /// `12 Elm Street`: the kind of street comes last.
  private static final WordSet STREETS_LAST =
      new WordSet(
          "street st road rd avenue ave av lane ln drive dr court ct way place pl square sq crescent"
              + " terrace boulevard blvd highway hwy parkway pkwy close row gardens grove hill mews"
              + " quay walk circle cir trail loop alley green");

  /// `Via Roma 12`, `12 rue de la Paix`: the kind of street comes first.
  private static final WordSet STREETS_FIRST =
      new WordSet(
          "place via viale corso piazza piazzale vicolo rue avenue boulevard impasse chemin allee quai calle"
              + " avenida paseo plaza carrer carretera rua travessa praca estrada ulica ul aleja plac"
              + " strada calea bulevardul av avda avd ctra bd bvd");

  /// `Mariahilfer Straße 45`, `Karl Johans gate 22`: a word of its own behind a name.
  private static final WordSet KINDS =
      new WordSet(
          "strasse strase gasse weg platz allee ufer damm ring straat laan plein gracht kade singel gate"
              + " gata gatan vei veien vej vag vagen plass torg utca tie katu");

  private static final WordSet POST_BOXES =
      new WordSet("box postfach postbus apartado bp postboks");
  private static final WordSet ORDINALS = new WordSet("st nd rd th");
  private static final long BOX = Fold.hash("box");

  private static final WordSet PARTICLES =
      new WordSet(
          "den der dem de la le les du des del dei della di da do dos das las los el al l d of the y e san santa st saint");
  private static final WordSet UNITS =
      new WordSet(
          "apt apartment suite ste unit flat floor fl room rm box po piso puerta etage wohnung top stock");
  private static final long PLACE = Fold.hash("place");
  private static final String[] ENDINGS = {
    "strasse",
    "strase",
    "str",
    "gasse",
    "weg",
    "allee",
    "platz",
    "damm",
    "ufer",
    "straat",
    "laan",
    "plein",
    "gracht",
    "kade",
    "dijk",
    "singel",
    "gatan",
    "vagen",
    "gata",
    "vej",
    "gade",
    "veien",
    "gaten",
    "katu",
    "utca",
    "steenweg",
    "ntie"
  };

  @Override
  public void find(Scan scan, Findings findings) {
    int done = -1;
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int number = scan.wordsWithDigits().get(i);
      if (number > done && isHouseNumber(scan, number)) {
        done = Math.max(done, address(scan, number, done, findings));
      }
    }
  }

  /// Returns the last word of an address around a house number, -1 when there is none.
  private static int address(Scan scan, int number, int notBefore, Findings findings) {
    int first = number;
    boolean stair = isStair(scan, number);
    int last = stair ? -1 : streetAfter(scan, number);
    if (last < 0) {
      first = streetBefore(scan, number, notBefore);
      first = first < 0 ? placeBefore(scan, number, notBefore) : first;
      last = first < 0 ? -1 : stair ? number + 1 : number;
    }
    if (last < 0) {
      return -1;
    }
    last = tail(scan, last);
    int start = scan.start(first);
    int end = scan.end(last);
    findings.add(start, end, Rule.POSTAL_ADDRESS, Fold.of(scan.text().substring(start, end)));
    return last;
  }

  /// One to five digits and at most one letter.
  private static boolean isHouseNumber(Scan scan, int word) {
    int length = scan.end(word) - scan.start(word);
    if (length > 5 || !Scan.isDigit(scan.at(scan.start(word)))) {
      return false;
    }
    for (int at = scan.start(word); at < scan.end(word) - 1; at++) {
      if (!Scan.isDigit(scan.at(at))) {
        return false;
      }
    }
    boolean stair = isStair(scan, word);
    boolean decimal =
        !stair
            && ".,:/%".indexOf(scan.at(scan.end(word))) >= 0
            && Scan.isDigit(scan.at(scan.end(word) + 1));
    boolean range =
        !stair && scan.at(scan.end(word)) == '-' && Scan.isDigit(scan.at(scan.end(word) + 1));
    boolean within = ".,:/$€£".indexOf(scan.at(scan.start(word) - 1)) >= 0;
    return !decimal && !within && !range;
  }

  /// `45/12`, `263-267`: two numbers of one house.
  private static boolean isStair(Scan scan, int word) {
    char sign = scan.at(scan.end(word));
    return (sign == '/' || sign == '-')
        && word + 1 < scan.words()
        && Scan.isDigit(scan.at(scan.end(word) + 1))
        && scan.end(word) - scan.start(word) <= 3
        && scan.end(word + 1) - scan.start(word + 1) <= 3
        && scan.at(scan.end(word + 1)) != sign;
  }

  /// `12 Elm Street`, `12 rue de la Paix`, `12, Hauptstraße`: the last word of the street, or -1.
  private static int streetAfter(Scan scan, int number) {
    boolean kindFirst = false;
    boolean named = false;
    for (int word = number + 1;
        word < scan.words() && word - number <= MAX_NAME_WORDS + 1;
        word++) {
      if (!follows(scan, word, word == number + 1)) {
        break;
      }
      long hash = scan.hash(word);
      boolean second = scan.at(scan.start(number) - 1) == '-';
      if (word == number + 1 && !second && STREETS_FIRST.contains(hash)) {
        kindFirst = true;
      } else if (named && isCapital(scan, word) && STREETS_LAST.contains(hash)) {
        return isTitle(scan, number, word) ? -1 : word;
      } else if (isCapital(scan, word) || isOrdinal(scan, word)) {
        named = true;
        if (hasStreetEnding(scan, word)) {
          return word;
        }
      } else if (!PARTICLES.contains(hash)) {
        break;
      }
      boolean ends =
          word + 1 >= scan.words() || !follows(scan, word + 1, false) || !goesOn(scan, word + 1);
      if (kindFirst && named && ends) {
        return word;
      }
    }
    return -1;
  }

  /// `The 5 Best Road Trips`, `In 2020 Wall Street fell`: capitals go on, or the number is a year.
  private static boolean isTitle(Scan scan, int number, int street) {
    int next = street + 1;
    boolean nextIsNear = next < scan.words() && follows(scan, next, false);
    boolean goesOn =
        nextIsNear
            && isCapital(scan, next)
            && !UNITS.contains(scan.hash(next))
            && !isPostcodePart(scan, next);
    boolean ends = scan.at(scan.end(street)) != ',' && scan.at(scan.end(street)) != '\n';
    String digits = scan.word(number, false);
    boolean year = digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    return goesOn || (year && ends);
  }

  /// `5th`, `42nd`.
  private static boolean isOrdinal(Scan scan, int word) {
    int length = scan.end(word) - scan.start(word);
    return length > 2
        && length <= 5
        && Scan.isDigit(scan.at(scan.start(word)))
        && ORDINALS.contains(Fold.hash(scan.word(word, false).substring(length - 2)));
  }

  private static boolean goesOn(Scan scan, int word) {
    return isCapital(scan, word) || PARTICLES.contains(scan.hash(word));
  }

  /// `Via Roma 12`, `Hauptstraße 12`, `Oude Gracht 12`: the first word of the street, or -1.
  private static int streetBefore(Scan scan, int number, int notBefore) {
    if (number - 1 <= notBefore || !follows(scan, number, true)) {
      return -1;
    }
    if (POST_BOXES.contains(scan.hash(number - 1))) {
      return postBox(scan, number - 1);
    }
    boolean two =
        number - 2 > notBefore && isCapital(scan, number - 2) && follows(scan, number - 1, false);
    if (KINDS.contains(scan.hash(number - 1))) {
      return two ? number - 2 : -1;
    }
    if (hasStreetEnding(scan, number - 1)) {
      boolean one = scan.end(number - 1) - scan.start(number - 1) <= 8;
      return two && one ? number - 2 : number - 1;
    }
    for (int word = number - 1; word > notBefore && number - word <= MAX_NAME_WORDS; word--) {
      boolean kind = STREETS_FIRST.contains(scan.hash(word)) && scan.hash(word) != PLACE;
      if (kind && word < number - 1) {
        return word;
      }
      if (word - 1 > notBefore && isCalle(scan, word - 1)) {
        return word - 1;
      }
      boolean part =
          isCapital(scan, word)
              || PARTICLES.contains(scan.hash(word))
              || Scan.isDigit(scan.at(scan.start(word)));
      if (!part || !follows(scan, word + 1, word + 1 == number)) {
        return -1;
      }
    }
    return -1;
  }

  /// `PO Box 12`, `Postfach 12`: the first word, or -1.
  private static int postBox(Scan scan, int box) {
    if (scan.hash(box) != BOX) {
      return box;
    }
    boolean office =
        box > 0 && (scan.hash(box - 1) == Fold.hash("po") || scan.hash(box - 1) == Fold.hash("o"));
    return office ? box - 1 : -1;
  }

  /// `C/ Alcalá`
  private static boolean isCalle(Scan scan, int word) {
    return scan.end(word) - scan.start(word) == 1
        && (scan.at(scan.start(word)) | ' ') == 'c'
        && scan.at(scan.end(word)) == '/'
        && scan.start(word + 1) - scan.end(word) <= 2;
  }

  /// `Unter den Linden 77, 10117 Berlin`: capitals, a number, and a postal code with a town say it
  /// without a word for streets. The first word, or -1.
  private static int placeBefore(Scan scan, int number, int notBefore) {
    if (number - 1 <= notBefore
        || !isCapital(scan, number - 1)
        || !follows(scan, number, true)
        || !codeAndTown(scan, number + 1)) {
      return -1;
    }
    int first = number - 1;
    for (int word = first - 1; word > notBefore && number - word <= MAX_NAME_WORDS; word--) {
      boolean part = isCapital(scan, word) || PARTICLES.contains(scan.hash(word));
      if (!part || !follows(scan, word + 1, false)) {
        break;
      }
      first = isCapital(scan, word) ? word : first;
    }
    return first;
  }

  /// `, 10117 Berlin`, `, 2514 EE Den Haag`
  private static boolean codeAndTown(Scan scan, int code) {
    if (code + 1 >= scan.words() || ",\n".indexOf(scan.at(scan.end(code - 1))) < 0) {
      return false;
    }
    int length = scan.end(code) - scan.start(code);
    boolean digits = length == 4 || length == 5;
    for (int at = scan.start(code); at < scan.end(code); at++) {
      digits &= Scan.isDigit(scan.at(at));
    }
    return digits
        && scan.start(code) - scan.end(code - 1) <= 2
        && isCapital(scan, code + 1)
        && scan.start(code + 1) - scan.end(code) == 1;
  }

  private static boolean hasStreetEnding(Scan scan, int word) {
    if (!isCapital(scan, word)) {
      return false;
    }
    String folded = scan.word(word, true);
    for (String ending : ENDINGS) {
      boolean whole = folded.equals(ending) && ending.length() > 4;
      if (whole || (folded.endsWith(ending) && folded.length() > ending.length() + 2)) {
        return true;
      }
    }
    return false;
  }

  /// Flat, postal code, town and country: capitalised words, numbers and codes, at most one line
  /// break between two.
  private static int tail(Scan scan, int street) {
    int last = street;
    for (int word = street + 1; word < scan.words() && word - street <= MAX_TAIL_WORDS; word++) {
      if (!isTailGap(scan, word)) {
        break;
      }
      boolean code = Scan.isDigit(scan.at(scan.start(word))) || isPostcodePart(scan, word);
      boolean unit = UNITS.contains(scan.hash(word));
      boolean town = isCapital(scan, word) && commaOrCodeBefore(scan, word, street);
      if (code || unit || town) {
        last = word;
      } else if (!PARTICLES.contains(scan.hash(word))) {
        break;
      }
    }
    return last;
  }

  /// A town comes behind a comma, a line break or a code; a capital alone may start a sentence.
  private static boolean commaOrCodeBefore(Scan scan, int word, int street) {
    for (int before = word - 1; before >= street; before--) {
      boolean code =
          before > street
              && (Scan.isDigit(scan.at(scan.start(before))) || isPostcodePart(scan, before));
      char separator = scan.at(scan.end(before));
      // `Ave., Chicago`
      separator = separator == '.' ? scan.at(scan.end(before) + 1) : separator;
      if (code || separator == ',' || separator == '\n') {
        return true;
      }
    }
    return false;
  }

  /// Letters and digits mixed, as in `SW1A 2AA` and `K1A 0B1`.
  private static boolean isPostcodePart(Scan scan, int word) {
    int length = scan.end(word) - scan.start(word);
    boolean digits = false;
    boolean capitals = true;
    for (int at = scan.start(word); at < scan.end(word); at++) {
      digits |= Scan.isDigit(scan.at(at));
      capitals &= Scan.isDigit(scan.at(at)) || Character.isUpperCase(scan.at(at));
    }
    return capitals && (digits ? length <= 6 : length == 2);
  }

  private static boolean isTailGap(Scan scan, int word) {
    int from = scan.end(word - 1);
    int to = scan.start(word);
    int lines = 0;
    for (int at = from; at < to; at++) {
      char c = scan.at(at);
      lines += c == '\n' ? 1 : 0;
      if (" ,-.\n#\u00A0".indexOf(c) < 0) {
        return false;
      }
    }
    boolean sentence =
        scan.at(from) == '.' && to - from > 1 && scan.end(word - 1) - scan.start(word - 1) > 3;
    return to - from <= 4 && lines <= 1 && !sentence;
  }

  /// Whether only a space, or a comma and a space where allowed, stands before a word.
  private static boolean follows(Scan scan, int word, boolean comma) {
    int gap = scan.start(word) - scan.end(word - 1);
    char c = scan.at(scan.end(word - 1));
    boolean space = gap == 1 && (c == ' ' || c == '\'' || c == '’' || c == '-' || c == '\u00A0');
    boolean abbreviated =
        scan.end(word - 1) - scan.start(word - 1) <= 3
            || scan.text().startsWith("str.", scan.end(word - 1) - 3);
    boolean dot = gap == 2 && c == '.' && abbreviated && scan.at(scan.end(word - 1) + 1) == ' ';
    return space || dot || (comma && gap == 2 && c == ',');
  }

  private static boolean isCapital(Scan scan, int word) {
    return Character.isUpperCase(scan.at(scan.start(word)));
  }
}
