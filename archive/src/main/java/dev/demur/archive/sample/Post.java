package dev.demur.archive.sample;

import java.time.Instant;
import java.util.Optional;

/// One post of one person.
///
/// @param genre a rule of the grammars without its `post.`
/// @param copyOf the post of somebody else that this one nearly is
record Post(
    Person author,
    int number,
    Instant at,
    String genre,
    String language,
    Passage text,
    Optional<Original> copyOf) {

  /// Somebody's post, by its author's id and number.
  record Original(String author, int number) {}

  /// The post's number at the platform: its top bits are the time in milliseconds.
  long urn() {
    long noise = Draw.mix(author.number() * 1_000L + number) & 0x3FFFFF;
    return at.toEpochMilli() << 22 | noise;
  }
}
