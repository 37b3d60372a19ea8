package dev.demur.ledger.notice;

import dev.demur.ledger.log.Hash;

/// What one member is told.
///
/// @param subject one line
/// @param textSha256 64 hex digits over the text in UTF-8
public record NoticeMessage(String subject, String text, String textSha256) {
  public NoticeMessage {
    if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a notice's subject is one line, not blank");
    }
    String actual = Hash.sha256(text).hex();
    if (!actual.equals(textSha256)) {
      throw new IllegalArgumentException(
          "the notice's text has the SHA-256 %s, got %s".formatted(actual, textSha256));
    }
  }

  /// With the hash of the text.
  public static NoticeMessage of(String subject, String text) {
    return new NoticeMessage(subject, text, Hash.sha256(text).hex());
  }
}
