package dev.demur.corpus.redact;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Addresses of crypto-currency accounts: Bitcoin with its checksums, Ethereum by its shape.
final class CryptoRecogniser implements Recogniser {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String VERSIONS = "13LMDTA9X";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] BECH32_GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;
  private static final int MAX_LENGTH = 110;
  private static final int MONERO_LENGTH = 95;

  /// Before the first digit 1 of an address: Bitcoin, Litecoin, Cardano, Cosmos and others.
  private static final Set<String> PARTS =
      Set.of(
          "bc",
          "tb",
          "ltc",
          "vtc",
          "addr",
          "cosmos",
          "osmo",
          "terra",
          "bnb",
          "zs",
          "inj",
          "celestia");

  @Override
  public void find(Scan scan, Findings findings) {
    for (int i = 0; i < scan.wordsWithDigits().size(); i++) {
      int word = scan.wordsWithDigits().get(i);
      int length = scan.end(word) - scan.start(word);
      if (length >= 26 && length <= MAX_LENGTH) {
        String text = scan.word(word, false);
        Rule rule = rule(text);
        if (rule != null) {
          findings.add(scan.start(word), scan.end(word), rule, text);
        }
      }
    }
  }

  private static @Nullable Rule rule(String text) {
    if (isEthereum(text)) {
      return Rule.ETHEREUM_ADDRESS;
    }
    if (isMonero(text)) {
      return Rule.MONERO_ADDRESS;
    }
    return isBase58(text) ? Rule.BITCOIN_BASE58 : isBech32(text) ? Rule.BITCOIN_BECH32 : null;
  }

  private static boolean isEthereum(String text) {
    return text.length() == 42
        && text.startsWith("0x")
        && text.chars().skip(2).allMatch(c -> Scan.isHex((char) c));
  }

  private static boolean isMonero(String text) {
    return text.length() == MONERO_LENGTH
        && (text.charAt(0) == '4' || text.charAt(0) == '8')
        && text.chars().allMatch(c -> BASE58.indexOf(c) >= 0);
  }

  /// A version byte, 20 bytes, and the first four bytes of their double SHA-256.
  private static boolean isBase58(String text) {
    boolean shape = text.length() <= 35 && VERSIONS.indexOf(text.charAt(0)) >= 0;
    if (!shape || !text.chars().allMatch(c -> BASE58.indexOf(c) >= 0)) {
      return false;
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = BASE58.indexOf(text.charAt(i));
      value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = new byte[25];
    byte[] magnitude = value.toByteArray();
    int skip = magnitude[0] == 0 ? 1 : 0;
    if (magnitude.length - skip > bytes.length) {
      return false;
    }
    System.arraycopy(
        magnitude, skip, bytes, bytes.length - magnitude.length + skip, magnitude.length - skip);
    byte[] check = sha256(sha256(Arrays.copyOf(bytes, 21)));
    return Arrays.equals(check, 0, 4, bytes, 21, 25);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// BIP 173 and BIP 350.
  private static boolean isBech32(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int separator = lower.indexOf('1');
    if (separator < 0 || !PARTS.contains(lower.substring(0, separator))) {
      return false;
    }
    int checksum = 1;
    for (int i = 0; i < separator; i++) {
      checksum = polymod(checksum, lower.charAt(i) >> 5);
    }
    checksum = polymod(checksum, 0);
    for (int i = 0; i < separator; i++) {
      checksum = polymod(checksum, lower.charAt(i) & 31);
    }
    for (int i = separator + 1; i < lower.length(); i++) {
      int value = BECH32.indexOf(lower.charAt(i));
      if (value < 0) {
        return false;
      }
      checksum = polymod(checksum, value);
    }
    return checksum == 1 || checksum == BECH32M;
  }

  private static int polymod(int checksum, int value) {
    int top = checksum >>> 25;
    int next = ((checksum & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < BECH32_GENERATOR.length; i++) {
      next ^= ((top >> i) & 1) == 1 ? BECH32_GENERATOR[i] : 0;
    }
    return next;
  }
}
