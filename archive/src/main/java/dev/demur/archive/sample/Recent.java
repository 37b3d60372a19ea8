package dev.demur.archive.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/// Maps that keep what was asked for last, so that memory does not grow with the network.
final class Recent {
  private Recent() {}

  static <K, V> Map<K, V> map(int limit) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
      }
    };
  }
}
