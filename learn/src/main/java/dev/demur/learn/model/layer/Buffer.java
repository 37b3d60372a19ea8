package dev.demur.learn.model.layer;

/// An array that is kept between steps and grows when a larger batch comes.
final class Buffer {
  private float[] data = new float[0];

  /// An array of at least `size` values, of whatever was there last.
  float[] room(int size) {
    if (data.length < size) {
      data = new float[size];
    }
    return data;
  }

  /// What `room` gave last.
  float[] data() {
    return data;
  }
}
