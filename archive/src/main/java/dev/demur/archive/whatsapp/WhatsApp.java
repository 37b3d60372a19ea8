package dev.demur.archive.whatsapp;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Encoding;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// WhatsApp's exported chats, known by lines that start as messages do.
public final class WhatsApp implements ArchiveKind {
  static final String NAME = "whatsapp";
  private static final int HEAD = 8192;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Reading> recognise(Container archive) {
    boolean known =
        archive.entries().stream().anyMatch(e -> !e.isSystemFile() && isChat(archive, e));
    return known ? Optional.of(new WhatsAppReading(archive)) : Optional.empty();
  }

  private static boolean isChat(Container archive, Entry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".txt")
        && (entry.baseName().equals("_chat.txt")
            || Chat.looksLikeOne(TextEntry.head(archive, entry, HEAD)));
  }

  /// The chats of one archive being read. Whose telephone it was, none of them says.
  private static final class WhatsAppReading implements Reading {
    private final Container archive;
    private final List<Chat> chats = new ArrayList<>();

    WhatsAppReading(Container archive) {
      this.archive = archive;
    }

    @Override
    public boolean claims(Entry entry) {
      return isChat(archive, entry);
    }

    @Override
    public void verify(List<Entry> own) {
      own.forEach(entry -> chats.add(Chat.of(TextEntry.probe(archive, entry))));
    }

    @Override
    public Optional<MemberId> holder() {
      return Optional.empty();
    }

    @Override
    public void read(MemberId holder, ImportLog log) {
      for (Chat chat : chats) {
        if (chat.text().encoding().equals(Optional.of(Encoding.WINDOWS_1252))) {
          log.note(
              chat.text().entry().name(),
              chat.text().firstForeignLine(),
              "is not UTF-8; read as windows-1252");
        }
        chat.read(holder, log);
      }
    }
  }
}
