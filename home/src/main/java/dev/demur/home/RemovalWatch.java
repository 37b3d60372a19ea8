package dev.demur.home;

import dev.demur.home.RemovalState.Step;
import java.time.Duration;
import java.time.Instant;

/// Tells other processes how far a removal is, in a small file beside its plan: at most twice a
/// second, and at the start of each step.
///
/// The file holds counts only, and goes with the plan. Thread-safe.
final class RemovalWatch implements Progress {
  private static final long PAUSE = Duration.ofMillis(500).toNanos();

  private final Home home;
  private final Progress inner;
  private final JsonFile<Told> file;
  private boolean told;
  private long lastTold;

  /// @param inner who is told everything
  RemovalWatch(Home home, Progress inner) {
    this.home = home;
    this.inner = inner;
    this.file = file(home);
  }

  /// What the file says.
  record Told(Step step, long done, long total, Instant at) {}

  static JsonFile<RemovalPlan> plan(Home home) {
    return new JsonFile<>(home.layout().removal().resolve("plan.json"), RemovalPlan.class);
  }

  static JsonFile<Told> file(Home home) {
    return new JsonFile<>(home.layout().removal().resolve("progress.json"), Told.class);
  }

  /// A step begins.
  synchronized void begin(Step step) {
    told = false;
    write(step, 0, 0);
  }

  @Override
  public void at(String step, long done, long total) {
    inner.at(step, done, total);
    write(step.equals("training") ? Step.TRAINING : Step.INDEXING, done, total);
  }

  private synchronized void write(Step step, long done, long total) {
    long now = System.nanoTime();
    if (!told || now - lastTold >= PAUSE) {
      file.write(new Told(step, done, total, home.clock().instant()));
      told = true;
      lastTold = now;
    }
  }

  /// Before the plan goes: a file without a plan would say nothing.
  void end() {
    file.delete();
  }
}
