package dev.demur.bench.train;

import dev.demur.learn.model.Batch;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// Times contestants turn by turn, so that whatever else the machine does in the meantime falls on
/// each of them, and keeps the best turn of each: the least disturbed.
final class Race {
  private final List<Batch> batches;
  private final double warmUpSeconds;
  private final double turnSeconds;
  private final int turns;

  /// @param warmUpSeconds of CPU, of each contestant
  /// @param turnSeconds of CPU, of each turn
  /// @param turns of each contestant
  Race(List<Batch> batches, double warmUpSeconds, double turnSeconds, int turns) {
    this.batches = List.copyOf(batches);
    this.warmUpSeconds = warmUpSeconds;
    this.turnSeconds = turnSeconds;
    this.turns = turns;
  }

  /// What one contestant did at best.
  ///
  /// @param perCpuSecond tokens for each second of CPU of the calling thread
  /// @param perSecond tokens a second
  record Result(double perCpuSecond, double perSecond) {
    Result best(Result other) {
      return new Result(
          Math.max(perCpuSecond, other.perCpuSecond), Math.max(perSecond, other.perSecond));
    }
  }

  /// Warms everybody up, and lets them take turns.
  ///
  /// @return in the order of the contestants
  List<Result> run(List<Contestant> contestants) {
    contestants.forEach(each -> turn(each, warmUpSeconds));
    List<Result> results = new ArrayList<>();
    contestants.forEach(each -> results.add(turn(each, turnSeconds)));
    for (int i = 1; i < turns; i++) {
      for (int who = 0; who < contestants.size(); who++) {
        results.set(who, results.get(who).best(turn(contestants.get(who), turnSeconds)));
      }
    }
    return results;
  }

  private Result turn(Contestant contestant, double seconds) {
    long tokens = 0;
    long cpu = cpuNanos();
    long start = System.nanoTime();
    double used = 0;
    for (int i = 0; used < seconds; i++) {
      Batch batch = batches.get(i % batches.size());
      contestant.step(batch);
      tokens += batch.size();
      used = (cpuNanos() - cpu) / 1e9;
    }
    return new Result(tokens / used, tokens * 1e9 / (System.nanoTime() - start));
  }

  /// CPU time of the calling thread.
  static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
