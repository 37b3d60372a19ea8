package dev.demur.learn.safetensors;

/// The 16-bit brain float: sign, 8 bits of exponent, 7 bits of fraction.
public final class Bfloat16 {
  private static final int DROPPED_BITS = 16;
  private static final int JUST_BELOW_HALF = 0x7FFF;
  private static final int QUIET_NAN = 0x40;

  private Bfloat16() {}

  /// The nearest bfloat16; of two equally near ones, that with an even last bit.
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> DROPPED_BITS) | QUIET_NAN);
    }
    int lastKeptBit = (bits >>> DROPPED_BITS) & 1;
    return (short) ((bits + JUST_BELOW_HALF + lastKeptBit) >>> DROPPED_BITS);
  }

  /// The same number as a 32-bit float: exact.
  public static float toFloat(short value) {
    return Float.intBitsToFloat(value << DROPPED_BITS);
  }

  /// What a number becomes when it is stored and read again.
  public static float round(float value) {
    return toFloat(of(value));
  }
}
