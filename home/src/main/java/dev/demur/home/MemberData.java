package dev.demur.home;

import dev.demur.corpus.store.CorpusEntry;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is held about one member, and where it was used (GDPR Art. 15). Read for that member only.
public final class MemberData {
  private static final int EXCERPT = 160;

  private MemberData() {}

  /// Every record of the member, with the answer for models that write.
  public static List<HeldItem> of(Home home, MemberId member) {
    Map<RecordId, CorpusEntry> entries = new HashMap<>();
    for (CorpusEntry entry : home.corpus().entriesOf(member)) {
      if (entry.purpose() == Purpose.CONTENT_GENERATION) {
        entries.put(entry.record(), entry);
      }
    }
    return home.records().of(member).stream()
        .map(record -> item(record, Optional.ofNullable(entries.get(record.id()))))
        .toList();
  }

  private static HeldItem item(MemberRecord record, Optional<CorpusEntry> entry) {
    return new HeldItem(
        record.id(),
        record.category(),
        record.createdAt().map(Moment::instant),
        excerpt(record),
        Purpose.CONTENT_GENERATION,
        entry.map(MemberData::answer).orElse(HeldItem.NOT_BUILT),
        entry.map(CorpusEntry::clause).orElse(""));
  }

  private static String answer(CorpusEntry entry) {
    return switch (entry.outcome()) {
      case CorpusEntry.In _ -> HeldItem.PERMIT;
      case CorpusEntry.Out(var reason) -> reason;
    };
  }

  private static String excerpt(MemberRecord record) {
    String all =
        record
            .field(Fields.TEXT)
            .orElseGet(() ->
                record.fields().entrySet().stream()
                    .filter(field -> !field.getKey().equals(Fields.PERSON))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining(" · ")));
    return all.length() <= EXCERPT ? all : all.substring(0, EXCERPT).strip() + " …";
  }

  /// First and last names under which the member's own profile goes: how others write of them.
  static List<String> namesOf(Home home, MemberId member) {
    return home.records().of(member).stream()
        .filter(record -> record.category() == Category.PROFILE_NAME)
        .map(MemberData::fullName)
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  private static String fullName(MemberRecord record) {
    String parts =
        record.field(Fields.FIRST_NAME).orElse("")
            + " "
            + record.field(Fields.LAST_NAME).orElse("");
    return parts.isBlank() ? record.field(Fields.NAME).orElse("") : parts.strip();
  }
}
