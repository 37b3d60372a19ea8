package dev.demur.corpus.redact;

/// A number written in groups: `4111 1111 1111 1111`, `GB82-WEST-1234`. Grows one word at a time.
final class Groups {
  private static final int MAX_LENGTH = 40;
  private static final int MAX_LETTERS = 3;
  private static final int MAX_SMALL_LETTERS = 1;

  private final Scan scan;
  private final int first;
  private int length;
  private boolean digitsOnly = true;
  private boolean asciiOnly = true;
  private boolean digitsInLast;
  private boolean capitalsInLast;
  private int word;
  private int end;

  /// Starts with one word of the text.
  Groups(Scan scan, int word) {
    this.scan = scan;
    this.first = word;
    this.word = word;
    append();
  }

  private void append() {
    end = scan.end(word);
    length += end - scan.start(word);
    digitsInLast = false;
    capitalsInLast = false;
    for (int at = scan.start(word); at < end; at++) {
      char c = scan.at(at);
      boolean digit = Scan.isDigit(c);
      digitsInLast |= digit;
      capitalsInLast |= c >= 'A' && c <= 'Z';
      digitsOnly &= digit;
      asciiOnly &= digit || Scan.isAsciiLetter(c);
    }
  }

  /// Takes the next word in, unless all are too long by then, if exactly one space, hyphen or dot
  /// stands before it.
  boolean grow() {
    int next = word + 1;
    if (length > MAX_LENGTH
        || next >= scan.words()
        || scan.start(next) != end + 1
        || !isSeparator(scan.at(end))) {
      return false;
    }
    word = next;
    append();
    return true;
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '\u00A0' || c == '\u202F' || c == '\u2011';
  }

  /// The groups without what is between them.
  String joined() {
    char[] joined = new char[length];
    int to = 0;
    for (int each = first; each <= word; each++) {
      for (int at = scan.start(each); at < scan.end(each); at++) {
        joined[to++] = scan.at(at);
      }
    }
    return new String(joined);
  }

  /// Of the groups without what is between them.
  int length() {
    return length;
  }

  int end() {
    return end;
  }

  boolean isDigits() {
    return digitsOnly;
  }

  /// Whether there are only digits and letters A to Z, in either case.
  boolean isAlphanumeric() {
    return asciiOnly;
  }

  /// Whether the last group is a word of a language rather than a part of a number: letters alone,
  /// and more of them than stand together in any number that is written in groups.
  boolean endsInWord() {
    int most = capitalsInLast ? MAX_LETTERS : MAX_SMALL_LETTERS;
    return !digitsInLast && end - scan.start(word) > most;
  }

  /// The last word taken in.
  int lastWord() {
    return word;
  }
}
