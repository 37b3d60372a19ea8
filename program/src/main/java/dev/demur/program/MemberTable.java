package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.MemberFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The facts of many members side by side in one array, for [Occasion#decide].
///
/// Immutable and safe for use by many threads. Holds no ids: a member is a place.
public final class MemberTable {
  private final long[] facts;
  private final int[] offsets;

  private MemberTable(long[] facts, int[] offsets) {
    this.facts = facts;
    this.offsets = offsets;
  }

  /// The members in the order of the list; the first has place 0.
  ///
  /// @throws IllegalArgumentException if they need more than 2³¹ numbers
  public static MemberTable of(List<MemberFacts> members) {
    int[] offsets = new int[members.size()];
    long size = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = (int) size;
      size += PackedFacts.size(members.get(i));
      if (size > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "a member table holds about 200 million members, got %d; use several"
                .formatted(members.size()));
      }
    }
    long[] facts = new long[(int) size];
    for (int i = 0; i < offsets.length; i++) {
      PackedFacts.pack(members.get(i), facts, offsets[i]);
    }
    return new MemberTable(facts, offsets);
  }

  /// The number of a category.
  public static int category(Category category) {
    return Index.of(category);
  }

  /// The number of an instant that may be unknown.
  public static long ticks(Optional<Instant> instant) {
    return Ticks.orUnknown(instant);
  }

  /// The number of an instant that may never come.
  public static long ticksOrNever(Optional<Instant> instant) {
    return Ticks.orNever(instant);
  }

  public int size() {
    return offsets.length;
  }

  int offset(int member) {
    return offsets[member];
  }

  long[] facts() {
    return facts;
  }

  @Override
  public String toString() {
    return "MemberTable[" + offsets.length + " members]";
  }
}
