package dev.demur.home;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Password hashes: PBKDF2 with HMAC-SHA256, `pbkdf2$iterations$salt$hash` in hex.
///
/// 600,000 iterations are what OWASP's Password Storage Cheat Sheet asks for this function.
public final class Passwords {
  private static final String FUNCTION = "PBKDF2WithHmacSHA256";
  private static final int ITERATIONS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final HexFormat HEX = HexFormat.of();

  private Passwords() {}

  /// A hash with a new salt.
  public static String hash(CharSequence password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    byte[] hash = derive(password, salt, ITERATIONS);
    return "pbkdf2$%d$%s$%s".formatted(ITERATIONS, HEX.formatHex(salt), HEX.formatHex(hash));
  }

  /// Whether the password is the one of the hash; takes the same time either way.
  public static boolean matches(CharSequence password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals("pbkdf2")) {
      return false;
    }
    byte[] derived = derive(password, HEX.parseHex(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(derived, HEX.parseHex(parts[3]));
  }

  private static byte[] derive(CharSequence password, byte[] salt, int iterations) {
    char[] characters = password.toString().toCharArray();
    try {
      return SecretKeyFactory.getInstance(FUNCTION)
          .generateSecret(new PBEKeySpec(characters, salt, iterations, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + FUNCTION, e);
    }
  }
}
