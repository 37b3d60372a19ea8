package dev.demur.home;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The home's secret: decides which shard and slice a member is in, and hides people's ids.
///
/// 32 bytes, as 64 hex digits in `keys/assignment.key`: random, or the SHA-256 of a file that the
/// operator gives. Each purpose uses a key of its own, derived with HMAC-SHA256, so that none tells
/// of another.
final class AssignmentKey {
  private static final int BYTES = 32;
  private static final int MIN_FILE_BYTES = 16;

  private final byte[] secret;

  private AssignmentKey(byte[] secret) {
    this.secret = secret;
  }

  /// The home's key; made on the first call.
  ///
  /// @param given a file of at least 16 bytes; must be the one the home was made with
  static AssignmentKey in(Path file, Optional<Path> given) {
    try {
      Optional<AssignmentKey> wanted = given.map(AssignmentKey::of);
      if (Files.exists(file)) {
        var key = new AssignmentKey(HexFormat.of().parseHex(Files.readString(file).strip()));
        wanted.ifPresent(other -> key.requireSame(other, file));
        return key;
      }
      AssignmentKey key = wanted.orElseGet(AssignmentKey::random);
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.writeString(file, HexFormat.of().formatHex(key.secret) + "\n");
      restrict(file);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make the assignment key " + file, e);
    }
  }

  private static AssignmentKey random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return new AssignmentKey(secret);
  }

  private static AssignmentKey of(Path given) {
    try {
      byte[] bytes = Files.readAllBytes(given);
      if (bytes.length < MIN_FILE_BYTES) {
        throw new InputRefused(
            "%s: a key file must have at least %d bytes, got %d"
                .formatted(given, MIN_FILE_BYTES, bytes.length));
      }
      return new AssignmentKey(HexFormat.of().parseHex(Sha256.of(bytes)));
    } catch (IOException e) {
      throw new InputRefused(given + ": the key file cannot be read", e);
    }
  }

  private static void restrict(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private void requireSame(AssignmentKey other, Path file) {
    if (!java.security.MessageDigest.isEqual(secret, other.secret)) {
      throw new InputRefused(
          "the key given is not the one this home was made with (%s); another key needs another home"
              .formatted(file));
    }
  }

  /// The key for one purpose: `HMAC-SHA256(secret, purpose)`.
  byte[] forPurpose(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}
