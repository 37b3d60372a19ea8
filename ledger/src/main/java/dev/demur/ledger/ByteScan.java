package dev.demur.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Looks for byte strings of [Sealing#SECRET_BYTES] in a file, in one pass over it.
final class ByteScan {
  private static final int LENGTH = Sealing.SECRET_BYTES;
  private static final int BUFFER = 1 << 20;
  private static final int BASE = 257;

  private ByteScan() {}

  /// Whether any of the needles stands anywhere in the file; false when there is no such file.
  static boolean contains(Path file, List<byte[]> needles) {
    if (!Files.exists(file)) {
      return false;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return contains(in, needles);
    } catch (IOException e) {
      throw new LedgerException("cannot read " + file + " to see that nothing is left in it", e);
    }
  }

  /// Rolling hash over a ring of the last bytes (Rabin and Karp), so that all needles cost one
  /// pass.
  private static boolean contains(InputStream in, List<byte[]> needles) throws IOException {
    Set<String> wanted = new HashSet<>();
    Set<Integer> hashes = new HashSet<>();
    for (byte[] needle : needles) {
      wanted.add(HexFormat.of().formatHex(needle));
      hashes.add(hash(needle));
    }
    byte[] ring = new byte[LENGTH];
    int leading = leading();
    int hash = 0;
    int read;
    for (long at = 0; (read = in.read()) >= 0; at++) {
      int slot = (int) (at % LENGTH);
      hash = (hash - ring[slot] * leading) * BASE + (byte) read;
      ring[slot] = (byte) read;
      if (hashes.contains(hash) && wanted.contains(unrolled(ring, slot + 1))) {
        return true;
      }
    }
    return false;
  }

  private static int hash(byte[] bytes) {
    int hash = 0;
    for (byte each : bytes) {
      hash = hash * BASE + each;
    }
    return hash;
  }

  /// What the oldest byte of the ring has been multiplied by.
  private static int leading() {
    int power = 1;
    for (int i = 1; i < LENGTH; i++) {
      power *= BASE;
    }
    return power;
  }

  private static String unrolled(byte[] ring, int start) {
    byte[] window = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      window[i] = ring[(start + i) % LENGTH];
    }
    return HexFormat.of().formatHex(window);
  }
}
