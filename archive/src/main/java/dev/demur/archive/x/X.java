package dev.demur.archive.x;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// X's archive, known by script files that start as its export writes them.
public final class X implements ArchiveKind {
  static final String NAME = "x";
  private static final int HEAD = 300;
  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:window\\.)?(?:YTD\\.\\w+\\.part\\d+|__THAR_CONFIG|Grailbird\\.data\\.\\w+)\\s*=.*"
              + "|\\s*var\\s+(?:user_details|payload_details|tweet_index)\\s*=.*",
          Pattern.DOTALL);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Reading> recognise(Container archive) {
    return archive.entries().stream()
            .filter(e -> !e.isSystemFile() && isScript(e))
            .anyMatch(e -> startsAsExported(archive, e))
        ? Optional.of(new XReading(archive))
        : Optional.empty();
  }

  static boolean isScript(Entry entry) {
    return entry.name().toLowerCase(Locale.ROOT).endsWith(".js");
  }

  static boolean startsAsExported(Container archive, Entry entry) {
    return START.matcher(TextEntry.head(archive, entry, HEAD)).matches();
  }
}
