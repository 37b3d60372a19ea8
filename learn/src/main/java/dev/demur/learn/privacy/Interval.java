package dev.demur.learn.privacy;

/// A confidence interval, ends included.
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "an interval goes from low to high, got %s to %s".formatted(low, high));
    }
  }
}
