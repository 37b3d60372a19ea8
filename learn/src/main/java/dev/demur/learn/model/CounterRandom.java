package dev.demur.learn.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Random numbers by index: value i of a named stream depends on seed, name and i only, so they can
/// be drawn in any order and nothing has a state.
///
/// The generator is SplitMix64 [1], entered at any point: its i-th output mixes `key + i * gamma`.
/// The key is the first 8 bytes of SHA-256(seed, big-endian, and name, UTF-8).
///
/// [1] Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014,
/// <https://doi.org/10.1145/2660193.2660195>
public final class CounterRandom {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;
  private static final int UNUSED_BITS = 11;

  private final long key;

  private CounterRandom(long key) {
    this.key = key;
  }

  /// The stream of this seed and name.
  public static CounterRandom of(long seed, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] message = ByteBuffer.allocate(Long.BYTES + text.length).putLong(seed).put(text).array();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(message);
      return new CounterRandom(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// 64 random bits.
  public long bits(long index) {
    long z = key + (index + 1) * GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// Even over 0 (inclusive) to 1 (exclusive).
  public double uniform(long index) {
    return (bits(index) >>> UNUSED_BITS) * UNIT;
  }

  /// Normal with mean 0 and variance 1 (Box and Muller).
  public double gaussian(long index) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(2 * index)));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform(2 * index + 1));
  }

  /// Fills an array with `deviation` times normal values, the i-th from index i.
  void fillGaussian(float[] values, double deviation) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (gaussian(i) * deviation);
    }
  }
}
