package dev.demur.corpus.redact;

import java.util.Locale;

/// Addresses of computers: IPv4, IPv6, and hardware addresses.
final class NetworkRecogniser implements Recogniser {
  private static final int MAX_IPV6 = 45;
  private static final int GROUPS = 8;
  private static final int MAC_LENGTH = 17;
  private static final int DOTTED_MAC_LENGTH = 14;
  private static final int QUAD = 4;
  private static final int VERSION_WORDS = 7;
  private static final int VERSION_CHARACTERS = 24;

  /// Before four numbers with dots that are no address.
  private static final WordSet VERSION =
      new WordSet(
          "version versions versie versione v ver release firmware build patch upgrade upgraded"
              + " update updated aktualisiert section sections chapter clause article annex figure table"
              + " paragraph abschnitt kapitel ziffer punkt artikel");

  @Override
  public void find(Scan scan, Findings findings) {
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      ipv4(scan, word, findings);
      if (scan.end(word) - scan.start(word) == QUAD) {
        dottedMac(scan, scan.start(word), findings);
      }
    }
    for (int i = 0; i < scan.pairs().size(); i++) {
      mac(scan, scan.start(scan.pairs().get(i)), findings);
    }
    int done = 0;
    for (int i = 0; i < scan.colons().size(); i++) {
      if (scan.colons().get(i) >= done) {
        done = ipv6(scan, scan.colons().get(i), findings);
      }
    }
  }

  private static void ipv4(Scan scan, int word, Findings findings) {
    int start = scan.start(word);
    if (scan.at(start - 1) == '.' && Scan.isDigit(scan.at(start - 2))) {
      return;
    }
    int at = start;
    for (int part = 0; part < 4; part++) {
      int value = 0;
      int from = at;
      while (at - from < 3 && Scan.isDigit(scan.at(at))) {
        value = value * 10 + scan.at(at) - '0';
        at++;
      }
      boolean last = part == 3;
      if (at == from || value > 255 || (!last && scan.at(at) != '.')) {
        return;
      }
      at += last ? 0 : 1;
    }
    boolean goesOn = scan.at(at) == '.' && Scan.isDigit(scan.at(at + 1));
    boolean version = VERSION.before(scan, word, VERSION_WORDS, VERSION_CHARACTERS);
    if (scan.isBreak(at) && !goesOn && !version) {
      findings.add(start, at, Rule.IPV4, scan.text().substring(start, at));
    }
  }

  /// `001b.44e3.1fb7`; with no letter in it, it is a number.
  private static void dottedMac(Scan scan, int start, Findings findings) {
    boolean letter = false;
    for (int i = 0; i < DOTTED_MAC_LENGTH; i++) {
      char c = scan.at(start + i);
      if (i % (QUAD + 1) == QUAD ? c != '.' : !Scan.isHex(c)) {
        return;
      }
      letter |= Scan.isAsciiLetter(c);
    }
    int end = start + DOTTED_MAC_LENGTH;
    boolean goesOn = scan.at(end) == '.' && !scan.isBreak(end + 1);
    if (letter && scan.isBreak(end) && !goesOn && scan.at(start - 1) != '.') {
      String digits = scan.text().substring(start, end).replace(".", "").toLowerCase(Locale.ROOT);
      findings.add(start, end, Rule.MAC, digits.replaceAll("..(?!$)", "$0:"));
    }
  }

  private static void mac(Scan scan, int start, Findings findings) {
    char separator = scan.at(start + 2);
    for (int i = 0; i < MAC_LENGTH; i++) {
      char c = scan.at(start + i);
      if (i % 3 == 2 ? c != separator : !Scan.isHex(c)) {
        return;
      }
    }
    int end = start + MAC_LENGTH;
    boolean alone =
        scan.isBreak(end) && scan.at(end) != separator && scan.at(start - 1) != separator;
    if (alone) {
      String key = scan.text().substring(start, end).replace('-', ':').toLowerCase(Locale.ROOT);
      findings.add(start, end, Rule.MAC, key);
    }
  }

  /// Returns where the run of hexadecimal digits and colons ends.
  private static int ipv6(Scan scan, int colon, Findings findings) {
    int start = colon;
    while (start > 0 && colon - start < 5 && Scan.isHex(scan.at(start - 1))) {
      start--;
    }
    int end = colon;
    while (end - start <= MAX_IPV6 && (Scan.isHex(scan.at(end)) || scan.at(end) == ':')) {
      end++;
    }
    int runEnd = end;
    if (scan.at(end - 1) == ':' && scan.at(end - 2) != ':') {
      end--;
    }
    boolean alone = scan.isBreak(start - 1) && scan.isBreak(end) && scan.at(start - 1) != ':';
    if (alone && isIpv6(scan.text().substring(start, end))) {
      String key = scan.text().substring(start, end).toLowerCase(Locale.ROOT);
      findings.add(start, end, Rule.IPV6, key);
    }
    return Math.max(runEnd, colon + 1);
  }

  private static boolean isIpv6(String run) {
    if (run.length() < 3
        || run.length() > MAX_IPV6
        || run.chars().noneMatch(c -> Scan.isDigit((char) c))) {
      return false;
    }
    String[] groups = run.split(":", -1);
    int empty = 0;
    for (String group : groups) {
      if (group.length() > 4) {
        return false;
      }
      empty += group.isEmpty() ? 1 : 0;
    }
    int gap = run.indexOf("::");
    if (gap < 0) {
      return groups.length == GROUPS && empty == 0;
    }
    boolean atEdge = run.startsWith("::") || run.endsWith("::");
    boolean oneGap = run.indexOf("::", gap + 1) < 0 && empty == (atEdge ? 2 : 1);
    return oneGap && groups.length <= GROUPS + (atEdge ? 1 : 0);
  }
}
