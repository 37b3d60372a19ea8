package dev.demur.archive.platform;

import dev.demur.archive.RefusedEntry;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a source gave.
record Reads(
    List<MemberRecord> records, List<RefusedEntry> refused, Map<MemberId, Watermark> marks) {

  static Reads of(PlatformSource source) {
    return of(source, Optional.empty());
  }

  static Reads of(PlatformSource source, Optional<Watermark> since) {
    List<MemberRecord> records = new ArrayList<>();
    Map<MemberId, Watermark> marks = new HashMap<>();
    PlatformReport report =
        source.read(
            new PlatformSource.Sink(
                records::add,
                (member, mark) -> marks.merge(member, mark, (a, b) -> a.compareTo(b) > 0 ? a : b),
                bytes -> {}),
            since);
    return new Reads(records, report.refused(), marks);
  }

  List<String> reasons() {
    return refused.stream().map(r -> r.line() + ": " + r.reason()).toList();
  }
}
