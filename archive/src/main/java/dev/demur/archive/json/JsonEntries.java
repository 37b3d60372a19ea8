package dev.demur.archive.json;

import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.model.MemberRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The entries of JSON that one reader of an archive has been given.
public final class JsonEntries {
  /// Bytes of an entry whose records are kept until its end.
  private static final int MAX_READ_AT_ONCE = 4 << 20;

  private final List<JsonEntry> entries = new ArrayList<>();

  /// Reads the bytes of every entry to their end.
  public JsonEntries(Container archive, List<Entry> own) {
    for (Entry entry : own) {
      if (isJson(entry)) {
        entries.add(JsonEntry.probe(archive, entry));
      }
    }
  }

  /// Whether an entry is JSON by its name.
  public static boolean isJson(Entry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".js");
  }

  /// Those without a fault, in the order of the archive.
  public List<JsonEntry> sound() {
    return sound(entry -> true);
  }

  /// Those of the wanted that have no fault; the others need not be checked to know.
  public List<JsonEntry> sound(Predicate<Entry> wanted) {
    return entries.stream()
        .filter(e -> wanted.test(e.entry()) && !e.isEmpty() && e.fault().isEmpty())
        .toList();
  }

  /// The first without a fault that has this base name.
  public Optional<JsonEntry> named(String baseName) {
    return sound(entry -> entry.baseName().equals(baseName)).stream().findFirst();
  }

  /// Takes what one entry holds.
  @FunctionalInterface
  public interface EntryReader {
    /// Reads one entry.
    ///
    /// @param log of this entry; what goes into it is dropped when the entry has a fault
    void read(JsonEntry entry, ImportLog log);
  }

  /// Says what cannot be read, and gives the others.
  ///
  /// A small one that nobody has checked is read at once, since to read is to check, and its
  /// records are kept until its end; others are checked first.
  public void read(ImportLog log, EntryReader reader) {
    for (JsonEntry entry : entries) {
      boolean isSmall = entry.entry().size() <= MAX_READ_AT_ONCE;
      if (isSmall && entry.isUnchecked()) {
        readAtOnce(entry, log, reader);
      } else if (isToBeKept(entry, log)) {
        noteEncoding(entry, log);
        reader.read(entry, log);
      }
    }
  }

  private static void readAtOnce(JsonEntry entry, ImportLog log, EntryReader reader) {
    var records = new ArrayList<MemberRecord>();
    var draft = new ImportLog(records::add);
    noteEncoding(entry, draft);
    reader.read(entry, draft);
    if (isToBeKept(entry, log)) {
      log.addAll(draft, records);
    }
  }

  /// Whether there is anything without a fault; says so when not.
  private static boolean isToBeKept(JsonEntry entry, ImportLog log) {
    String name = entry.entry().name();
    Optional<JsonFault> fault = entry.fault();
    fault.ifPresent(f -> log.refuse(name, f.line(), f.reason()));
    if (fault.isEmpty() && entry.isEmpty()) {
      log.skip(name, "is empty");
    }
    return fault.isEmpty() && !entry.isEmpty();
  }

  private static void noteEncoding(JsonEntry entry, ImportLog log) {
    entry
        .foreignLine()
        .ifPresent(
            line -> log.note(entry.entry().name(), line, "is not UTF-8; read as windows-1252"));
  }
}
