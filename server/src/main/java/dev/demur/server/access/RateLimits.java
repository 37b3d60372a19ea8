package dev.demur.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Token buckets, one for each caller: so many at once, refilled at a steady rate. Thread-safe.
final class RateLimits {
  private static final int MAX_CALLERS = 20_000;
  private static final double SECOND = 1e9;

  private final double perSecond;
  private final double burst;
  private final LongSupplier nanoseconds;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_CALLERS;
        }
      };

  private record Bucket(double tokens, long at) {}

  /// @param nanoseconds a clock that only goes forward
  RateLimits(double perSecond, double burst, LongSupplier nanoseconds) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanoseconds = nanoseconds;
  }

  /// Whether the caller may go on now.
  synchronized boolean admits(String caller) {
    long now = nanoseconds.getAsLong();
    Bucket before = buckets.getOrDefault(caller, new Bucket(burst, now));
    double refilled = Math.max(0, now - before.at()) / SECOND * perSecond;
    double tokens = Math.min(burst, before.tokens() + refilled);
    boolean admitted = tokens >= 1;
    buckets.put(caller, new Bucket(admitted ? tokens - 1 : tokens, now));
    return admitted;
  }
}
