package dev.demur.learn.adapter;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One slice of one shard, written `s0/j0`.
///
/// @param shard from 0
/// @param slice from 0; a shard is trained on its slices in this order
public record SliceId(int shard, int slice) implements Comparable<SliceId> {
  private static final Pattern WRITTEN = Pattern.compile("s(\\d{1,6})/j(\\d{1,6})");
  private static final Comparator<SliceId> ORDER =
      Comparator.comparingInt(SliceId::shard).thenComparingInt(SliceId::slice);

  public SliceId {
    if (shard < 0 || slice < 0) {
      throw new IllegalArgumentException(
          "shard and slice must be 0 or more, got %d and %d".formatted(shard, slice));
    }
  }

  /// The slice written so.
  public static SliceId parse(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a slice is written like s0/j0, got: " + written);
    }
    return new SliceId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public int compareTo(SliceId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "s" + shard + "/j" + slice;
  }
}
