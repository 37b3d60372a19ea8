package dev.demur.home;

import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.MemberId;
import dev.demur.trace.Occurrence;
import dev.demur.trace.Segment;
import dev.demur.trace.Span;
import dev.demur.trace.TraceIndex;
import dev.demur.trace.TraceView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whose words are these: questions to the trace segments of a home.
public final class Tracing {
  /// Members are counted up to here; more are said to be this many.
  public static final int MOST_COUNTED = 100;

  private static final int MOST_OCCURRENCES = 10_000;
  private static final String UNREADABLE = "the trace cannot be read; run `demur train`";

  private Tracing() {}

  /// One span of the text that occurs in the corpus.
  ///
  /// @param start UTF-16 offset in the text, inclusive
  /// @param end exclusive
  /// @param members how many wrote it, at most [#MOST_COUNTED]
  public record TracedSpan(int start, int end, int members, String text) {}

  /// The segments there are.
  static List<Path> files(Home home) {
    List<Path> files = new ArrayList<>();
    Artefacts artefacts = new Artefacts(home.layout());
    Snapshots.trained(home)
        .ifPresent(trained ->
            new Assignment(home.assignmentKey(), trained.shards(), trained.slices())
                .all().stream().map(artefacts::segment).filter(Files::exists).forEach(files::add));
    return files;
  }

  /// Whether a slice was made with text of a member.
  static boolean holds(Home home, SliceId slice, MemberId member) {
    Path file = new Artefacts(home.layout()).segment(slice);
    try {
      return Files.exists(file) && Segment.open(file).members().contains(member);
    } catch (IOException e) {
      throw new UncheckedIOException(UNREADABLE, e);
    }
  }

  /// The index over all segments, without those who are leaving.
  public static TraceIndex index(Home home) {
    try {
      TraceIndex index = TraceIndex.open(files(home));
      index.tombstone(Forgetting.leaving(home));
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException(UNREADABLE, e);
    }
  }

  /// Maximal spans of the text in the corpus.
  ///
  /// @param member when given, only spans that this member wrote
  public static List<TracedSpan> spans(
      Home home, String text, int minWords, Optional<MemberId> member) {
    TraceView view = index(home).view();
    return view.spans(text, minWords).stream()
        .filter(span -> member.isEmpty() || wrote(view, span, member.get()))
        .map(span -> counted(view, text, span))
        .toList();
  }

  static TracedSpan counted(TraceView view, String text, Span span) {
    return new TracedSpan(
        span.start(),
        span.end(),
        view.support(span.words(), MOST_COUNTED),
        text.substring(span.start(), span.end()));
  }

  private static boolean wrote(TraceView view, Span span, MemberId member) {
    return view.occurrences(span.words(), MOST_OCCURRENCES).stream()
        .map(Occurrence::member)
        .anyMatch(member::equals);
  }
}
