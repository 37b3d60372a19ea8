package dev.demur.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks for random byte strings in a file, in one pass over it however many they are.
///
/// They are told apart by their first four bytes; as they are random, comparing the rest is rare.
final class ByteScan {
  private static final int BUFFER = 1 << 20;
  private static final int PREFIX = Integer.BYTES;

  private ByteScan() {}

  /// Whether any of the needles, each of [Sealing#SECRET_BYTES], stands anywhere in the file; false
  /// when there is no such file.
  static boolean contains(Path file, List<byte[]> needles) {
    if (!Files.exists(file)) {
      return false;
    }
    Map<Integer, List<byte[]>> byPrefix = new HashMap<>();
    for (byte[] needle : needles) {
      int prefix = prefix(needle, 0);
      byPrefix.computeIfAbsent(prefix, key -> new java.util.ArrayList<>()).add(needle);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return contains(in, byPrefix);
    } catch (IOException e) {
      throw new LedgerException("cannot read " + file + " to see that nothing is left in it", e);
    }
  }

  private static boolean contains(InputStream in, Map<Integer, List<byte[]>> byPrefix)
      throws IOException {
    byte[] window = new byte[BUFFER];
    int kept = 0;
    int read;
    while ((read = in.readNBytes(window, kept, BUFFER - kept)) > 0) {
      int end = kept + read;
      if (anyIn(window, end, byPrefix)) {
        return true;
      }
      kept = Math.min(end, Sealing.SECRET_BYTES - 1);
      System.arraycopy(window, end - kept, window, 0, kept);
    }
    return false;
  }

  private static boolean anyIn(byte[] window, int end, Map<Integer, List<byte[]>> byPrefix) {
    for (int at = 0; at + Sealing.SECRET_BYTES <= end; at++) {
      List<byte[]> candidates = byPrefix.get(prefix(window, at));
      if (candidates != null && matches(window, at, candidates)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] window, int at, List<byte[]> candidates) {
    int end = at + Sealing.SECRET_BYTES;
    return candidates.stream()
        .anyMatch(needle -> Arrays.equals(window, at, end, needle, 0, needle.length));
  }

  private static int prefix(byte[] bytes, int at) {
    int prefix = 0;
    for (int i = 0; i < PREFIX; i++) {
      prefix = (prefix << Byte.SIZE) | (bytes[at + i] & 0xff);
    }
    return prefix;
  }
}
