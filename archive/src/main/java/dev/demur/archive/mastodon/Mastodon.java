package dev.demur.archive.mastodon;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Mastodon's archive, known by a collection of activities or an actor in ActivityStreams' words.
public final class Mastodon implements ArchiveKind {
  static final String NAME = "mastodon";
  private static final int HEAD = 4096;
  private static final Set<String> FILES =
      Set.of("outbox.json", "actor.json", "likes.json", "bookmarks.json");
  private static final Pattern STREAMS =
      Pattern.compile(
          "activitystreams|\"type\"\\s*:\\s*\"OrderedCollection\"|\"preferredUsername\"");
  private static final Pattern FOLLOWING =
      Pattern.compile("(?i)\\s*\"?account address\"?[,;\\t].*");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Reading> recognise(Container archive) {
    return archive.entries().stream()
            .filter(e -> !e.isSystemFile())
            .anyMatch(e -> isCollection(archive, e) || isPeopleTable(archive, e))
        ? Optional.of(new MastodonReading(archive))
        : Optional.empty();
  }

  static boolean isCollection(Container archive, Entry entry) {
    return FILES.contains(entry.baseName())
        && STREAMS.matcher(TextEntry.head(archive, entry, HEAD)).find();
  }

  /// The tables of followed and muted accounts are the only ones with a header.
  static boolean isPeopleTable(Container archive, Entry entry) {
    if (!entry.baseName().endsWith(".csv")) {
      return false;
    }
    String head = TextEntry.head(archive, entry, HEAD);
    return FOLLOWING.matcher(head.lines().findFirst().orElse("")).matches();
  }
}
