package dev.demur.bench.trace;

import dev.demur.archive.sample.Catalogue;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Texts of members as an index sees them: everyday words, set phrases that many use, and a long
/// tail of rare words. A million words have more than twice as many different ones as edited
/// English.
final class Writings {
  /// About what a post has.
  private static final int WORDS_OF_TEXT = 40;

  private static final int TEXTS_OF_MEMBER = 25;
  private static final int VOCABULARY = 60_000;
  private static final double PHRASES = 0.15;
  private static final double CAPITALS = 0.12;
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "con", "di", "er", "fo", "gra", "il", "ka", "lo", "men", "nu", "or", "pre", "sta",
          "ti", "ver");

  private final List<String> phrases = new ArrayList<>();
  private final SplittableRandom random;

  Writings(long seed) {
    this.random = new SplittableRandom(seed);
    Catalogue.load().occupations().forEach(work -> phrases.addAll(work.tasks()));
  }

  /// The rows of members from number `from` on, until there are so many words.
  List<CorpusRow> rows(int from, int words) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int written = 0; written < words; written += WORDS_OF_TEXT) {
      int member = from + rows.size() / TEXTS_OF_MEMBER;
      rows.add(
          new CorpusRow(
              new MemberId("member-" + member),
              new RecordId("%016x%016x".formatted(random.nextLong(), random.nextLong())),
              Purpose.CONTENT_GENERATION,
              Category.CONTENT_POST,
              Optional.empty(),
              text(WORDS_OF_TEXT),
              new TreeMap<>()));
    }
    return rows;
  }

  String text(int words) {
    StringBuilder text = new StringBuilder();
    int written = 0;
    while (written < words) {
      if (random.nextDouble() < PHRASES) {
        String phrase = phrases.get(random.nextInt(phrases.size()));
        text.append(phrase);
        written += phrase.split(" ", -1).length;
      } else {
        text.append(word());
        written++;
      }
      text.append(random.nextInt(8) == 0 ? ", " : random.nextInt(14) == 0 ? ". " : " ");
    }
    return text.toString();
  }

  /// The word of rank r with a chance of about 1 / r.
  private String word() {
    int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
    StringBuilder word = new StringBuilder();
    for (int left = rank; left > 0 || word.isEmpty(); left /= SYLLABLES.size()) {
      word.append(SYLLABLES.get(left % SYLLABLES.size()));
    }
    boolean capital = random.nextDouble() < CAPITALS;
    return capital
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word.toString();
  }
}
