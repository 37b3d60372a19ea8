package dev.demur.archive;

import dev.demur.archive.text.FrequentTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// What a record's id is the digest of: parts, each as its length in UTF-8 bytes (four bytes,
/// big-endian) and those bytes.
///
/// Used again and again. Not thread-safe.
final class Preimage {
  private static final int ID_BYTES = 16;
  private static final int FIRST_SIZE = 1 << 10;

  /// A larger one is given back, not kept for the next record.
  private static final int MAX_KEPT = 1 << 20;

  private static final int MAX_COMMON = 1000;

  private final MessageDigest sha256 = sha256();
  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  private final FrequentTexts<byte[]> common =
      new FrequentTexts<>(MAX_COMMON, part -> part.getBytes(StandardCharsets.UTF_8));
  private String startHolder = "";
  private String startKind = "";
  private String startEntry = "";
  private int started;

  /// Starts with parts that most preimages start with, and so need not be encoded each time.
  void start(String holder, String kind, String entry) {
    boolean same = startHolder.equals(holder) && startKind.equals(kind) && startEntry.equals(entry);
    if (same && started > 0) {
      length = started;
      return;
    }
    length = 0;
    add(holder);
    add(kind);
    add(entry);
    startHolder = holder;
    startKind = kind;
    startEntry = entry;
    started = length;
  }

  /// A part of which there are few in all records, such as a field's name.
  void addCommon(String part) {
    add(common.get(part));
  }

  void add(String part) {
    add(part.getBytes(StandardCharsets.UTF_8));
  }

  private void add(byte[] utf8) {
    int end = length + Integer.BYTES + utf8.length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    bytes[length] = (byte) (utf8.length >>> 24);
    bytes[length + 1] = (byte) (utf8.length >>> 16);
    bytes[length + 2] = (byte) (utf8.length >>> 8);
    bytes[length + 3] = (byte) utf8.length;
    System.arraycopy(utf8, 0, bytes, length + Integer.BYTES, utf8.length);
    length = end;
  }

  /// The first 16 bytes of SHA-256 over what was added, in hex; the next preimage starts empty.
  String digest() {
    sha256.update(bytes, 0, length);
    byte[] digest = sha256.digest();
    length = 0;
    if (bytes.length > MAX_KEPT) {
      bytes = new byte[FIRST_SIZE];
      started = 0;
    }
    return HexFormat.of().formatHex(digest, 0, ID_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
