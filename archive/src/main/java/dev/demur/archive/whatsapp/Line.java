package dev.demur.archive.whatsapp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands behind a header: who says it, and what sort of thing it is.
///
/// @param sender empty when the chat itself speaks
/// @param kind `message`, `media`, `deleted`, `poll`, `contact card`, `location`, `call` or
///   `system`
/// @param text what is said, for telling two messages apart and for nothing else
record Line(Optional<String> sender, String kind, String text) {
  private static final int MAX_SENDER = 100;
  private static final String SYSTEM = "system";
  private static final char MARK = '\u200E';

  /// What the chat itself says, in the languages of its commonest exports.
  private static final List<String> SYSTEM_PHRASES =
      List.of(
          "end-to-end encrypted",
          "ende-zu-ende-verschlüsselt",
          "chiffrés de bout en bout",
          "cifrados de extremo a extremo",
          "crittografia end-to-end",
          "criptografia de ponta",
          "end-to-end versleuteld",
          "created group",
          "created this group",
          "hat die gruppe",
          "a créé le groupe",
          "creó el grupo",
          "joined using",
          "security code",
          "sicherheitsnummer",
          "changed the subject",
          "changed this group",
          "changed the group",
          "changed their phone number",
          "turned on disappearing",
          "you were added",
          " added ",
          " removed ",
          " left");

  private static final List<String> DELETED =
      List.of(
          "this message was deleted",
          "you deleted this message",
          "diese nachricht wurde gelöscht",
          "du hast diese nachricht gelöscht",
          "ce message a été supprimé",
          "se eliminó este mensaje",
          "eliminaste este mensaje",
          "dit bericht is verwijderd",
          "mensagem apagada",
          "questo messaggio è stato eliminato");

  private static final Pattern MEDIA =
      Pattern.compile(
          "(?i)^<(media|medien|médias?|multimedia|mídia|archivo|bestand|файл)[^>]{0,40}>$"
              + "|^<[^<>:]{2,20}: [^<>]{1,200}>$|^[^.\\n]{1,200}\\.[a-z0-9]{2,5} \\([^()]{3,40}\\)"
              + "|^(image|video|audio|sticker|gif|document|bild|vidéo|imagen) "
              + "(omitted|weggelassen|absente?|omitid[oa])$");

  static Line of(String rest, Senders senders) {
    Optional<String> name = senders.of(rest);
    if (name.isEmpty()) {
      return new Line(Optional.empty(), SYSTEM, rest);
    }
    String said = rest.substring(name.get().length() + 2);
    boolean marked = !said.isEmpty() && said.charAt(0) == MARK;
    String text = Lines.unmarked(said).strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (marked && SYSTEM_PHRASES.stream().anyMatch(lower::contains)) {
      return new Line(Optional.empty(), SYSTEM, text);
    }
    return new Line(name, kind(text, lower), text);
  }

  private static String kind(String text, String lower) {
    if (DELETED.stream().anyMatch(lower::startsWith)) {
      return "deleted";
    }
    if (lower.contains(".vcf (") || lower.endsWith(".vcf>") || lower.startsWith("contact card")) {
      return "contact card";
    }
    if (text.startsWith("POLL:") || text.startsWith("UMFRAGE:") || text.startsWith("SONDAGE:")) {
      return "poll";
    }
    if (lower.startsWith("location: http") || lower.startsWith("live location")) {
      return "location";
    }
    return MEDIA.matcher(text).find() ? "media" : "message";
  }

  /// The name before the first colon, in a line without a rule for it.
  static Optional<String> firstName(String rest) {
    int colon = rest.indexOf(": ");
    return colon > 0 && colon <= MAX_SENDER
        ? Optional.of(rest.substring(0, colon))
        : Optional.empty();
  }
}
