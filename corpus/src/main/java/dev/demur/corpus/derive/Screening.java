package dev.demur.corpus.derive;

import dev.demur.corpus.screen.SpecialCategoryScreen;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the screen for special categories says of a record, and whether a person may say otherwise.
///
/// @param category `health`, `religion` and so on; what the source calls it where the source itself
///   says so
/// @param words that speak of it; empty where the source says so
/// @param sure whether no review can let it in
public record Screening(String category, String words, boolean sure) {
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

  /// What somebody who reviews a record reads: all that the screen looks at, each thing once.
  public static String content(MemberRecord record) {
    String text = Rendering.text(record).orElse("");
    return Stream.concat(
            Stream.of(text).filter(whole -> !whole.isEmpty()),
            Rendering.facts(record).values().stream().filter(fact -> !text.contains(fact)))
        .collect(Collectors.joining("\n"));
  }

  /// The digest of all that the screen looks at, to which a review is bound: 32 hex digits.
  public static String digest(MemberRecord record) {
    return Inputs.digest(
        Stream.concat(
            Stream.of(Rendering.text(record).orElse("")),
            Rendering.facts(record).values().stream()));
  }
}
