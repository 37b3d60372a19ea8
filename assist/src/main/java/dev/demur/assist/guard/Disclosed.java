package dev.demur.assist.guard;

import dev.demur.model.RecordId;
import dev.demur.trace.Occurrence;
import dev.demur.trace.Span;
import dev.demur.trace.TraceView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/* Five words of one member may be shown, six may not. So whoever asks for five, and then for five
that begin one word later, would be given six, and in the end the whole sentence; and two accounts
could take turns. Therefore the places in records that lately shown text has touched are remembered,
whoever asked: a suggestion that would make six words of a record stand shown side by side, what was
typed included, is held back. */

/// What lately shown suggestions have touched of stretches that few members write, over all who
/// asked. In memory only. Thread-safe.
public final class Disclosed {
  /// Stretches of fewer words are nobody's and everybody's.
  private static final int SHORTEST = 3;

  private static final int MOST_KEPT = 5_000;
  private static final int MOST_PLACES = 50;

  /// Oldest first.
  private final Deque<Piece> pieces = new ArrayDeque<>();

  /// Words of a record from one number to before another.
  private record Piece(RecordId record, int from, int to) {}

  /// Whether a text may be shown behind what was typed; if so, it counts as shown from then on.
  ///
  /// @param guard of whoever asks
  public boolean admit(Guard guard, String typed, String added) {
    List<Piece> touched = touched(guard, typed, added);
    synchronized (pieces) {
      if (completesStretch(touched)) {
        return false;
      }
      pieces.addAll(touched);
      while (pieces.size() > MOST_KEPT) {
        pieces.removeFirst();
      }
      return true;
    }
  }

  /// Forgets everything.
  public void clear() {
    synchronized (pieces) {
      pieces.clear();
    }
  }

  private static List<Piece> touched(Guard guard, String typed, String added) {
    TraceView others = guard.others();
    List<Piece> touched = new ArrayList<>();
    for (Span span : others.spansBehind(typed + added, typed.length(), SHORTEST)) {
      if (guard.isRare(span.words())) {
        for (Occurrence place : others.occurrences(span.words(), MOST_PLACES)) {
          touched.add(new Piece(place.record(), place.word(), place.word() + span.words().size()));
        }
      }
    }
    return touched;
  }

  private boolean completesStretch(List<Piece> touched) {
    Map<RecordId, BitSet> words = new HashMap<>();
    touched.forEach(piece ->
        words
            .computeIfAbsent(piece.record(), record -> new BitSet())
            .set(piece.from(), piece.to()));
    for (Piece piece : pieces) {
      words.computeIfPresent(
          piece.record(),
          (record, shown) -> {
            shown.set(piece.from(), piece.to());
            return shown;
          });
    }
    return touched.stream()
        .anyMatch(piece -> {
          BitSet shown = words.getOrDefault(piece.record(), new BitSet());
          int end = shown.nextClearBit(piece.from());
          int begin = shown.previousClearBit(piece.from()) + 1;
          return end - begin >= Guard.WORDS;
        });
  }
}
