package dev.demur.corpus.redact;

/// A number written in groups: `4111 1111 1111 1111`, `GB82-WEST-1234`. Grows one word at a time.
final class Groups {
  private static final int MAX_LENGTH = 40;

  private final Scan scan;
  private final StringBuilder joined = new StringBuilder();
  private boolean digitsOnly = true;
  private boolean asciiOnly = true;
  private int word;
  private int end;

  /// Starts with one word of the text.
  Groups(Scan scan, int word) {
    this.scan = scan;
    this.word = word;
    append();
  }

  private void append() {
    end = scan.end(word);
    for (int at = scan.start(word); at < end; at++) {
      char c = scan.at(at);
      joined.append(c);
      digitsOnly &= Scan.isDigit(c);
      asciiOnly &= Scan.isDigit(c) || Scan.isAsciiLetter(c);
    }
  }

  /// Takes the next word in, unless all are too long by then, if exactly one space, hyphen or dot
  /// stands before it.
  boolean grow() {
    int next = word + 1;
    if (joined.length() > MAX_LENGTH
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
  CharSequence joined() {
    return joined;
  }

  int length() {
    return joined.length();
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

  /// The last word taken in.
  int lastWord() {
    return word;
  }
}
