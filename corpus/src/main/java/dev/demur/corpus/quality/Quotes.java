package dev.demur.corpus.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text what it quotes of others: they, not the writer, would have to permit its
/// use.
///
/// Taken out are lines that start with `>`, the line that introduces them, everything from the
/// divider of a forwarded message on, and paragraphs that are a quotation with its author behind a
/// dash. Whatever else stands in quotation marks stays: titles, irony, the writer's own speech.
public final class Quotes {
  private static final int MAX_INTRODUCTION = 200;
  private static final int MIN_QUOTED_WORDS = 6;
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?iU).*\\b(wrote|writes|said|schrieb|schreibt|a écrit|écrivait|escribió|ha scritto|schreef)\\b.{0,80}:\\s*");
  private static final Pattern DIVIDER =
      Pattern.compile(
          "(?iu)\\s*-{2,}\\s*(original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
              + "|message d'origine|message transféré|mensaje original|mensaje reenviado|messaggio originale"
              + "|messaggio inoltrato|oorspronkelijk bericht)\\s*-{2,}\\s*");

  /// A dash and a name of at most six words.
  private static final Pattern AUTHOR =
      Pattern.compile(
          "\\s*[—–―~-]{1,2}\\s*\\p{Lu}[\\p{L}.'’-]*([ ,]+[\\p{L}(][\\p{L}.,'’)-]*){0,5}\\s*");

  private static final String OPENING = "\"“„«‚‘'";
  private static final String CLOSING = "\"”“»’'";

  private Quotes() {}

  /// The text without what it quotes; the same text when it quotes nothing, empty when it is
  /// nothing but a quotation.
  public static String removed(String text) {
    if (!mayQuote(text)) {
      return text;
    }
    List<String> kept = new ArrayList<>();
    boolean removed = false;
    String[] lines = text.split("\\R", -1);
    for (int at = 0; at < lines.length; at++) {
      if (DIVIDER.matcher(lines[at]).matches()) {
        removed = true;
        break;
      }
      boolean next = at + 1 < lines.length && isQuoted(lines[at + 1]);
      if (isQuoted(lines[at]) || (next && introduces(lines[at])) || isAttributed(lines, at)) {
        removed = true;
        at += isAttributed(lines, at) && !isAttributed(lines[at]) ? 1 : 0;
      } else {
        kept.add(lines[at]);
      }
    }
    return removed ? String.join("\n", kept).strip() : text;
  }

  /// Quick to say of nearly all texts that there is nothing to take out.
  private static boolean mayQuote(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean starts = i == 0 || text.charAt(i - 1) == '\n';
      if ((starts && (c == '>' || c == '-' || c == ' ' || OPENING.indexOf(c) >= 0))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuoted(String line) {
    return line.stripLeading().startsWith(">");
  }

  private static boolean introduces(String line) {
    return line.length() <= MAX_INTRODUCTION && INTRODUCTION.matcher(line).matches();
  }

  /// Whether a quotation stands here, with its author on the same line or the next.
  private static boolean isAttributed(String[] lines, int at) {
    return isAttributed(lines[at])
        || (at + 1 < lines.length
            && isQuotation(lines[at].strip())
            && AUTHOR.matcher(lines[at + 1]).matches());
  }

  private static boolean isAttributed(String line) {
    String bare = line.strip();
    if (bare.isEmpty() || OPENING.indexOf(bare.charAt(0)) < 0) {
      return false;
    }
    for (int end = bare.length() - 2; end > 0; end--) {
      boolean closes = CLOSING.indexOf(bare.charAt(end)) >= 0;
      if (closes && isQuotation(bare.substring(0, end + 1))) {
        return AUTHOR.matcher(bare.substring(end + 1)).matches();
      }
    }
    return false;
  }

  private static boolean isQuotation(String bare) {
    return bare.length() > 2
        && OPENING.indexOf(bare.charAt(0)) >= 0
        && CLOSING.indexOf(bare.charAt(bare.length() - 1)) >= 0
        && bare.split("\\s+", MIN_QUOTED_WORDS + 1).length >= MIN_QUOTED_WORDS;
  }
}
