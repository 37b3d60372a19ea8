package dev.demur.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Computes one answer for each thing on some threads, and hands them on in the things' order.
final class Parallel {
  private Parallel() {}

  /// @param take called on the calling thread, one after another
  static <T, R> void each(
      Collection<T> things, int threads, Function<T, R> compute, BiConsumer<T, R> take) {
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
      List<Future<R>> answers = new ArrayList<>();
      for (T thing : things) {
        answers.add(pool.submit(() -> compute.apply(thing)));
      }
      int next = 0;
      for (T thing : things) {
        take.accept(thing, get(answers.get(next++)));
      }
    }
  }

  private static <R> R get(Future<R> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while deriving", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "deriving failed: " + e.getCause(), e.getCause() == null ? e : e.getCause());
    }
  }
}
