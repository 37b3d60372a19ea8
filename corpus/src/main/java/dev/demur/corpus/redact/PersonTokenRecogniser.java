package dev.demur.corpus.redact;

/// Tokens that stand for people's ids in stored texts: `@token:` and 32 hexadecimal digits.
final class PersonTokenRecogniser implements Recogniser {
  private static final String PREFIX = "token:";
  private static final int HEX_DIGITS = 32;

  @Override
  public void find(Scan scan, Findings findings) {
    for (int i = 0; i < scan.colons().size(); i++) {
      int start = scan.colons().get(i) + 1 - PREFIX.length();
      int end = scan.colons().get(i) + 1 + HEX_DIGITS;
      if (start >= 0
          && scan.text().startsWith(PREFIX, start)
          && isHex(scan, end - HEX_DIGITS, end)) {
        boolean handle = scan.at(start - 1) == '@';
        String person = scan.text().substring(start, end);
        findings.add(handle ? start - 1 : start, end, Rule.PERSON_TOKEN, person);
      }
    }
  }

  private static boolean isHex(Scan scan, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Scan.isHex(scan.at(at))) {
        return false;
      }
    }
    return scan.isBreak(to);
  }
}
