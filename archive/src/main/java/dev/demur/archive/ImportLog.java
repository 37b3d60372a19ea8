package dev.demur.archive;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the reader of one archive hands on records and says what it left out.
///
/// Not thread-safe. Lists stay short whatever the archive holds: after [#MAX_PER_ENTRY] remarks on
/// one entry the rest are counted.
public final class ImportLog {
  /// Remarks kept per entry and kind of remark.
  static final int MAX_PER_ENTRY = 100;

  private final Consumer<MemberRecord> records;
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<RefusedEntry> refused = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Integer> refusedOf = new HashMap<>();
  private final Map<String, Integer> notesOf = new HashMap<>();
  private long count;

  public ImportLog(Consumer<MemberRecord> records) {
    this.records = records;
  }

  public void record(MemberRecord record) {
    count++;
    records.accept(record);
  }

  /// An entry that holds nothing to import.
  public void skip(String entry, String reason) {
    skipped.add(new Skipped(entry, reason));
  }

  /// An entry, or a row of it, that should have been imported and could not be.
  public void refuse(String entry, int line, String reason) {
    if (refusedOf.merge(entry, 1, Integer::sum) <= MAX_PER_ENTRY) {
      refused.add(new RefusedEntry(entry, line, reason));
    }
  }

  /// Something to know about what was imported.
  public void note(String entry, int line, String text) {
    if (notesOf.merge(entry, 1, Integer::sum) <= MAX_PER_ENTRY) {
      notes.add(new Note(entry, line, text));
    }
  }

  /// Takes over what another log was told.
  ///
  /// @param handedOn the records that the other log handed on
  public void addAll(ImportLog other, List<MemberRecord> handedOn) {
    handedOn.forEach(this::record);
    skipped.addAll(other.skipped);
    other.refused.forEach(r -> refuse(r.entry(), r.line(), r.reason()));
    other.notes.forEach(n -> note(n.entry(), n.line(), n.text()));
    addRest(refusedOf, other.refusedOf);
    addRest(notesOf, other.notesOf);
  }

  /// Of remarks beyond [#MAX_PER_ENTRY] only the number is known.
  private static void addRest(Map<String, Integer> counts, Map<String, Integer> others) {
    others.forEach((entry, count) -> {
      if (count > MAX_PER_ENTRY) {
        counts.merge(entry, count - MAX_PER_ENTRY, Integer::sum);
      }
    });
  }

  /// The first refusal, when something was refused and nothing was imported.
  Optional<RefusedEntry> refusalOfAll() {
    return count == 0 ? refused.stream().findFirst() : Optional.empty();
  }

  ImportReport report(MemberId holder, List<String> kinds) {
    List<Skipped> byName = skipped.stream().sorted(Comparator.comparing(Skipped::entry)).toList();
    return new ImportReport(holder, kinds, count, byName, allRefused(), allNotes());
  }

  private List<RefusedEntry> allRefused() {
    var all = new ArrayList<>(refused);
    refusedOf.entrySet().stream()
        .filter(e -> e.getValue() > MAX_PER_ENTRY)
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> all.add(new RefusedEntry(e.getKey(), 0, more(e.getValue(), "rows refused"))));
    return all;
  }

  private List<Note> allNotes() {
    var all = new ArrayList<>(notes);
    notesOf.entrySet().stream()
        .filter(e -> e.getValue() > MAX_PER_ENTRY)
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> all.add(new Note(e.getKey(), 0, more(e.getValue(), "notes"))));
    return all;
  }

  private static String more(int count, String what) {
    return "%d more %s".formatted(count - MAX_PER_ENTRY, what);
  }
}
