package dev.demur.bench.corpus;

import java.time.Duration;

/// Watches how much of the heap is really in use, by collecting it again and again; not for timing.
final class LiveHeap implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(400);

  private final Thread watching;
  private volatile long largest;

  LiveHeap() {
    watching = Thread.ofPlatform().daemon().start(this::watch);
  }

  private void watch() {
    Runtime runtime = Runtime.getRuntime();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        System.gc();
        largest = Math.max(largest, runtime.totalMemory() - runtime.freeMemory());
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      // Closed; nothing is left to do.
    }
  }

  /// In bytes.
  long largest() {
    return largest;
  }

  @Override
  public void close() {
    watching.interrupt();
  }
}
