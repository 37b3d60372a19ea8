package dev.demur.home.report;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// In which language a member mostly writes: told from the beginning of the member's own texts, by
/// lingua.
///
/// Of a member's records alone. Not thread-safe.
final class Languages {
  /// Characters that are enough to tell.
  private static final int ENOUGH = 600;

  /// Fewer tell nothing.
  private static final int LEAST = 12;

  /// How much likelier the first language must be than the second.
  private static final double CERTAIN = 0.1;

  private static final Set<Category> WRITTEN =
      Set.of(
          Category.CONTENT_POST,
          Category.CONTENT_ARTICLE,
          Category.CONTENT_COMMENT,
          Category.PROFILE_SUMMARY,
          Category.PROFILE_HEADLINE,
          Category.PROFILE_POSITION);

  private final LanguageDetector detector =
      LanguageDetectorBuilder.fromLanguages(
              Language.ENGLISH,
              Language.GERMAN,
              Language.FRENCH,
              Language.SPANISH,
              Language.ITALIAN,
              Language.DUTCH,
              Language.PORTUGUESE,
              Language.SWEDISH,
              Language.DANISH,
              Language.BOKMAL,
              Language.FINNISH,
              Language.POLISH,
              Language.CZECH,
              Language.HUNGARIAN,
              Language.ROMANIAN,
              Language.GREEK,
              Language.RUSSIAN,
              Language.UKRAINIAN,
              Language.TURKISH,
              Language.ARABIC,
              Language.HINDI,
              Language.CHINESE,
              Language.JAPANESE,
              Language.KOREAN)
          .withMinimumRelativeDistance(CERTAIN)
          .withLowAccuracyMode()
          .build();

  /// The language of one holder's texts, in English; empty when they are too few or of no language
  /// that is told apart.
  Optional<String> of(MemberId holder, List<MemberRecord> records) {
    StringBuilder text = new StringBuilder();
    for (MemberRecord record : records) {
      boolean own = record.author().filter(holder::equals).isPresent();
      if (own && WRITTEN.contains(record.category()) && text.length() < ENOUGH) {
        written(record).ifPresent(each -> text.append(each).append('\n'));
      }
    }
    return of(text.substring(0, Math.min(ENOUGH, text.length())));
  }

  private static Optional<String> written(MemberRecord record) {
    return record.field(Fields.TEXT).or(() -> record.field(Fields.DESCRIPTION));
  }

  /// The language of a text.
  Optional<String> of(String text) {
    if (text.strip().length() < LEAST) {
      return Optional.empty();
    }
    Language language = detector.detectLanguageOf(text);
    return language == Language.UNKNOWN
        ? Optional.empty()
        : Optional.of(
            Locale.of(language.getIsoCode639_1().toString()).getDisplayLanguage(Locale.ENGLISH));
  }
}
