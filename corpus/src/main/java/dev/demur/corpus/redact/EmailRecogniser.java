package dev.demur.corpus.redact;

import java.util.List;
import java.util.Locale;

/// E-mail addresses, and names on social networks behind an at sign.
final class EmailRecogniser implements Recogniser {
  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 255;
  private static final int MAX_HANDLE = 40;
  private static final int MIN_HANDLE = 2;
  private static final List<String> DOTS = List.of("dot", "punkt", "punto", "point");

  @Override
  public void find(Scan scan, Findings findings) {
    for (int i = 0; i < scan.atSigns().size(); i++) {
      int at = scan.atSigns().get(i);
      int start = localStart(scan, at);
      int end = domainEnd(scan, at + 1);
      if (start < at && end > 0) {
        findings.add(start, end, Rule.EMAIL, key(scan, start, end));
      } else if (start == at) {
        handle(scan, at, findings);
      }
    }
    for (int i = 0; i < scan.brackets().size(); i++) {
      spelled(scan, scan.brackets().get(i), findings);
    }
  }

  /// `jane [at] example [dot] org`, `jane(at)example.org`, around the bracket before `at`.
  private static void spelled(Scan scan, int bracket, Findings findings) {
    if (!isBracketed(scan, bracket, "at")) {
      return;
    }
    int before = scan.at(bracket - 1) == ' ' ? bracket - 1 : bracket;
    int start = localStart(scan, before);
    int behind = bracket + "(at)".length();
    int from = scan.at(behind) == ' ' ? behind + 1 : behind;
    int end = spelledDomainEnd(scan, from);
    if (start < before && end > 0) {
      findings.add(start, end, Rule.EMAIL, key(scan, start, end));
    }
  }

  /// Where a domain ends whose dots may be written as words, or -1.
  private static int spelledDomainEnd(Scan scan, int from) {
    int at = from;
    int dots = 0;
    while (at - from < MAX_DOMAIN) {
      int label = at;
      while (Character.isLetterOrDigit(scan.at(at)) || scan.at(at) == '-') {
        at++;
      }
      if (at == label) {
        return -1;
      }
      int next = dotEnd(scan, at);
      if (next < 0 || !Character.isLetterOrDigit(scan.at(next))) {
        return dots > 0 && isTopLevel(scan, label, at) ? at : -1;
      }
      dots++;
      at = next;
    }
    return -1;
  }

  /// Where a dot ends that is a dot or a word in brackets, or -1.
  private static int dotEnd(Scan scan, int at) {
    if (scan.at(at) == '.') {
      return at + 1;
    }
    int bracket = scan.at(at) == ' ' ? at + 1 : at;
    for (String word : DOTS) {
      if (isBracketed(scan, bracket, word)) {
        int end = bracket + word.length() + 2;
        return scan.at(end) == ' ' ? end + 1 : end;
      }
    }
    return -1;
  }

  private static boolean isBracketed(Scan scan, int bracket, String word) {
    int opening = "([{".indexOf(scan.at(bracket));
    return opening >= 0
        && scan.text().regionMatches(true, bracket + 1, word, 0, word.length())
        && scan.at(bracket + 1 + word.length()) == ")]}".charAt(opening);
  }

  private static String key(Scan scan, int start, int end) {
    return scan.text().substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static int localStart(Scan scan, int at) {
    int start = at;
    while (start > 0 && at - start < MAX_LOCAL && isLocal(scan.at(start - 1))) {
      start--;
    }
    while (start < at && !Character.isLetterOrDigit(scan.at(start))) {
      start++;
    }
    return start;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || "._%+-'!#$&*/=?^`{|}~".indexOf(c) >= 0;
  }

  /// Where a domain with at least one dot ends, or -1.
  private static int domainEnd(Scan scan, int from) {
    int end = from;
    int label = from;
    int good = -1;
    while (end - from < MAX_DOMAIN) {
      char c = scan.at(end);
      if (Character.isLetterOrDigit(c) || c == '-') {
        end++;
        if (label > from && isTopLevel(scan, label, end)) {
          good = end;
        }
      } else if (c == '.' && end > label && Character.isLetterOrDigit(scan.at(end + 1))) {
        end++;
        label = end;
      } else {
        break;
      }
    }
    return good == end ? good : end > label && good > 0 ? good : -1;
  }

  private static boolean isTopLevel(Scan scan, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = scan.at(i);
      if (!Character.isLetter(c) && !(i > start && (c == '-' || Scan.isDigit(c)))) {
        return false;
      }
    }
    return true;
  }

  private static void handle(Scan scan, int at, Findings findings) {
    boolean token = scan.text().startsWith("token:", at + 1);
    if (!scan.isBreak(at - 1) || scan.at(at - 1) == '@' || token) {
      return;
    }
    int end = at + 1;
    while (end - at <= MAX_HANDLE && isHandle(scan.at(end))) {
      end++;
    }
    while (end > at + 1 && !Character.isLetterOrDigit(scan.at(end - 1))) {
      end--;
    }
    boolean startsWithLetter = Character.isLetter(scan.at(at + 1)) || scan.at(at + 1) == '_';
    if (startsWithLetter && end - at - 1 >= MIN_HANDLE) {
      findings.add(at, end, Rule.HANDLE, key(scan, at, end));
    }
  }

  private static boolean isHandle(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }
}
