package dev.demur.learn.privacy;

import dev.demur.learn.model.CounterRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Draws just half of several things, by seed and name.
public final class Halves {
  private Halves() {}

  /// Half of the things, rounded down, in their natural order.
  public static <T extends Comparable<T>> SortedSet<T> of(List<T> things, long seed, String name) {
    List<T> shuffled = shuffled(things, seed, name);
    return new TreeSet<>(shuffled.subList(0, things.size() / 2));
  }

  /// The things in a random order.
  public static <T> List<T> shuffled(List<T> things, long seed, String name) {
    record Keyed<T>(T thing, long key) {}
    CounterRandom random = CounterRandom.of(seed, name);
    List<Keyed<T>> keyed = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      keyed.add(new Keyed<>(things.get(i), random.bits(i)));
    }
    keyed.sort(Comparator.comparingLong(Keyed::key));
    return keyed.stream().map(Keyed::thing).toList();
  }
}
