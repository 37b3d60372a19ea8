package dev.demur.home;

import dev.demur.assist.guard.Guard;
import dev.demur.home.Tracing.TracedSpan;
import dev.demur.model.MemberId;
import dev.demur.trace.Span;
import dev.demur.trace.TraceIndex;
import dev.demur.trace.TraceView;
import java.util.List;

/// Whose words a text is, for whoever may ask, over and over: segments are opened once and again
/// when they have changed.
///
/// A member learns of others only what [Guard#MEMBERS] of them wrote, so that nobody finds out by
/// trying whether a sentence is in somebody's records. Thread-safe.
public final class TraceDesk {
  /// Of fewer words, nothing is said.
  public static final int MIN_WORDS = 3;

  private final Reloaded<TraceIndex> index;

  public TraceDesk(Home home) {
    this.index = new Reloaded<>(home, () -> Tracing.index(home));
  }

  /// Everything in the corpus: for those who run it.
  public List<TracedSpan> all(String text) {
    TraceView view = index.get().view();
    return counted(view, text, view.spans(text, MIN_WORDS));
  }

  /// What enough members wrote, each counted up to [Tracing#MOST_COUNTED].
  public List<TracedSpan> shared(String text) {
    TraceView view = index.get().view();
    return counted(view, text, view.spans(text, MIN_WORDS, Guard.MEMBERS));
  }

  /// What a member wrote; each counts for one.
  public List<TracedSpan> own(String text, MemberId member) {
    TraceView view = index.get().view().only(member);
    return counted(view, text, view.spans(text, MIN_WORDS));
  }

  private static List<TracedSpan> counted(TraceView view, String text, List<Span> spans) {
    return spans.stream().map(span -> Tracing.counted(view, text, span)).toList();
  }
}
