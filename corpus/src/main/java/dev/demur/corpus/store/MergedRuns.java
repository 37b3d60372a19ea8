package dev.demur.corpus.store;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Sorted runs as one, without doubles: of records with one id, what the rule keeps.
final class MergedRuns implements Iterator<PlacedRecord> {
  /// @param number runs that came earlier have lower ones
  private record Head(PlacedRecord record, int number, Iterator<PlacedRecord> rest) {}

  private final RecordMerge rule;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparing(Head::record, PlacedRecord.ORDER).thenComparingInt(Head::number));

  /// @param runs each sorted, earlier ones first
  MergedRuns(List<? extends Iterator<PlacedRecord>> runs, RecordMerge rule) {
    this.rule = rule;
    for (int i = 0; i < runs.size(); i++) {
      push(i, runs.get(i));
    }
  }

  private void push(int number, Iterator<PlacedRecord> rest) {
    if (rest.hasNext()) {
      heads.add(new Head(rest.next(), number, rest));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public PlacedRecord next() {
    PlacedRecord first = pop();
    if (first == null) {
      throw new NoSuchElementException("no more records");
    }
    PlacedRecord kept = new PlacedRecord(first.bucket(), rule.kept(first.record()));
    Head other = heads.peek();
    while (other != null && PlacedRecord.ORDER.compare(first, other.record()) == 0) {
      kept = new PlacedRecord(kept.bucket(), rule.merged(kept.record(), other.record().record()));
      pop();
      other = heads.peek();
    }
    return kept;
  }

  private @Nullable PlacedRecord pop() {
    Head head = heads.poll();
    if (head == null) {
      return null;
    }
    push(head.number(), head.rest());
    return head.record();
  }

  /// The bucket of the next record.
  int bucket() {
    Head head = heads.peek();
    if (head == null) {
      throw new NoSuchElementException("no more records");
    }
    return head.record().bucket();
  }
}
