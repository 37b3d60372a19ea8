package dev.demur.archive.linkedin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Undoes the quoting of posts in `Shares.csv`.
///
/// The export puts each line of a post in quotes and doubles its quotes before it quotes the cell,
/// so that a decoded cell of three lines reads `first"⏎"second"⏎"third`.
final class ShareText {
  private static final Pattern SEAM = Pattern.compile("\"\\r?\\n\"");
  private static final Pattern QUOTES = Pattern.compile("\"+");

  private ShareText() {}

  /// The post as it was written; a cell without seams and without doubled quotes is left alone.
  static String undone(String cell) {
    boolean quoted = cell.indexOf('"') >= 0 && (SEAM.matcher(cell).find() || cell.contains("\"\""));
    if (!quoted) {
      return cell;
    }
    boolean wrapped = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    String bare = wrapped ? cell.substring(1, cell.length() - 1) : cell;
    String joined = SEAM.matcher(bare).replaceAll("\n");
    boolean allEven =
        QUOTES.matcher(joined).results().allMatch(run -> run.group().length() % 2 == 0);
    return allEven ? QUOTES.matcher(joined).replaceAll(ShareText::halved) : joined;
  }

  private static String halved(java.util.regex.MatchResult run) {
    return Matcher.quoteReplacement("\"".repeat(run.group().length() / 2));
  }
}
