package dev.demur.learn.tensor;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Threads that share out loops.
///
/// The contract that keeps results the same for any number of threads is the caller's: parts of a
/// split write different elements, and each element is computed from start to end inside one part,
/// in an order that does not depend on where the parts begin. Which thread runs which part is left
/// to chance.
///
/// Not thread-safe: one thread splits at a time, and a part must not split again.
public final class Workers implements AutoCloseable {
  /// One part of a loop: the indices `from` (inclusive) to `to` (exclusive).
  @FunctionalInterface
  public interface Part {
    void run(int from, int to);
  }

  private static final int MAX_THREADS = 256;

  /// Parts for each thread, so that a thread that the machine slows down does not hold up the rest.
  private static final int PARTS_PER_THREAD = 4;

  private final int threads;
  private final ExecutorService others;

  private Workers(int threads) {
    this.threads = threads;
    this.others =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            Thread.ofPlatform().daemon().name("demur-worker-", 1).factory());
  }

  /// Workers that use this many threads, the calling one included.
  ///
  /// @param threads 1 to 256
  public static Workers of(int threads) {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new IllegalArgumentException(
          "threads must be 1 to %d, got %d".formatted(MAX_THREADS, threads));
    }
    return new Workers(threads);
  }

  public int threads() {
    return threads;
  }

  /// Runs `part` over the indices 0 to `count`, cut only at multiples of `grain`; returns when all
  /// of it is done. When a part throws, this throws the same.
  public void split(int count, int grain, Part part) {
    if (threads == 1 || count <= grain) {
      part.run(0, count);
      return;
    }
    int wanted = threads * PARTS_PER_THREAD;
    int size = Math.ceilDiv(Math.ceilDiv(count, wanted), grain) * grain;
    share(count, size, part);
  }

  private void share(int count, int size, Part part) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    int helpers = Math.min(threads, Math.ceilDiv(count, size)) - 1;
    CountDownLatch done = new CountDownLatch(helpers);
    for (int helper = 0; helper < helpers; helper++) {
      others.execute(() -> {
        takeParts(next, count, size, part, failure);
        done.countDown();
      });
    }
    takeParts(next, count, size, part, failure);
    awaitAll(done);
    switch (failure.get()) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case Throwable other -> throw new IllegalStateException("a part of a split failed", other);
    }
  }

  /// Takes parts until none is left, or until this thread's part fails.
  private static void takeParts(
      AtomicInteger next,
      int count,
      int size,
      Part part,
      AtomicReference<@Nullable Throwable> failure) {
    try {
      for (int from = next.getAndAdd(size); from < count; from = next.getAndAdd(size)) {
        part.run(from, Math.min(count, from + size));
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    }
  }

  /// Waits without giving up: the parts write into the caller's arrays until they end.
  private static void awaitAll(CountDownLatch done) {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    others.shutdown();
  }
}
