package dev.demur.corpus.store;

import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Source;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;

/// Which of two versions of one record is kept.
///
/// Of archives, nobody can say which is the later one, so the choice depends on content alone: the
/// fuller version stays, whatever the order of imports. A platform's own tables are what they are
/// now: there the later import wins. Versions that differ in their place only keep the first place.
/// Nothing of a member under age keeps content, see [Minimiser].
final class RecordMerge {
  static final String PLATFORM = "platform";

  private static final Comparator<Source> EARLIEST =
      Comparator.comparing(Source::kind)
          .thenComparing(Source::entry)
          .thenComparingInt(Source::line);

  private static final Comparator<MemberRecord> FULLER =
      Comparator.<MemberRecord>comparingInt(r -> r.fields().size())
          .thenComparingInt(RecordMerge::characters)
          .thenComparing(RecordMerge::content);

  private final Predicate<MemberId> underAge;

  /// @param underAge holders of whom no content may be kept
  RecordMerge(Predicate<MemberId> underAge) {
    this.underAge = underAge;
  }

  /// What is kept of a record that nothing else is a version of.
  MemberRecord kept(MemberRecord record) {
    return underAge.test(record.holder()) ? bare(record) : record;
  }

  /// @param before what is there, or came first
  MemberRecord merged(MemberRecord before, MemberRecord now) {
    return underAge.test(now.holder()) ? chosen(bare(before), bare(now)) : chosen(before, now);
  }

  private static MemberRecord chosen(MemberRecord before, MemberRecord now) {
    if (sameContent(before, now)) {
      return EARLIEST.compare(before.source(), now.source()) <= 0 ? before : now;
    }
    if (now.source().kind().equals(PLATFORM)) {
      return now;
    }
    return FULLER.compare(before, now) >= 0 ? before : now;
  }

  private static boolean sameContent(MemberRecord one, MemberRecord other) {
    return one.fields().equals(other.fields())
        && one.category() == other.category()
        && one.author().equals(other.author())
        && one.createdAt().equals(other.createdAt())
        && one.about().equals(other.about())
        && one.mentions().equals(other.mentions());
  }

  private static int characters(MemberRecord record) {
    return record.fields().values().stream().mapToInt(String::length).sum();
  }

  private static String content(MemberRecord r) {
    return "%s %s %s %s %s %s"
        .formatted(r.fields(), r.createdAt(), r.author(), r.about(), r.mentions(), r.category());
  }

  private static MemberRecord bare(MemberRecord r) {
    if (Set.of(Fields.KIND).containsAll(r.fields().keySet())) {
      return r;
    }
    var label = new java.util.TreeMap<String, String>();
    r.field(Fields.KIND).ifPresent(kind -> label.put(Fields.KIND, kind));
    return new MemberRecord(
        r.id(),
        r.holder(),
        r.author(),
        r.about(),
        r.mentions(),
        r.category(),
        r.createdAt(),
        label,
        r.source());
  }
}
