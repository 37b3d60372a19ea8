package dev.demur.archive.linkedin;

import dev.demur.archive.text.FrequentTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The columns of one table, found by name whatever their case, spaces and underscores.
final class Header {
  private static final int MAX_ASKED = 100;

  private final List<String> names;
  private final List<String> plain;
  private final FrequentTexts<Integer> places;
  private final Map<Integer, String> fields = new HashMap<>();
  private final Map<Integer, Boolean> aboutPay = new HashMap<>();

  Header(List<String> names) {
    this.names = List.copyOf(names);
    this.plain = plain(names);
    this.places = new FrequentTexts<>(MAX_ASKED, c -> plain.indexOf(FileSpec.plain(c)));
  }

  /// The names of columns in English, for comparing.
  static List<String> plain(List<String> names) {
    return Translations.english(names.stream().map(FileSpec::plain).toList());
  }

  List<String> plain() {
    return plain;
  }

  int size() {
    return names.size();
  }

  /// How many cells a row must have: nameless columns at the end may be left out.
  int least() {
    int least = names.size();
    while (least > 1 && plain.get(least - 1).isEmpty()) {
      least--;
    }
    return least;
  }

  /// Whether a row is this header once more, as where two parts were joined.
  boolean isRepeated(List<String> cells) {
    return cells.getFirst().equals(names.getFirst()) && cells.equals(names);
  }

  /// The place of the first column of this name; -1 when there is none.
  int place(String column) {
    return places.get(column);
  }

  /// A field's name for a column: `Buyer Groups` gives `buyerGroups`, a second one `buyerGroups2`.
  String field(int place) {
    return fields.computeIfAbsent(place, this::fieldName);
  }

  /// Whether a column's name asks for pay.
  boolean isAboutPay(int place) {
    return aboutPay.computeIfAbsent(place, p -> Pay.isAboutPay(plain.get(p)));
  }

  private String fieldName(int place) {
    String camel = camel(names.get(place));
    long before = plain.subList(0, place).stream().filter(plain.get(place)::equals).count();
    return before == 0 ? camel : camel + (before + 1);
  }

  private static String camel(String name) {
    var words = new ArrayList<String>();
    for (String word : name.split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    var field = new StringBuilder();
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean first = field.isEmpty();
      field.append(first ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return field.isEmpty() ? "column" : field.toString();
  }
}
