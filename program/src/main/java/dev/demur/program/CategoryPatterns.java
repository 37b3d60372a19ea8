package dev.demur.program;

import dev.demur.model.Category;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// The patterns that name categories in a program file: `family.leaf` or `family.*`.
final class CategoryPatterns {
  private static final String ALL = ".*";

  private CategoryPatterns() {}

  /// Every pattern there is, families after their leaves.
  static Set<String> known() {
    var patterns = new LinkedHashSet<String>();
    Arrays.stream(Category.values()).map(Category::code).forEach(patterns::add);
    Arrays.stream(Category.values()).map(c -> c.family() + ALL).forEach(patterns::add);
    return patterns;
  }

  static boolean isFamily(String pattern) {
    return pattern.endsWith(ALL);
  }

  /// The categories that a known pattern names.
  static Set<Category> matching(String pattern) {
    var matching = EnumSet.noneOf(Category.class);
    for (Category category : Category.values()) {
      if (pattern.equals(category.code()) || pattern.equals(category.family() + ALL)) {
        matching.add(category);
      }
    }
    return matching;
  }
}
