package dev.demur.archive.meta;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Facebook's or Instagram's archive, known by its folders or by what its files hold.
public final class Meta implements ArchiveKind {
  private final Platform platform;

  private Meta(Platform platform) {
    this.platform = platform;
  }

  public static Meta facebook() {
    return new Meta(Platform.FACEBOOK);
  }

  public static Meta instagram() {
    return new Meta(Platform.INSTAGRAM);
  }

  @Override
  public String name() {
    return platform.code();
  }

  @Override
  public Optional<Reading> recognise(Container archive) {
    var signs = new Signs(archive);
    List<Entry> entries = archive.entries().stream().filter(e -> !e.isSystemFile()).toList();
    if (entries.stream().anyMatch(e -> signs.strong(e).equals(Optional.of(platform)))) {
      return Optional.of(new MetaReading(archive, platform, signs));
    }
    boolean json = entries.stream().anyMatch(e -> signs.strong(e).isPresent());
    Optional<Entry> page =
        entries.stream()
            .filter(e -> e.name().toLowerCase(Locale.ROOT).endsWith(".html"))
            .filter(e -> signs.byFolder(Place.of(e.name())).equals(Optional.of(platform)))
            .findFirst();
    if (page.isPresent() && !json) {
      throw new ArchiveRefused(
          archive.path(),
          page.get().name(),
          0,
          "is a page of an archive in HTML, which is made to be looked at",
          "ask the platform for the archive again, in the format JSON");
    }
    return Optional.empty();
  }
}
