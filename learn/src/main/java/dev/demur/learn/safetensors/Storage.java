package dev.demur.learn.safetensors;

import java.nio.ByteBuffer;

/// How numbers stand in a file. In memory they are always 32-bit floats.
public enum Storage {
  /// IEEE 754 binary32: exact.
  F32(4) {
    @Override
    void put(ByteBuffer buffer, float value) {
      buffer.putFloat(value);
    }

    @Override
    float take(ByteBuffer buffer) {
      return buffer.getFloat();
    }

    @Override
    void take(ByteBuffer buffer, float[] data, int from, int to) {
      buffer.asFloatBuffer().get(data, from, to - from);
    }
  },

  /// The upper half of a binary32, rounded to nearest, ties to even: 8 significant bits.
  BF16(2) {
    @Override
    void put(ByteBuffer buffer, float value) {
      buffer.putShort(Bfloat16.of(value));
    }

    @Override
    float take(ByteBuffer buffer) {
      return Bfloat16.toFloat(buffer.getShort());
    }
  },

  /// IEEE 754 binary16, rounded to nearest, ties to even.
  F16(2) {
    @Override
    void put(ByteBuffer buffer, float value) {
      buffer.putShort(Float.floatToFloat16(value));
    }

    @Override
    float take(ByteBuffer buffer) {
      return Float.float16ToFloat(buffer.getShort());
    }
  };

  private final int bytes;

  Storage(int bytes) {
    this.bytes = bytes;
  }

  /// Bytes of one number.
  public int bytes() {
    return bytes;
  }

  /// Appends one number; the buffer's order is little endian.
  abstract void put(ByteBuffer buffer, float value);

  /// Takes one number off; the buffer's order is little endian.
  abstract float take(ByteBuffer buffer);

  /// Takes numbers off, into `data` from one index up to another.
  void take(ByteBuffer buffer, float[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      data[i] = take(buffer);
    }
  }
}
