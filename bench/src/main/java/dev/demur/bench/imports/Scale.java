package dev.demur.bench.imports;

import dev.demur.bench.ProcessCpu;

/// How much is measured.
///
/// @param members of the sample network
/// @param warmUpSeconds of CPU, so that compiling is over before anything is measured
/// @param rounds of which the best counts
/// @param megabytes read in each round, at least
record Scale(int members, int warmUpSeconds, int rounds, int megabytes) {
  static final Scale FULL = new Scale(1_500, 20, 3, 100);
  static final Scale SHORT = new Scale(200, 3, 2, 10);

  private static final double MEGABYTE = 1e6;

  /// Megabytes for each second of CPU, the best of some rounds.
  ///
  /// @param bytes that the work reads
  double best(long bytes, Runnable work) {
    double start = ProcessCpu.seconds();
    do {
      work.run();
    } while (ProcessCpu.seconds() - start < warmUpSeconds);
    int times = (int) Math.ceilDiv(megabytes * (long) MEGABYTE, bytes);
    double best = 0;
    for (int i = 0; i < rounds; i++) {
      best = Math.max(best, speed(bytes, times, work));
    }
    return best;
  }

  /// The same, once after one time for warming up.
  double once(long bytes, Runnable work) {
    work.run();
    return speed(bytes, 1, work);
  }

  private static double speed(long bytes, int times, Runnable work) {
    double start = ProcessCpu.seconds();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return times * (bytes / MEGABYTE) / (ProcessCpu.seconds() - start);
  }
}
