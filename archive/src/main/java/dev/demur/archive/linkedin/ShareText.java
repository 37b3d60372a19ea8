package dev.demur.archive.linkedin;

/// Undoes the quoting of posts in `Shares.csv`.
///
/// The export puts each line of a post in quotes and doubles its quotes before it quotes the cell,
/// so that a decoded cell of three lines reads `first"⏎"second"⏎"third`.
final class ShareText {
  private static final String QUOTE = "\"";
  private static final String DOUBLED = "\"\"";

  private static final String SEAM = "\"\n\"";
  private static final String WIDE_SEAM = "\"\r\n\"";

  private ShareText() {}

  /// The post as it was written; a cell without seams and without doubled quotes is left alone.
  static String undone(String cell) {
    if (cell.indexOf('"') < 0 || !isQuoted(cell)) {
      return cell;
    }
    boolean wrapped = cell.length() > 1 && cell.startsWith(QUOTE) && cell.endsWith(QUOTE);
    String bare = wrapped ? cell.substring(1, cell.length() - 1) : cell;
    String joined = bare.replace(WIDE_SEAM, "\n").replace(SEAM, "\n");
    return quotesAreEven(joined) ? joined.replace(DOUBLED, QUOTE) : joined;
  }

  private static boolean isQuoted(String cell) {
    return cell.contains(DOUBLED) || cell.contains(SEAM) || cell.contains(WIDE_SEAM);
  }

  /// Whether quotes stand in runs of two, four and so on only.
  private static boolean quotesAreEven(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        run++;
      } else if (run % 2 == 1) {
        return false;
      } else {
        run = 0;
      }
    }
    return run % 2 == 0;
  }
}
