package dev.demur.corpus.redact;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// International bank account numbers: a country's length and valid check digits.
final class IbanRecogniser implements Recogniser {
  private static final Map<String, Integer> LENGTHS = lengths();
  private static final int MAX_LENGTH = 34;

  /// From the IBAN registry (ISO 13616).
  private static Map<String, Integer> lengths() {
    String registry =
        "NO15 BE16 DK18 FI18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20 CH21"
            + " CR22 DE22 GB22 GE22 HR21 IE22 LI21 LV21 ME22 RS22 VA22 BG22 BH22 AE23 GI23 IL23 IQ23"
            + " OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 DZ26 PT25 ST25"
            + " LY25 AO25 CV25 MZ25 IS26 TR26 FR27 GR27 IT27 MC27 MR27 SM27 BI27 DJ27 AL28 AZ28 BY28"
            + " CY28 DO28 GT28 HU28 LB28 NI28 PL28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 LC32 SC31"
            + " MT31 RU33 MG27 CI28 SN28 BJ28 ML28 BF28 CM27 CF27 TD27 CG27 GA27 GW25 KM27 NE28 TG28"
            + " IR26 MA28";
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : List.of(registry.split(" ", -1))) {
      lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
    return Map.copyOf(lengths);
  }

  @Override
  public void find(Scan scan, Findings findings) {
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      if (startsLikeIban(scan, word)) {
        iban(scan, word, findings);
      }
    }
  }

  private static boolean startsLikeIban(Scan scan, int word) {
    int start = scan.start(word);
    return scan.end(word) - start >= 4
        && Scan.isAsciiLetter(scan.at(start))
        && Scan.isAsciiLetter(scan.at(start + 1))
        && Scan.isDigit(scan.at(start + 2))
        && Scan.isDigit(scan.at(start + 3));
  }

  private static void iban(Scan scan, int word, Findings findings) {
    Groups groups = new Groups(scan, word);
    String country = groups.joined().substring(0, 2).toUpperCase(Locale.ROOT);
    int wanted = LENGTHS.getOrDefault(country, MAX_LENGTH + 1);
    while (groups.length() < wanted && wanted <= MAX_LENGTH && groups.grow()) {
      // Growing is the work.
    }
    if (groups.length() == wanted && groups.isAlphanumeric() && CheckDigits.iban(groups.joined())) {
      String key = groups.joined().toUpperCase(Locale.ROOT);
      findings.add(scan.start(word), groups.end(), Rule.IBAN, key);
    }
  }
}
