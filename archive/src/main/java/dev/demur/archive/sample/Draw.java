package dev.demur.archive.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A stream of choices that depends on a key alone, so that it can be drawn again anywhere.
///
/// A child's key is made from its parent's key and a label, not from what the parent has drawn:
/// adding a choice in one place moves no choice in another.
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long key;
  private final SplittableRandom random;

  private Draw(long key) {
    this.key = key;
    this.random = new SplittableRandom(key);
  }

  static Draw of(long seed) {
    return new Draw(mix(seed ^ GOLDEN));
  }

  Draw child(String label, long... numbers) {
    long child = key;
    for (int i = 0; i < label.length(); i++) {
      child = mix(child * 31 + label.charAt(i));
    }
    for (long number : numbers) {
      child = mix(child ^ mix(number + GOLDEN));
    }
    return new Draw(child);
  }

  /// 0 to `bound - 1`.
  int below(int bound) {
    return random.nextInt(bound);
  }

  /// `low` to `high`, both included.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  long between(long low, long high) {
    return low + random.nextLong(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// 0 (included) to 1 (excluded).
  double unit() {
    return random.nextDouble();
  }

  long bits() {
    return random.nextLong();
  }

  /// A Pareto variate: at least `least`, heavier in the tail the smaller `alpha` is.
  double pareto(double least, double alpha) {
    return least / StrictMath.pow(1 - random.nextDouble(), 1 / alpha);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /// One of the choices, the first about twice as likely as the second, and so on.
  <T> T pickEarly(List<T> choices) {
    int at = 0;
    while (at < choices.size() - 1 && random.nextInt(5) < 3) {
      at++;
    }
    return choices.get(at);
  }

  /// All of the choices in a new order.
  <T> List<T> shuffled(List<T> choices) {
    var order = new ArrayList<T>(choices);
    for (int i = order.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      T kept = order.get(i);
      order.set(i, order.get(other));
      order.set(other, kept);
    }
    return order;
  }

  /// Up to `count` different choices.
  <T> List<T> some(List<T> choices, int count) {
    return shuffled(choices).subList(0, Math.min(count, choices.size()));
  }

  /// The finaliser of SplitMix64.
  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
