package dev.demur.bench.decide;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Measures by the CPU time and the allocations of the measuring thread, on a machine that others
/// use too.
final class CpuMeter {
  private static final int ROUNDS = 3;

  /// Keeps the JIT from dropping what nobody looks at.
  @SuppressWarnings("UnusedVariable") // written, so that the work is not dropped
  private static volatile long sink;

  private CpuMeter() {}

  /// What was measured.
  record Reading(double perSecond, double bytesEach) {}

  /// The best of some rounds, after one to warm up.
  ///
  /// @param operations how many operations one call does
  static Reading measure(LongSupplier work, long operations, Duration each) {
    Reading best = round(work, operations, each);
    for (int i = 0; i < ROUNDS; i++) {
      Reading next = round(work, operations, each);
      best = i == 0 || next.perSecond() > best.perSecond() ? next : best;
    }
    return best;
  }

  private static Reading round(LongSupplier work, long operations, Duration each) {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long until = System.nanoTime() + each.toNanos();
    long allocated = thread.getCurrentThreadAllocatedBytes();
    long cpu = thread.getCurrentThreadCpuTime();
    long done = 0;
    while (System.nanoTime() < until) {
      sink = work.getAsLong();
      done += operations;
    }
    double seconds = (thread.getCurrentThreadCpuTime() - cpu) / 1e9;
    double bytes = thread.getCurrentThreadAllocatedBytes() - allocated;
    return new Reading(done / seconds, bytes / done);
  }
}
