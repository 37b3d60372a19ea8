package dev.demur.archive.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// In which format a sample network's archives are written.
public enum SampleFormat {
  LINKEDIN,
  FACEBOOK,
  INSTAGRAM,
  WHATSAPP,
  X,
  MASTODON,
  /// Each member in one of the others.
  MIXED;

  private static final List<SampleFormat> SINGLE =
      List.of(LINKEDIN, FACEBOOK, INSTAGRAM, WHATSAPP, X, MASTODON);

  /// The name on the command line, e.g. `linkedin`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SampleFormat> of(String code) {
    return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
  }

  /// The format of one member's archive.
  SampleFormat of(Person person) {
    return this == MIXED ? person.draw().child("format").pick(SINGLE) : this;
  }

  /// The member's id: what the archive itself says, and its file name.
  String id(Person person) {
    return switch (this) {
      case LINKEDIN, FACEBOOK, WHATSAPP, MIXED -> person.id();
      case INSTAGRAM -> Handles.handle(person);
      case X -> Handles.account(person);
      case MASTODON -> Handles.fediverse(person);
    };
  }

  /// The files of a member's archive.
  List<ArchiveFile> files(Scene scene) {
    return switch (this) {
      case LINKEDIN, MIXED -> LinkedInArchive.files(scene);
      case FACEBOOK -> FacebookArchive.files(scene);
      case INSTAGRAM -> InstagramArchive.files(scene);
      case WHATSAPP -> WhatsAppArchive.files(scene);
      case X -> XArchive.files(scene);
      case MASTODON -> MastodonArchive.files(scene);
    };
  }
}
