package dev.demur.corpus.build;

import dev.demur.corpus.store.BucketTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Works on buckets side by side in threads of this process; memory holds one holder a thread.
public final class LocalEngine implements BuildEngine {
  private final int threads;

  /// @param threads how many to work with, at least 1; changes nothing but the time
  public LocalEngine(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    this.threads = threads;
  }

  @Override
  public void run(List<BucketTask> tasks, Stages stages, Taking each) {
    BucketTask.Stage stage = stages.here();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (BucketTask task : tasks) {
        running.add(workers.submit(() -> each.take(BucketWork.run(task, stage))));
      }
      try {
        for (Future<?> future : running) {
          future.get();
        }
      } catch (ExecutionException e) {
        workers.shutdownNow();
        throw new IllegalStateException("a bucket could not be built", e.getCause());
      } catch (InterruptedException e) {
        workers.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the build was interrupted; run it again", e);
      }
    }
  }
}
