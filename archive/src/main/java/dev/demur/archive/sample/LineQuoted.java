package dev.demur.archive.sample;

/// Text as `Shares.csv` holds it: before the cell is quoted, every line of it is put in quotes, and
/// the outermost two are then left away.
///
/// A three-line text `a`, empty, `b` becomes `a"`, `""`, `"b`; quotes inside are doubled. No text
/// may both begin and end with a quote: nobody could tell its quotes from those around a line.
final class LineQuoted implements CharSequence {
  private final Passage plain;
  private final String quoted;

  private LineQuoted(Passage plain) {
    this.plain = plain;
    this.quoted = plain.toString().replace("\"", "\"\"").replace("\n", "\"\n\"");
  }

  static LineQuoted of(Passage plain) {
    return new LineQuoted(plain);
  }

  /// The text as its author wrote it.
  Passage plain() {
    return plain;
  }

  @Override
  public int length() {
    return quoted.length();
  }

  @Override
  public char charAt(int index) {
    return quoted.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return quoted.subSequence(start, end);
  }

  @Override
  public String toString() {
    return quoted;
  }
}
