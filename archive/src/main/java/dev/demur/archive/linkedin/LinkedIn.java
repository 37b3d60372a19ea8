package dev.demur.archive.linkedin;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// LinkedIn's data export.
public final class LinkedIn implements ArchiveKind {
  static final String NAME = "linkedin";

  static final List<FileSpec> SPECS =
      Stream.of(
              ProfileFiles.specs(),
              ContentFiles.specs(),
              NetworkFiles.specs(),
              JobFiles.specs(),
              AccountFiles.specs())
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return NAME;
  }

  /// Recognised by the name or the header of any one of its tables.
  @Override
  public Optional<Reading> recognise(Container archive) {
    boolean known =
        archive.entries().stream()
            .filter(e -> !e.isSystemFile() && isTable(e))
            .anyMatch(e -> hasKnownName(e) || hasKnownHeader(archive, e));
    return known ? Optional.of(new LinkedInReading(archive)) : Optional.empty();
  }

  static boolean isTable(Entry entry) {
    return entry.name().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static boolean hasKnownName(Entry entry) {
    String name = FileSpec.plainName(entry.name());
    return SPECS.stream().anyMatch(spec -> spec.names().contains(name));
  }

  private static boolean hasKnownHeader(Container archive, Entry entry) {
    try {
      var text = TextEntry.probe(archive, entry);
      return text.encoding().isPresent()
          && Table.at(text, SPECS, archive.limits().maxCellCharacters())
              instanceof Table.Look.Found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read entry " + entry.name(), e);
    }
  }
}
