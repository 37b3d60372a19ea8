package dev.demur.corpus.store;

import dev.demur.model.MemberRecord;
import java.util.Comparator;

/// A record with the bucket it belongs in; sorted as a table's files are.
record PlacedRecord(int bucket, MemberRecord record) {
  static final Comparator<MemberRecord> IN_BUCKET =
      Comparator.comparing(MemberRecord::holder).thenComparing(MemberRecord::id);

  static final Comparator<PlacedRecord> ORDER =
      Comparator.comparingInt(PlacedRecord::bucket).thenComparing(PlacedRecord::record, IN_BUCKET);
}
