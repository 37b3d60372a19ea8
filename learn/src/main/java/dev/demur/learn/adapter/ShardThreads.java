package dev.demur.learn.adapter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Shares shards out among threads. Each shard is worked on by one thread from start to end, so the
/// number of threads cannot be seen in the result.
final class ShardThreads {
  private static final int MAX_THREADS = 256;

  private ShardThreads() {}

  /// Works on one shard at a time, on one thread.
  interface Worker extends AutoCloseable {
    void run(int shard) throws IOException;

    @Override
    void close();
  }

  /// Makes the worker of a thread.
  @FunctionalInterface
  interface WorkerMaker {
    Worker make(Stop stop);
  }

  /// Whether another thread has failed.
  static final class Stop {
    private final AtomicBoolean stopped = new AtomicBoolean();

    /// Ends the calling thread's work when another one has failed.
    void check() {
      if (stopped.get()) {
        throw new CancellationException("another shard failed");
      }
    }
  }

  /// Works on all shards. When one fails, the others stop at their next slice, and the failure
  /// reaches the caller as it was.
  static void run(Collection<Integer> shards, int threads, WorkerMaker maker) throws IOException {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new IllegalArgumentException(
          "threads must be 1 to %d, got %d".formatted(MAX_THREADS, threads));
    }
    ConcurrentLinkedQueue<Integer> waiting = new ConcurrentLinkedQueue<>(shards);
    Stop stop = new Stop();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("demur-shard-", 1).factory())) {
      for (int i = 0; i < Math.min(threads, shards.size()); i++) {
        running.add(
            executor.submit(() -> {
              takeShards(waiting, stop, maker);
              return null;
            }));
      }
    }
    rethrow(running);
  }

  private static void takeShards(
      ConcurrentLinkedQueue<Integer> waiting, Stop stop, WorkerMaker maker) throws IOException {
    boolean done = false;
    try (Worker worker = maker.make(stop)) {
      for (Integer shard = waiting.poll(); shard != null; shard = waiting.poll()) {
        stop.check();
        worker.run(shard);
      }
      done = true;
    } finally {
      if (!done) {
        stop.stopped.set(true);
      }
    }
  }

  private static void rethrow(List<Future<?>> finished) throws IOException {
    Throwable failure = null;
    for (Future<?> future : finished) {
      try {
        future.get();
      } catch (ExecutionException e) {
        if (failure == null || failure instanceof CancellationException) {
          failure = e.getCause();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for shards; make again to go on", e);
      }
    }
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException("a shard failed", failure);
    }
  }
}
