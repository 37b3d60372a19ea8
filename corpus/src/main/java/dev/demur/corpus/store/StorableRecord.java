package dev.demur.corpus.store;

import dev.demur.model.MemberRecord;

/// A record in the form in which it may be kept. Only [Minimiser] makes one, so that the compiler
/// sees that nothing else reaches the disk.
public final class StorableRecord {
  private final MemberRecord record;

  StorableRecord(MemberRecord record) {
    this.record = record;
  }

  /// What is kept.
  public MemberRecord record() {
    return record;
  }

  @Override
  public String toString() {
    return "Storable" + record;
  }
}
