package dev.demur.server;

import dev.demur.program.ProgramDefinition.Region;
import dev.demur.server.ConsolePage.Mark;
import dev.demur.server.ConsolePage.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Draws charts 640 units wide, for [ConsolePage].
final class Pictures {
  private static final int STEP = 28;
  private static final int LEFT = 200;
  private static final int WIDE = 420;
  private static final int BAR = 20;
  private static final Duration MARGIN = Duration.ofDays(60);

  private Pictures() {}

  /// Part of a whole.
  record Share(String label, long part, long whole) {}

  /// From when each region's data may be used, with a line for now.
  static Picture timeline(List<Region> regions, Instant now) {
    Instant first = now;
    Instant last = now;
    for (Region region : regions) {
      first = region.starts().isBefore(first) ? region.starts() : first;
      Instant latest = region.ends().orElse(region.starts());
      last = latest.isAfter(last) ? latest : last;
    }
    Instant begin = first.minus(MARGIN);
    Instant end = last.plus(MARGIN);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      Region region = regions.get(i);
      int from = x(region.starts(), begin, end);
      int to = x(region.ends().orElse(end), begin, end);
      String style = region.starts().isAfter(now) ? "quiet" : "in";
      marks.add(new Mark(from, i * STEP, Math.max(2, to - from), BAR, style, region.title(), 0));
    }
    marks.add(new Mark(x(now, begin, end), 0, 2, regions.size() * STEP, "line", "", 0));
    return new Picture(
        "Regions in time",
        "From %s to %s; the thin line is now, %s. The table has the same dates."
            .formatted(Html.day(begin), Html.day(end), Html.day(now)),
        Math.max(1, regions.size()) * STEP,
        marks);
  }

  private static int x(Instant at, Instant begin, Instant end) {
    double share =
        (double) Duration.between(begin, at).toSeconds() / Duration.between(begin, end).toSeconds();
    return LEFT + Math.toIntExact(Math.round(share * WIDE));
  }

  /// A bar for each whole, filled as far as the part goes.
  static Picture shares(String title, List<Share> shares) {
    long most = shares.stream().mapToLong(Share::whole).max().orElse(0);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      int y = i * STEP;
      marks.add(new Mark(LEFT, y, scaled(share.whole(), most), BAR, "out", share.label(), 0));
      marks.add(new Mark(LEFT, y, scaled(share.part(), most), BAR, "in", "", 0));
    }
    return new Picture(
        title,
        "Green is done, the rest is not. The table has the numbers.",
        Math.max(1, shares.size()) * STEP,
        marks);
  }

  /// One bar, filled as far as the work is done.
  static Picture progress(String label, int percent) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(LEFT, 0, WIDE, BAR, "quiet", "%s: %d %%".formatted(label, percent), 0));
    marks.add(new Mark(LEFT, 0, scaled(percent, 100), BAR, "in", "", 0));
    return new Picture(
        "%s: %d percent done".formatted(label, percent),
        "The green part is done. The table says which step it is at.",
        STEP,
        marks);
  }

  private static int scaled(long value, long most) {
    return most == 0 ? 0 : Math.toIntExact(WIDE * value / most);
  }

  /// Boxes below each other, each made of the one above.
  static Picture chain(List<List<String>> steps) {
    List<Mark> marks = new ArrayList<>();
    int high = BAR + STEP;
    for (int i = 0; i < steps.size(); i++) {
      marks.add(new Mark(120, i * high, 500, BAR, "quiet", steps.get(i).getFirst(), 0));
      marks.add(new Mark(120, i * high, 4, BAR, "in", steps.get(i).getLast(), 132));
      if (i + 1 < steps.size()) {
        marks.add(new Mark(370, i * high + BAR, 2, STEP, "line", "", 0));
      }
    }
    return new Picture(
        "The chain of what was made",
        "Top to bottom: each is made of the one above.",
        steps.size() * high,
        marks);
  }
}
