package dev.demur.corpus.redact;

import java.util.Locale;

/// Addresses on the web: with a scheme, with `www.`, or a known network's with a path behind it.
final class UrlRecogniser implements Recogniser {
  private static final int MAX_SCHEME = 12;
  private static final int MAX_HOST = 253;
  private static final int MAX_LABELS = 4;
  private static final WordSet NETWORKS =
      new WordSet(
          "linkedin facebook fb instagram twitter x github gitlab bitbucket medium youtube youtu"
              + " tiktok threads mastodon bsky xing behance dribbble stackoverflow reddit pinterest"
              + " snapchat t telegram wa whatsapp calendly lnkd linktr keybase orcid researchgate"
              + " huggingface codeberg gravatar goodreads letterboxd strava crunchbase wellfound viadeo"
              + " hashnode leetcode hackerrank codepen npmjs academia flickr deviantart vk weibo discord"
              + " paypal venmo cash gumroad etsy tumblr quora malt fiverr upwork bit producthunt"
              + " about patreon substack twitch vimeo soundcloud spotify kaggle");

  private static final WordSet TOP_LEVELS =
      new WordSet(
          "com org net edu gov io de fr es nl ch at be uk eu me dev app blog site page online");

  @Override
  public void find(Scan scan, Findings findings) {
    int done = 0;
    for (int i = 0; i < scan.colons().size(); i++) {
      int colon = scan.colons().get(i);
      if (colon >= done && scan.text().startsWith("://", colon)) {
        int start = schemeStart(scan, colon);
        int end = urlEnd(scan, colon + 3);
        if (start < colon && end > colon + 3) {
          add(scan, start, end, Rule.URL_WITH_SCHEME, findings);
          done = end;
        }
      }
    }
    withoutScheme(scan, findings);
  }

  private static int schemeStart(Scan scan, int colon) {
    int start = colon;
    while (start > 0 && colon - start < MAX_SCHEME && isScheme(scan.at(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isScheme(char c) {
    return Scan.isAsciiLetter(c) || Scan.isDigit(c) || c == '+' || c == '-';
  }

  private static void withoutScheme(Scan scan, Findings findings) {
    int done = 0;
    for (int i = 0; i < scan.dots().size(); i++) {
      int dot = scan.dots().get(i);
      // Most dots end a sentence.
      if (dot < done || Character.isWhitespace(scan.at(dot + 1))) {
        continue;
      }
      int start = hostStart(scan, dot);
      boolean www = start == dot - 3 && scan.text().regionMatches(true, start, "www.", 0, 4);
      if (www || isProfile(scan, start, dot)) {
        int end = urlEnd(scan, dot + 1);
        if (end > dot + 2) {
          add(scan, start, end, Rule.URL_WITHOUT_SCHEME, findings);
          done = end;
        }
      }
    }
  }

  private static int hostStart(Scan scan, int dot) {
    int start = dot;
    while (start > 0 && dot - start < MAX_HOST && isHost(scan.at(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isHost(char c) {
    return Scan.isAsciiLetter(c) || Scan.isDigit(c) || c == '-' || c == '_';
  }

  /// `linkedin.com/…`, `de.linkedin.com/…`, `roe.example.org/…`: a network's name or a usual top
  /// level among the labels, and a path.
  private static boolean isProfile(Scan scan, int start, int dot) {
    int end = start;
    boolean network = false;
    for (int label = 0; label < MAX_LABELS; label++) {
      int labelEnd = end;
      while (labelEnd - start < MAX_HOST && isHost(scan.at(labelEnd))) {
        labelEnd++;
      }
      long hash = Fold.hash(scan.text().substring(end, labelEnd));
      network |= NETWORKS.contains(hash) || (label > 0 && TOP_LEVELS.contains(hash));
      end = labelEnd;
      if (scan.at(end) != '.') {
        break;
      }
      end++;
    }
    return network
        && end > dot
        && scan.at(end) == '/'
        && isPath(scan.at(end + 1))
        && scan.isBreak(start - 1);
  }

  private static boolean isPath(char c) {
    return !Character.isWhitespace(c) && "<>\"'`|\\^{}".indexOf(c) < 0;
  }

  private static int urlEnd(Scan scan, int from) {
    int end = from;
    while (end < scan.text().length() && isPath(scan.at(end)) && scan.at(end) != '\u00A0') {
      end++;
    }
    // Punctuation that ends a sentence, or closes what was opened before the address.
    while (end > from && ".,;:!?)]*_".indexOf(scan.at(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static void add(Scan scan, int start, int end, Rule rule, Findings findings) {
    String url = scan.text().substring(start, end);
    findings.add(start, end, rule, url.toLowerCase(Locale.ROOT));
  }
}
