package dev.demur.archive.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is known of texts that are asked for over and over, such as names of fields and columns.
///
/// Mostly the very same object is asked for, and then nothing is compared. Not thread-safe.
public final class FrequentTexts<V> {
  /// Places by hash code, each with the text last asked for there; a power of two.
  private static final int PLACES = 128;

  private final Map<String, V> all = new HashMap<>();
  private final Function<String, V> make;
  private final int most;
  private final @Nullable String[] texts = new String[PLACES];
  private final @Nullable Object[] values = new Object[PLACES];

  /// @param make what is to be known of a text
  /// @param most texts that are remembered; of others it is made each time
  public FrequentTexts(int most, Function<String, V> make) {
    this.most = most;
    this.make = make;
  }

  @SuppressWarnings({
    "unchecked",
    "ReferenceEquality"
  }) // another object only costs a look into the map
  public V get(String text) {
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 7 ^ hash >>> 16) & PLACES - 1;
    if (texts[place] == text) {
      return (V) Objects.requireNonNull(values[place]);
    }
    V value = all.get(text);
    if (value == null) {
      value = make.apply(text);
      if (all.size() == most) {
        return value;
      }
      all.put(text, value);
    }
    texts[place] = text;
    values[place] = value;
    return value;
  }
}
