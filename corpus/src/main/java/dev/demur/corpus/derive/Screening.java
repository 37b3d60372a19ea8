package dev.demur.corpus.derive;

import dev.demur.corpus.screen.SpecialCategoryScreen;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/// What the screen for special categories says of a record, and whether a person may say otherwise.
///
/// @param category `health`, `religion` and so on; what the source calls it where the source itself
///   says so
/// @param words that speak of it; empty where the source says so
/// @param sure whether no review can let it in
public record Screening(String category, String words, boolean sure) {
  private static final int DIGITS = 32;

  /// What the screen says of a record as stored; empty when it finds nothing.
  public static Optional<Screening> of(MemberRecord record) {
    return of(record, Rendering.text(record).orElse(""), Rendering.facts(record).values());
  }

  static Optional<Screening> of(MemberRecord record, String text, Collection<String> facts) {
    Optional<Screening> marked =
        record.field(Fields.SPECIAL_CATEGORY).map(category -> new Screening(category, "", true));
    if (marked.isPresent()) {
      return marked;
    }
    Optional<Screening> first = Optional.empty();
    for (String each :
        (Iterable<String>) Stream.concat(Stream.of(text), facts.stream())::iterator) {
      Optional<Screening> found = SpecialCategoryScreen.look(each).map(Screening::new);
      if (found.isPresent() && found.get().sure) {
        return found;
      }
      first = first.or(() -> found);
    }
    return first;
  }

  private Screening(SpecialCategoryScreen.Finding finding) {
    this(
        finding.category().name().toLowerCase(java.util.Locale.ROOT),
        finding.words(),
        finding.sure());
  }

  /// The text that somebody who reviews a record reads.
  public static String content(MemberRecord record) {
    String facts = String.join("\n", Rendering.facts(record).values());
    return Rendering.text(record).orElse(facts);
  }

  /// The digest of all that the screen looks at, to which a review is bound: 32 hex digits.
  public static String digest(MemberRecord record) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.concat(
              Stream.of(Rendering.text(record).orElse("")),
              Rendering.facts(record).values().stream())
          .map(part -> part.getBytes(StandardCharsets.UTF_8))
          .forEach(part -> {
            digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(part);
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
