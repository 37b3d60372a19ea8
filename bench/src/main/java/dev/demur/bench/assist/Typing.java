package dev.demur.bench.assist;

import dev.demur.home.Home;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// What members of a home wrote, broken off at any letter, as if they were typing it.
final class Typing {
  private static final long SEED = 1;
  private static final Set<Category> WRITTEN =
      Set.of(Category.PROFILE_SUMMARY, Category.PROFILE_HEADLINE, Category.CONTENT_POST);

  private Typing() {}

  /// A moment at which somebody types.
  record Stroke(MemberId member, Category category, String typed) {}

  static List<Stroke> strokes(Home home, int count) {
    List<CorpusRow> texts = new ArrayList<>();
    home.corpus()
        .scan((member, rows) ->
            rows.stream()
                .filter(row -> WRITTEN.contains(row.category()) && row.text().length() > 20)
                .forEach(texts::add));
    Random random = new Random(SEED);
    List<Stroke> strokes = new ArrayList<>();
    Collections.shuffle(texts, random);
    for (int i = 0; i < count; i++) {
      CorpusRow row = texts.get(i % texts.size());
      String typed = row.text().substring(0, 1 + random.nextInt(row.text().length() - 1));
      strokes.add(new Stroke(row.member(), row.category(), typed));
    }
    return strokes;
  }
}
