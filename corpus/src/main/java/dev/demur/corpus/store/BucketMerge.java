package dev.demur.corpus.store;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// The rows of a bucket with incoming ones merged in, one at a time, both sides sorted; memory does
/// not grow with either.
///
/// @param <R> one row
final class BucketMerge<R> implements Iterator<R> {
  /// What became of an incoming row.
  enum Outcome {
    NEW,
    CHANGED,
    SAME
  }

  /// Is told what became of each incoming row.
  @FunctionalInterface
  interface Tally<R> {
    void taken(R incoming, Outcome outcome);
  }

  private final Iterator<R> stored;
  private final Iterator<R> incoming;
  private final Comparator<R> order;
  private final BinaryOperator<R> rule;
  private final Tally<R> tally;
  private @Nullable R nextStored;
  private @Nullable R nextIncoming;
  private boolean changed;

  /// @param incoming no two rows compare as equal
  /// @param rule of a stored and an incoming row with equal places, the one to keep
  BucketMerge(
      Iterator<R> stored,
      Iterator<R> incoming,
      Comparator<R> order,
      BinaryOperator<R> rule,
      Tally<R> tally) {
    this.stored = stored;
    this.incoming = incoming;
    this.order = order;
    this.rule = rule;
    this.tally = tally;
    this.nextStored = next(stored);
    this.nextIncoming = next(incoming);
  }

  private static <R> @Nullable R next(Iterator<R> rows) {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return nextStored != null || nextIncoming != null;
  }

  @Override
  public R next() {
    R old = nextStored;
    R now = nextIncoming;
    if (now == null) {
      return passStored(old);
    }
    int side = old == null ? 1 : order.compare(old, now);
    if (side < 0) {
      return passStored(old);
    }
    nextIncoming = next(incoming);
    if (old == null || side > 0) {
      return take(now, now, Outcome.NEW);
    }
    nextStored = next(stored);
    R kept = rule.apply(old, now);
    return take(now, kept, kept.equals(old) ? Outcome.SAME : Outcome.CHANGED);
  }

  private R passStored(@Nullable R old) {
    if (old == null) {
      throw new NoSuchElementException("no more rows");
    }
    changed = false;
    nextStored = next(stored);
    return old;
  }

  private R take(R row, R kept, Outcome outcome) {
    tally.taken(row, outcome);
    changed = outcome != Outcome.SAME;
    return kept;
  }

  /// Whether the row given last differs from what was stored.
  boolean changed() {
    return changed;
  }
}
