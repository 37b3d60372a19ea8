package dev.demur.learn.adapter;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Who is trained on where and in which order: a keyed hash of the member's id, and nothing else.
///
/// So nobody's place depends on who else is there, on when anyone came, or on how much anyone
/// wrote; and without the key nobody can tell where a member is, or choose to be in the slice of
/// another. Thread-safe.
public final class Assignment {
  private static final int MAX_SLICES = 1_000_000;

  /// What one member writes about another goes with either of them.
  private static final Set<Category> ABOUT_OTHERS =
      EnumSet.of(Category.PROFILE_RECOMMENDATION, Category.PROFILE_ENDORSEMENT);

  private final KeyedHash hash;
  private final int shards;
  private final int slices;

  /// @param key secret of the home, 16 bytes or more; the same for as long as the adapters live
  /// @param slices of each shard
  public Assignment(byte[] key, int shards, int slices) {
    if (shards < 1 || slices < 1 || (long) shards * slices > MAX_SLICES) {
      throw new IllegalArgumentException(
          "shards and slices must be 1 or more and at most %d together, got %d and %d"
              .formatted(MAX_SLICES, shards, slices));
    }
    this.hash = new KeyedHash(key);
    this.shards = shards;
    this.slices = slices;
  }

  public int shards() {
    return shards;
  }

  /// Slices of each shard.
  public int slices() {
    return slices;
  }

  /// Every slice, by shard and then slice.
  public List<SliceId> all() {
    List<SliceId> all = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      for (int slice = 0; slice < slices; slice++) {
        all.add(new SliceId(shard, slice));
      }
    }
    return all;
  }

  /// The slice of this member; all that is by and about this member alone is in it. Where there are
  /// several, nobody's is the last one of a shard: see [#trainedIn].
  public SliceId sliceOf(MemberId member) {
    long number = ByteBuffer.wrap(hash.of("demur slice", member.value())).getLong();
    int index = (int) Long.remainderUnsigned(number, (long) shards * Math.max(1, slices - 1));
    return new SliceId(index % shards, index / shards);
  }

  /// The slice in which a row is trained on: its member's slice or, when it is about somebody else
  /// as well, the last one of its member's shard, which holds such rows alone. Whoever leaves takes
  /// such rows of others along, and so costs their shards this short slice and no more.
  public SliceId trainedIn(CorpusRow row) {
    SliceId own = sliceOf(row.member());
    return isAboutOthers(row) ? new SliceId(own.shard(), slices - 1) : own;
  }

  /// Whether a row is about somebody else than its member, too.
  public static boolean isAboutOthers(CorpusRow row) {
    return ABOUT_OTHERS.contains(row.category());
  }

  /// Rows by their members' slices; slices without rows are left out.
  public SortedMap<SliceId, List<CorpusRow>> spread(Iterable<CorpusRow> rows) {
    return spread(rows, row -> sliceOf(row.member()));
  }

  /// Rows by the slices in which they are trained on; slices without rows are left out.
  public SortedMap<SliceId, List<CorpusRow>> spreadForTraining(Iterable<CorpusRow> rows) {
    return spread(rows, this::trainedIn);
  }

  private static SortedMap<SliceId, List<CorpusRow>> spread(
      Iterable<CorpusRow> rows, Function<CorpusRow, SliceId> place) {
    SortedMap<SliceId, List<CorpusRow>> spread = new TreeMap<>();
    for (CorpusRow row : rows) {
      spread.computeIfAbsent(place.apply(row), slice -> new ArrayList<>()).add(row);
    }
    return spread;
  }

  /// The rows of one slice in the order in which they are trained on.
  public List<CorpusRow> inOrder(SliceId slice, List<CorpusRow> rows) {
    return byMember(slice, rows).stream().flatMap(List::stream).toList();
  }

  KeyedHash hash() {
    return hash;
  }

  /// The rows of one slice member by member, members and each member's rows in keyed order.
  ///
  /// @throws IllegalArgumentException when a row belongs elsewhere or a record is there twice
  List<List<CorpusRow>> byMember(SliceId slice, List<CorpusRow> rows) {
    SortedMap<MemberId, List<CorpusRow>> byMember = new TreeMap<>();
    for (CorpusRow row : rows) {
      byMember.computeIfAbsent(row.member(), member -> new ArrayList<>()).add(row);
    }
    byMember.values().forEach(own -> check(slice, own));
    List<List<CorpusRow>> sorted = new ArrayList<>();
    for (MemberId member :
        hash.sorted(byMember.keySet(), "demur member", id -> List.of(id.value()))) {
      sorted.add(
          hash.sorted(
              byMember.getOrDefault(member, List.of()),
              "demur row",
              row -> List.of(member.value(), row.record().value())));
    }
    return sorted;
  }

  private void check(SliceId slice, List<CorpusRow> rows) {
    for (CorpusRow row : rows) {
      if (!trainedIn(row).equals(slice)) {
        throw new IllegalArgumentException(
            "a row of slice %s was given for slice %s; spread rows by Assignment.spreadForTraining"
                .formatted(trainedIn(row), slice));
      }
    }
    long records = rows.stream().map(CorpusRow::record).distinct().count();
    if (records < rows.size()) {
      throw new IllegalArgumentException("a record stands twice among the rows of slice " + slice);
    }
  }
}
