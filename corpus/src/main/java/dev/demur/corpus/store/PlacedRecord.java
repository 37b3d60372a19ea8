package dev.demur.corpus.store;

import dev.demur.model.MemberRecord;
import java.util.Comparator;

/// A record with the bucket it belongs in; sorted as a table's files are.
record PlacedRecord(int bucket, MemberRecord record) {
  static final Comparator<PlacedRecord> ORDER = PlacedRecord::compare;

  private static int compare(PlacedRecord one, PlacedRecord other) {
    if (one.bucket != other.bucket) {
      return Integer.compare(one.bucket, other.bucket);
    }
    int holders = one.record.holder().compareTo(other.record.holder());
    return holders != 0 ? holders : one.record.id().compareTo(other.record.id());
  }
}
