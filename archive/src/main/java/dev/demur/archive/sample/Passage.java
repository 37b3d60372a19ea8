package dev.demur.archive.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Text under construction that remembers what was planted in it, and where.
///
/// Offsets count UTF-16 units from the beginning of the text.
final class Passage implements CharSequence {

  /// Something planted in a text.
  ///
  /// @param kind e.g. `email`, `person`, `quote`, `special.health`
  /// @param person the id of the person it names or is taken from
  record Span(String kind, int start, int end, Optional<String> person) {
    private Span shifted(int by) {
      return new Span(kind, start + by, end + by, person);
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();

  static Passage of(CharSequence text) {
    return new Passage().add(text);
  }

  /// Appends text, together with what is planted in it.
  Passage add(CharSequence more) {
    if (more instanceof Passage passage) {
      passage.spans.forEach(span -> spans.add(span.shifted(text.length())));
      text.append(passage.text);
    } else {
      text.append(more);
    }
    return this;
  }

  Passage plant(String kind, CharSequence planted) {
    return plant(kind, planted, Optional.empty());
  }

  Passage plant(String kind, CharSequence planted, Optional<String> person) {
    int start = text.length();
    add(planted);
    spans.add(new Span(kind, start, text.length(), person));
    return this;
  }

  /// Makes the character at this offset a capital, if it has one of the same length.
  void capitalise(int at) {
    if (at < text.length()) {
      text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
    }
  }

  /// The same text as a sentence: with a capital at its beginning.
  Passage capitalised() {
    capitalise(0);
    return this;
  }

  boolean endsWith(char last) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == last;
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
