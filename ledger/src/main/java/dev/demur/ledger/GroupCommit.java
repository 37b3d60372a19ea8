package dev.demur.ledger;

import dev.demur.ledger.log.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets many threads append durably at the price of few commits.
///
/// One thread writes. While it waits for the disk, appends gather; the next transaction takes all
/// of them. An append returns when the transaction that holds it is committed. Thread-safe.
final class GroupCommit implements AutoCloseable {
  private static final int MAX_WAITING = 10_000;
  private static final int MAX_ENTRIES = 1_000;

  /// How long an append may wait for others to share its commit.
  private static final Duration GATHERING = Duration.ofMillis(10);

  private final Writer writer;
  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Object lifecycle = new Object();
  private @Nullable Thread thread;
  private boolean closed;

  /// How many appends the last commit had; the writing thread's own.
  private int together;

  GroupCommit(Writer writer) {
    this.writer = writer;
  }

  private sealed interface Job {
    /// Drafts that are written together or not at all.
    record Append(List<Draft> drafts, CompletableFuture<List<Receipt>> answer) implements Job {}

    /// Work with a transaction of its own.
    record Alone(Runnable work) implements Job {}

    /// The last job.
    record Stop() implements Job {}
  }

  List<Receipt> append(List<Draft> drafts) {
    CompletableFuture<List<Receipt>> answer = new CompletableFuture<>();
    submit(new Job.Append(drafts, answer));
    return await(answer);
  }

  /// Runs work in a transaction of its own, between the appends.
  <T> T alone(Function<Batch, T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    submit(new Job.Alone(() -> complete(answer, work)));
    return await(answer);
  }

  private <T> void complete(CompletableFuture<T> answer, Function<Batch, T> work) {
    try {
      answer.complete(writer.transaction(work));
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void submit(Job job) {
    synchronized (lifecycle) {
      if (closed) {
        throw new IllegalStateException("the ledger is closed");
      }
      if (thread == null) {
        thread = Thread.ofPlatform().daemon().name("demur-ledger-writer").start(this::run);
      }
      put(job);
    }
  }

  /// Under the lock, so that no job can come after the last one; the writing thread never takes it.
  private void put(Job job) {
    try {
      queue.put(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted before anything was written", e);
    }
  }

  private void run() {
    while (true) {
      List<Job.Append> appends = new ArrayList<>();
      Job after = gather(appends);
      write(appends);
      switch (after) {
        case Job.Alone(var work) -> work.run();
        case Job.Stop() -> {
          return;
        }
        case Job.Append _ -> {}
      }
    }
  }

  /// Collects what waits; returns the job that ended the collection, already collected if an
  /// append.
  ///
  /// A commit costs the same for one append as for many. So, when several came together last time,
  /// it waits a moment for more.
  private Job gather(List<Job.Append> appends) {
    int entries = 0;
    Job job = take();
    long until = System.nanoTime() + GATHERING.toNanos();
    while (job instanceof Job.Append append) {
      appends.add(append);
      entries += append.drafts().size();
      Job next = entries < MAX_ENTRIES ? next(together > 1, until) : null;
      if (next == null) {
        break;
      }
      job = next;
    }
    together = appends.size();
    return job;
  }

  private @Nullable Job next(boolean more, long until) {
    Job waiting = queue.poll();
    long left = until - System.nanoTime();
    if (waiting != null || !more || left <= 0) {
      return waiting;
    }
    try {
      return queue.poll(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody has this thread to interrupt it", e);
    }
  }

  private Job take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody has this thread to interrupt it", e);
    }
  }

  private void write(List<Job.Append> appends) {
    if (appends.isEmpty()) {
      return;
    }
    try {
      writer.transaction(batch -> write(batch, appends)).forEach(Runnable::run);
    } catch (RuntimeException | Error e) {
      for (Job.Append append : appends) {
        append
            .answer()
            .completeExceptionally(new LedgerException(String.valueOf(e.getMessage()), e));
      }
    }
  }

  /// Returns how to answer each append once the batch is committed.
  private static List<Runnable> write(Batch batch, List<Job.Append> appends) {
    List<Runnable> answers = new ArrayList<>();
    batch.prepareSubjects(drafts(appends));
    List<Job.Append> ofMembers = new ArrayList<>();
    for (Job.Append append : appends) {
      if (batch.isOfStranger(append.drafts())) {
        answers.add(() -> append.answer().completeExceptionally(new UnknownMember()));
      } else {
        ofMembers.add(append);
      }
    }
    batch.prepareRequests(drafts(ofMembers));
    List<Job.Append> accepted = new ArrayList<>();
    List<List<Long>> positions = new ArrayList<>();
    for (Job.Append append : ofMembers) {
      try {
        positions.add(batch.add(append.drafts()));
        accepted.add(append);
      } catch (IdempotencyConflict e) {
        answers.add(() -> append.answer().completeExceptionally(e));
      }
    }
    batch.flush();
    for (int i = 0; i < accepted.size(); i++) {
      CompletableFuture<List<Receipt>> answer = accepted.get(i).answer();
      List<Receipt> receipts = batch.receipts(positions.get(i));
      answers.add(() -> answer.complete(receipts));
    }
    return answers;
  }

  private static List<Draft> drafts(List<Job.Append> appends) {
    return appends.stream().flatMap(append -> append.drafts().stream()).toList();
  }

  /// Waits until everything submitted is written.
  @Override
  public void close() {
    @Nullable Thread last;
    synchronized (lifecycle) {
      if (closed) {
        return;
      }
      closed = true;
      last = thread;
      if (last != null) {
        put(new Job.Stop());
      }
    }
    if (last != null) {
      join(last);
    }
  }

  private static void join(Thread last) {
    try {
      last.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
