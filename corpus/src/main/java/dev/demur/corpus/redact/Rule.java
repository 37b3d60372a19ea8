package dev.demur.corpus.redact;

import java.util.Locale;

/// Why a span was redacted: what was seen, and what it was checked by.
public enum Rule {
  ETHEREUM_ADDRESS(SpanType.CRYPTO, "0x and 40 hexadecimal digits", "length and alphabet"),
  BITCOIN_BASE58(SpanType.CRYPTO, "a Base58 address", "four bytes of a double SHA-256"),
  BITCOIN_BECH32(SpanType.CRYPTO, "a Bech32 address", "checksum of BIP 173 or BIP 350"),
  MONERO_ADDRESS(SpanType.CRYPTO, "4 or 8 and 94 characters of Base58", "length and alphabet"),
  SECRET_PREFIX(SpanType.SECRET, "an issuer's prefix of keys", "at least 16 characters"),
  SECRET_RANDOM(SpanType.SECRET, "a long run without words", "32 characters, hexadecimal or mixed"),
  SECRET_NAMED(SpanType.SECRET, "a word such as password before it", "a digit or a sign in it"),
  SECRET_KEY_BLOCK(SpanType.SECRET, "a block of a private key", "its first and last line"),
  URL_WITH_SCHEME(SpanType.URL, "a scheme and ://", "characters of an address behind it"),
  URL_WITHOUT_SCHEME(SpanType.URL, "www. or a known network's host", "a path behind the host"),
  IBAN(SpanType.IBAN, "two letters, two digits, groups", "ISO 13616 length, ISO 7064 mod 97-10"),
  PAYMENT_CARD(
      SpanType.CREDIT_CARD, "12 to 19 digits, in groups or not", "ISO/IEC 7812 issuer, Luhn"),
  IPV4(SpanType.IP, "four numbers with dots", "each at most 255"),
  IPV6(SpanType.IP, "hexadecimal groups with colons", "eight groups, or one gap"),
  MAC(SpanType.MAC, "six pairs of hexadecimal digits", "one separator throughout"),
  US_SSN(
      SpanType.NATIONAL_ID, "nine digits as AAA-GG-SSSS, or named", "no area 000 or 666, no zeros"),
  UK_NINO(
      SpanType.NATIONAL_ID, "two letters, six digits, a letter", "prefixes and suffixes in use"),
  ES_DNI(SpanType.NATIONAL_ID, "eight digits and a letter, or NIE", "letter by modulo 23"),
  NL_BSN(SpanType.NATIONAL_ID, "nine digits near a word for ids", "weights, modulo 11"),
  DE_TAX_ID(SpanType.NATIONAL_ID, "eleven digits near a word for ids", "ISO 7064 mod 11,10"),
  PL_PESEL(SpanType.NATIONAL_ID, "eleven digits near a word for ids", "weights, modulo 10"),
  CH_AHV(SpanType.NATIONAL_ID, "thirteen digits from 756", "check digit of EAN-13"),
  FR_NIR(SpanType.NATIONAL_ID, "fifteen digits, Corsica's letters", "key by modulo 97"),
  IT_CODICE_FISCALE(
      SpanType.NATIONAL_ID, "sixteen letters and digits", "shape, month, check letter"),
  NAMED_ID(SpanType.NATIONAL_ID, "a word for ids before it", "6 to 20 characters, five digits"),
  DATE_OF_BIRTH(
      SpanType.DATE_OF_BIRTH, "a date near a word for birth", "day, month and year exist"),
  PHONE_INTERNATIONAL(SpanType.PHONE, "a plus or 00 and digits", "possible by libphonenumber"),
  PHONE_NAMED(
      SpanType.PHONE, "digits near a word for telephones", "6 to 15 digits, no date, no sum"),
  PHONE_NATIONAL(
      SpanType.PHONE, "digits grouped as in some country", "valid there by libphonenumber"),
  POSTAL_ADDRESS(SpanType.ADDRESS, "a house number and a street", "a word or ending for streets"),
  EMAIL(SpanType.EMAIL, "an at sign between name and host", "a top level of letters"),
  HANDLE(SpanType.HANDLE, "an at sign before a name", "2 to 40 characters, no host"),
  PERSON_TOKEN(SpanType.PERSON, "a stored token of a person", "32 hexadecimal digits"),
  KNOWN_PERSON(
      SpanType.PERSON,
      "a name the author's records know, or an objector's",
      "its words, by context where they are words as well"),
  STRANGER(
      SpanType.PERSON,
      "a common given name or a title, and capitals",
      "public list of given names");

  private final SpanType type;
  private final String seen;
  private final String checkedBy;

  Rule(SpanType type, String seen, String checkedBy) {
    this.type = type;
    this.seen = seen;
    this.checkedBy = checkedBy;
  }

  /// What it says a span is.
  public SpanType type() {
    return type;
  }

  /// What the rule looks for.
  public String seen() {
    return seen;
  }

  /// What decides whether it is one.
  public String checkedBy() {
    return checkedBy;
  }

  /// As files name it, e.g. `payment-card`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
