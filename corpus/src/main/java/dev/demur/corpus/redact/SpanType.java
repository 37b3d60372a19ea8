package dev.demur.corpus.redact;

/// What a span of text is, strongest claim first: where two spans overlap, the one of the earlier
/// type stands.
public enum SpanType {
  /// The address of a crypto-currency account.
  CRYPTO,
  /// A password, key or token.
  SECRET,
  /// An address on the web.
  URL,
  EMAIL,
  /// A bank account with valid check digits.
  IBAN,
  /// A payment card number with a known issuer and a valid check digit.
  CREDIT_CARD,
  /// An IPv4 or IPv6 address.
  IP,
  /// A hardware address of a network device.
  MAC,
  /// A number by which a state or an insurer knows a person.
  NATIONAL_ID,
  DATE_OF_BIRTH,
  PHONE,
  /// A street with a house number, and what follows of the postal address.
  ADDRESS,
  /// A name on a social network, behind an at sign.
  HANDLE,
  PERSON
}
