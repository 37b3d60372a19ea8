package dev.demur.corpus.store;

import dev.demur.model.Category;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of records that were taken in, each counted once.
///
/// @param fresh records with ids that were not stored before
/// @param changed records that took the place of what was stored
/// @param same records that were stored already
/// @param byCategory all of them by category
/// @param byKind all of them by kind of source
public record Intake(
    long fresh,
    long changed,
    long same,
    SortedMap<Category, Long> byCategory,
    SortedMap<String, Long> byKind) {
  /// Nothing at all.
  public static final Intake NOTHING = new Intake(0, 0, 0, new TreeMap<>(), new TreeMap<>());

  public Intake {
    byCategory = Collections.unmodifiableSortedMap(new TreeMap<>(byCategory));
    byKind = Collections.unmodifiableSortedMap(new TreeMap<>(byKind));
  }

  /// Both together.
  public Intake plus(Intake other) {
    SortedMap<Category, Long> categories = new TreeMap<>(byCategory);
    other.byCategory.forEach((category, count) -> categories.merge(category, count, Long::sum));
    SortedMap<String, Long> kinds = new TreeMap<>(byKind);
    other.byKind.forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
    return new Intake(
        fresh + other.fresh, changed + other.changed, same + other.same, categories, kinds);
  }
}
