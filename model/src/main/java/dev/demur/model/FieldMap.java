package dev.demur.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The fields of a record: a map in the order of its keys that never changes.
///
/// Keys and values lie in two arrays, because records have few fields and there are very many
/// records. Safe to share between threads.
@SuppressWarnings("JdkObsolete") // SortedMap is what a record promises
public final class FieldMap extends AbstractMap<String, String>
    implements SortedMap<String, String> {
  private static final String[] NONE = {};

  private final String[] keys;
  private final String[] values;

  private FieldMap(String[] keys, String[] values) {
    this.keys = keys;
    this.values = values;
  }

  static FieldMap copyOf(SortedMap<String, String> fields) {
    if (fields instanceof FieldMap map) {
      return map;
    }
    var builder = new Builder();
    fields.forEach(builder::put);
    return builder.build();
  }

  /// Puts fields together, in any order.
  public static final class Builder {
    private static final int FIRST_ROOM = 8;

    private String[] keys = new String[FIRST_ROOM];
    private String[] values = new String[FIRST_ROOM];
    private int size;

    /// Sets a field; the last value of a field counts.
    public void put(String key, String value) {
      int place = place(key);
      if (place < 0) {
        place = -place - 1;
        makeRoom(place);
        keys[place] = key;
      }
      values[place] = value;
    }

    /// Where a key is; where it belongs, as minus that place and minus one.
    private int place(String key) {
      for (int i = size - 1; i >= 0; i--) {
        int order = key.compareTo(keys[i]);
        if (order >= 0) {
          return order == 0 ? i : -i - 2;
        }
      }
      return -1;
    }

    private void makeRoom(int place) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      System.arraycopy(keys, place, keys, place + 1, size - place);
      System.arraycopy(values, place, values, place + 1, size - place);
      size++;
    }

    /// Leaves out every field but one.
    public void retain(String key) {
      int place = place(key);
      String value = place < 0 ? null : values[place];
      size = 0;
      if (value != null) {
        put(key, value);
      }
    }

    public boolean has(String key) {
      return place(key) >= 0;
    }

    public int size() {
      return size;
    }

    public FieldMap build() {
      return size == 0
          ? new FieldMap(NONE, NONE)
          : new FieldMap(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    int place = key instanceof String name ? Arrays.binarySearch(keys, name) : -1;
    return place < 0 ? null : values[place];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String name && Arrays.binarySearch(keys, name) >= 0;
  }

  @Override
  public String firstKey() {
    return keyAt(0);
  }

  @Override
  public String lastKey() {
    return keyAt(keys.length - 1);
  }

  private String keyAt(int place) {
    if (keys.length == 0) {
      throw new NoSuchElementException("a record without fields has no first or last one");
    }
    return keys[place];
  }

  /// Null: keys are in their natural order.
  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, String> subMap(String from, String to) {
    return copyOf(new TreeMap<>(this).subMap(from, to));
  }

  @Override
  public SortedMap<String, String> headMap(String to) {
    return copyOf(new TreeMap<>(this).headMap(to));
  }

  @Override
  public SortedMap<String, String> tailMap(String from) {
    return copyOf(new TreeMap<>(this).tailMap(from));
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, String>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < keys.length;
    }

    @Override
    public Map.Entry<String, String> next() {
      if (next == keys.length) {
        throw new NoSuchElementException("no more fields");
      }
      return Map.entry(keys[next], values[next++]);
    }
  }
}
