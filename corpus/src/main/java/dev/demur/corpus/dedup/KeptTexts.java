package dev.demur.corpus.dedup;

import java.nio.file.Path;

/// The texts that later ones are compared with: sets of runs of words, and for each band the texts
/// that share it. All in files, so that the heap does not grow with them.
///
/// A text is a number from 0. For each it has the hash of every band, the text before it that
/// shares that band, a sketch of its set, and where that set ends. A table of open addressing leads
/// from a band's hash to the last text that has it. Not thread-safe.
final class KeptTexts implements AutoCloseable {
  /// No text.
  static final int NONE = -1;

  private static final int LEAST_SLOTS = 1 << 10;

  private final int bands;
  private final int sketch;
  private final int end;
  private final long width;
  private final Path folder;
  private final FileMemory sets;
  private final FileMemory texts;
  private FileMemory table;
  private long slots = LEAST_SLOTS;
  private int count;

  KeptTexts(int bands, Path folder) {
    this.bands = bands;
    this.sketch = bands + (bands + 1) / 2;
    this.end = sketch + Shingles.SKETCH;
    this.width = end + 1L;
    this.folder = folder;
    this.sets = new FileMemory(folder);
    this.texts = new FileMemory(folder);
    this.table = emptyTable(LEAST_SLOTS);
  }

  private FileMemory emptyTable(long size) {
    FileMemory empty = new FileMemory(folder);
    empty.reserve(size * Long.BYTES);
    return empty;
  }

  /// The last text that shares a band, or [#NONE].
  int last(int band, long hash) {
    long slot = slot(band, hash);
    return number(table.longAt(slot));
  }

  /// The text that shares a band with this one and came before it, or [#NONE].
  int before(int text, int band) {
    return texts.intAt(link(text, band)) - 1;
  }

  /// Copies a text's sketch.
  void copySketch(int text, long[] to) {
    texts.copy(row(text) + sketch, to, Shingles.SKETCH);
  }

  int sizeOf(int text) {
    return Math.toIntExact(end(text) - end(text - 1));
  }

  /// Copies a text's set.
  void copy(int text, long[] to) {
    sets.copy(end(text - 1), to, sizeOf(text));
  }

  void add(long[] set, long[] hashes, long[] sketchOfSet) {
    long start = end(count - 1);
    sets.reserve((start + set.length) * Long.BYTES);
    sets.set(start, set);
    texts.reserve((row(count) + width) * Long.BYTES);
    long row = row(count);
    texts.set(row, hashes);
    texts.set(row + sketch, sketchOfSet);
    texts.setLong(row + end, start + set.length);
    for (int band = 0; band < bands; band++) {
      texts.setInt(link(count, band), enter(count, band, hashes[band]) + 1);
    }
    count = Math.addExact(count, 1);
    if ((long) count * bands * 4 > slots * 3) {
      enlarge();
    }
  }

  /// Makes a text the last one of a band; returns the one that was.
  private int enter(int text, int band, long hash) {
    long slot = slot(band, hash);
    int before = number(table.longAt(slot));
    table.setLong(slot, hash << 32 | (text + 1));
    return before;
  }

  private void enlarge() {
    table.close();
    slots *= 2;
    table = emptyTable(slots);
    for (int text = 0; text < count; text++) {
      for (int band = 0; band < bands; band++) {
        enter(text, band, texts.longAt(row(text) + band));
      }
    }
  }

  /// Where a band's hash stands in the table, or the empty place where it would.
  private long slot(int band, long hash) {
    long slot = hash >>> 32 & slots - 1;
    for (long entry = table.longAt(slot); entry != 0; entry = table.longAt(slot)) {
      if (entry >>> 32 == (hash & 0xFFFFFFFFL) && texts.longAt(row(number(entry)) + band) == hash) {
        return slot;
      }
      slot = slot + 1 & slots - 1;
    }
    return slot;
  }

  private static int number(long entry) {
    return (int) entry - 1;
  }

  private long end(int text) {
    return text < 0 ? 0 : texts.longAt(row(text) + end);
  }

  private long link(int text, int band) {
    return (row(text) + bands) * 2 + band;
  }

  private long row(int text) {
    return text * width;
  }

  @Override
  public void close() {
    sets.close();
    texts.close();
    table.close();
  }
}
