package dev.demur.trace;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whose words are these: answers over all segments, while segments come and members go.
///
/// Each question is answered from the corpus as it stands at that moment; a request that asks more
/// than one takes a [#view] first. Thread-safe, readers never wait.
public final class TraceIndex {
  private volatile TraceView view = TraceView.of(List.of(), Set.of());

  /// An index over no segment.
  public TraceIndex() {}

  /// An index over these files.
  ///
  /// @throws SegmentException if one is not a whole segment
  public static TraceIndex open(Collection<Path> files) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (Path file : files) {
      segments.add(Segment.open(file));
    }
    TraceIndex index = new TraceIndex();
    index.publish(segments, Set.of());
    return index;
  }

  /// From the return of this method on, nothing these members wrote counts or is found.
  public synchronized void tombstone(Set<MemberId> members) {
    Set<MemberId> ignored = new HashSet<>(view.ignored());
    ignored.addAll(members);
    view = TraceView.of(view.segments(), ignored);
  }

  /// Replaces all segments and tombstones at once.
  ///
  /// @param segments all there are from now on; unchanged ones may be the same objects
  /// @param tombstones members that must not count although segments may still hold them
  public synchronized void publish(Collection<Segment> segments, Set<MemberId> tombstones) {
    view = TraceView.of(segments, tombstones);
  }

  /// The segments in use.
  public List<Segment> segments() {
    return view.segments();
  }

  /// The corpus as it stands now.
  public TraceView view() {
    return view;
  }

  /// See [TraceView#spans].
  public List<Span> spans(String text, int minWords) {
    return view.spans(text, minWords);
  }

  /// See [TraceView#support].
  public int support(List<String> words, int limit) {
    return view.support(words, limit);
  }

  /// See [TraceView#occurrences].
  public List<Occurrence> occurrences(List<String> words, int limit) {
    return view.occurrences(words, limit);
  }

  /// See [TraceView#continuations].
  public List<Continuation> continuations(List<String> words, int k, int limit) {
    return view.continuations(words, k, limit);
  }
}
