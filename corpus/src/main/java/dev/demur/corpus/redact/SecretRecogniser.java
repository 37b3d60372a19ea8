package dev.demur.corpus.redact;

import java.util.List;

/// Keys and tokens, by their issuers' prefixes or by looking random, and passwords after the word.
final class SecretRecogniser implements Recogniser {
  private static final int MAX_RUN = 4096;
  private static final int MIN_PREFIXED = Scan.LONG_WORD;
  private static final int MIN_RANDOM = 32;
  private static final int MIN_DOTTED = 50;
  private static final int MIN_PIECE = 24;
  private static final int MAX_PREFIX = 8;
  private static final int MIN_PASSWORD = 4;
  private static final int MAX_PASSWORD = 128;
  private static final int MAX_KEY_BLOCK = 16_384;
  private static final String BEGIN = "-----BEGIN ";
  private static final String PERSON = "token:";
  private static final String END = "-----END ";
  private static final List<String> PREFIXES =
      List.of(
          "sk-",
          "sk_live_",
          "sk_test_",
          "pk_live_",
          "pk_test_",
          "rk_live_",
          "whsec_",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "glpat-",
          "xoxb-",
          "xoxp-",
          "xoxa-",
          "xoxs-",
          "xapp-",
          "AKIA",
          "ASIA",
          "AIza",
          "ya29.",
          "eyJ",
          "npm_",
          "pypi-",
          "hf_",
          "SG.",
          "shpat_",
          "dop_v1_",
          "EAAC",
          "EAAG",
          "sq0atp-",
          "sq0csp-",
          "lin_api_",
          "ATATT",
          "dapi",
          "hvs.",
          "hvb.",
          "glsa_",
          "glc_",
          "gsk_",
          "ntn_",
          "secret_",
          "xai-",
          "r8_",
          "dckr_pat_",
          "PMAK-",
          "shpss_",
          "shpca_",
          "sq0idp-",
          "key-",
          "nvapi-",
          "fo1_",
          "rubygems_",
          "figd_");
  private static final WordSet NAMES =
      new WordSet(
          "password passwort passwd pwd passcode passphrase pin kennwort contrasena senha wachtwoord"
              + " passe clave losenord adgangskode passord salasana jelszo heslo"
              + " haslo apikey secret secretkey accesskey accesstoken authtoken bearer token key");

  private static final WordSet IS = new WordSet("is was ist war lautet es est era");
  private static final long BEARER = Fold.hash("bearer");

  @Override
  public void find(Scan scan, Findings findings) {
    int done = 0;
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      if (scan.start(word) >= done) {
        done = run(scan, scan.start(word), done, findings);
      }
    }
    for (int i = 0; i < scan.longWords().size(); i++) {
      int word = scan.longWords().get(i);
      if (isPrefixed(scan.word(word, false))) {
        findings.add(scan.start(word), scan.end(word), Rule.SECRET_PREFIX, scan.word(word, false));
      }
    }
    for (int word = 0; word < scan.words(); word++) {
      if (NAMES.contains(scan.hash(word))) {
        named(scan, word, findings);
      }
    }
    keyBlocks(scan, findings);
  }

  /// Looks at the run of characters around a place; returns where it ends.
  private static int run(Scan scan, int from, int notBefore, Findings findings) {
    int start = from;
    while (start > notBefore && from - start < MAX_RUN && isToken(scan.at(start - 1))) {
      start--;
    }
    int end = from;
    while (end - from < MAX_RUN && isToken(scan.at(end))) {
      end++;
    }
    if (end - start >= MIN_PREFIXED) {
      String run = scan.text().substring(start, end);
      if (isPrefixed(run) || isDotted(scan, start, end)) {
        findings.add(start, end, Rule.SECRET_PREFIX, run);
      } else {
        randomPieces(scan, start, end, findings);
      }
    }
    return end;
  }

  private static boolean isToken(char c) {
    return Scan.isAsciiLetter(c) || Scan.isDigit(c) || "_-.+/=~".indexOf(c) >= 0;
  }

  private static boolean isPrefixed(String run) {
    for (String prefix : PREFIXES) {
      if (run.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static void randomPieces(Scan scan, int start, int end, Findings findings) {
    int piece = start;
    for (int at = start; at <= end; at++) {
      char c = scan.at(at);
      if (at == end || c == '.' || c == '/' || c == '=') {
        if (at - piece >= MIN_RANDOM && looksRandom(scan, piece, at) && !isPerson(scan, piece)) {
          findings.add(piece, at, Rule.SECRET_RANDOM, scan.text().substring(piece, at));
        }
        piece = at + 1;
      }
    }
  }

  /// Three pieces with dots between, a long one of them random, as signed tokens have them.
  private static boolean isDotted(Scan scan, int start, int end) {
    int dots = 0;
    boolean random = false;
    int piece = start;
    for (int at = start; at <= end && end - start >= MIN_DOTTED; at++) {
      char c = at < end ? scan.at(at) : '.';
      if (c == '/') {
        return false;
      }
      if (c == '.') {
        dots++;
        random |= at - piece >= MIN_PIECE && looksRandom(scan, piece, at);
        piece = at + 1;
      }
    }
    return dots == 3 && random;
  }

  private static boolean isPerson(Scan scan, int piece) {
    return scan.text().startsWith(PERSON, piece - PERSON.length());
  }

  /// Hexadecimal digits only, or capitals, small letters and digits well mixed.
  private static boolean looksRandom(Scan scan, int start, int end) {
    int digits = 0;
    int capitals = 0;
    int small = 0;
    int hex = 0;
    int hexTail = 0;
    int changes = 0;
    int before = -1;
    for (int at = start; at < end; at++) {
      char c = scan.at(at);
      int kind = Scan.isDigit(c) ? 0 : c >= 'A' && c <= 'Z' ? 1 : c >= 'a' && c <= 'z' ? 2 : 3;
      digits += kind == 0 ? 1 : 0;
      capitals += kind == 1 ? 1 : 0;
      small += kind == 2 ? 1 : 0;
      hex += Scan.isHex(c) ? 1 : 0;
      hexTail = Scan.isHex(c) ? hexTail + 1 : 0;
      changes += kind == before ? 0 : 1;
      before = kind;
    }
    int length = end - start;
    // A short prefix of the issuer's may stand before hexadecimal digits.
    boolean tail = hexTail >= MIN_RANDOM && length - hexTail <= MAX_PREFIX;
    boolean allHex = (hex == length || tail) && digits > 0 && digits < length;
    boolean mixed = digits >= 3 && capitals >= 3 && small >= 3 && changes * 3 >= length;
    return allHex || mixed;
  }

  /// `password: hunter2`, `api_key=…`, `my password is hunter2`.
  private static void named(Scan scan, int word, Findings findings) {
    int at = skipSpaces(scan, scan.end(word));
    boolean sign = scan.at(at) == ':' || scan.at(at) == '=';
    boolean is =
        !sign && word + 1 < scan.words() && scan.start(word + 1) == at && isIs(scan, word + 1);
    boolean bearer = !sign && !is && scan.hash(word) == BEARER;
    if ((!sign && !is && !bearer) || isPerson(scan, at + 1)) {
      return;
    }
    int start = bearer ? at : skipSpaces(scan, sign ? at + 1 : scan.end(word + 1));
    start = scan.at(start) == ':' ? skipSpaces(scan, start + 1) : start;
    start += scan.at(start) == '"' || scan.at(start) == '\'' ? 1 : 0;
    int end = start;
    while (end - start < MAX_PASSWORD
        && !Character.isWhitespace(scan.at(end))
        && "\"'<>,;".indexOf(scan.at(end)) < 0) {
      end++;
    }
    while (end > start && ".)".indexOf(scan.at(end - 1)) >= 0) {
      end--;
    }
    int least = bearer ? MIN_PREFIXED : MIN_PASSWORD;
    if (end - start >= least && isSecretLike(scan, start, end)) {
      findings.add(start, end, Rule.SECRET_NAMED, scan.text().substring(start, end));
    }
  }

  private static boolean isIs(Scan scan, int word) {
    return IS.contains(scan.hash(word));
  }

  private static int skipSpaces(Scan scan, int from) {
    int at = from;
    while (at - from < 3 && at < scan.text().length() && scan.at(at) == ' ') {
      at++;
    }
    return at;
  }

  /// A digit or a sign inside: a plain word after the colon is an explanation, not a password.
  private static boolean isSecretLike(Scan scan, int start, int end) {
    for (int at = start; at < end; at++) {
      char c = scan.at(at);
      if (Scan.isDigit(c) || "!#$%&*+=?@^_~|".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void keyBlocks(Scan scan, Findings findings) {
    String text = scan.text();
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int limit = Math.min(text.length(), begin + MAX_KEY_BLOCK);
      int ends = text.indexOf(END, begin, limit);
      int closed =
          ends < 0
              ? -1
              : text.indexOf("-----", ends + END.length(), Math.min(text.length(), ends + 64));
      int end = closed < 0 ? limit : closed + 5;
      boolean isPrivate =
          text.indexOf("PRIVATE KEY", begin, Math.min(text.length(), begin + 64)) > 0;
      if (isPrivate) {
        findings.add(begin, end, Rule.SECRET_KEY_BLOCK, text.substring(begin, end));
      }
      begin = text.indexOf(BEGIN, isPrivate ? end : begin + BEGIN.length());
    }
  }
}
