package dev.demur.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long requests took. Thread-safe.
public final class Latencies {
  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

  /// Counts one request.
  ///
  /// @param each how long it took, in nanoseconds
  public void add(long each) {
    nanos.add(each);
  }

  /// All so far, apart; this one begins again.
  public Latencies takeAll() {
    Latencies taken = new Latencies();
    synchronized (nanos) {
      taken.nanos.addAll(nanos);
      nanos.clear();
    }
    return taken;
  }

  public int count() {
    return nanos.size();
  }

  /// The time within which a share of the requests was answered, in milliseconds.
  ///
  /// @param share 0 to 1; 0.5 is the median
  public double millis(double share) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int at = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, at)) / 1e6;
  }
}
