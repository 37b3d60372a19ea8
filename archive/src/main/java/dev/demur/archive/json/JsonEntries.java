package dev.demur.archive.json;

import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The entries of JSON that one reader of an archive has been given.
public final class JsonEntries {
  private final List<JsonEntry> entries = new ArrayList<>();

  /// Reads every entry to its end.
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
    return entries.stream().filter(e -> e.fault().isEmpty() && !e.isEmpty()).toList();
  }

  /// The first without a fault that has this base name.
  public Optional<JsonEntry> named(String baseName) {
    return sound().stream().filter(e -> e.entry().baseName().equals(baseName)).findFirst();
  }

  /// Says what cannot be read, and gives the others.
  public void read(ImportLog log, Consumer<JsonEntry> reader) {
    for (JsonEntry entry : entries) {
      String name = entry.entry().name();
      Optional<JsonFault> fault = entry.fault();
      if (fault.isPresent()) {
        log.refuse(name, fault.get().line(), fault.get().reason());
      } else if (entry.isEmpty()) {
        log.skip(name, "is empty");
      } else {
        entry
            .foreignLine()
            .ifPresent(line -> log.note(name, line, "is not UTF-8; read as windows-1252"));
        reader.accept(entry);
      }
    }
  }
}
