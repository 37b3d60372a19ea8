package dev.demur.assist.profile;

import dev.demur.trace.Words;
import java.util.Collection;
import java.util.List;

/// Texts in which words can be looked up. Immutable.
public final class OwnText {
  private static final char WORD_END = ' ';
  private static final char TEXT_END = '\n';

  private final String words;

  private OwnText(String words) {
    this.words = words;
  }

  public static OwnText of(Collection<String> texts) {
    return ofWords(texts.stream().map(text -> Words.of(text).list()).toList());
  }

  /// The same of texts whose folded words are known.
  static OwnText ofWords(Collection<List<String>> texts) {
    StringBuilder all = new StringBuilder();
    for (List<String> text : texts) {
      all.append(WORD_END);
      text.forEach(word -> all.append(word).append(WORD_END));
      all.append(TEXT_END);
    }
    return new OwnText(all.toString());
  }

  /// Whether the folded words stand in one of the texts, one behind the other.
  public boolean says(List<String> phrase) {
    return !phrase.isEmpty()
        && words.contains(WORD_END + String.join(String.valueOf(WORD_END), phrase) + WORD_END);
  }

  /// Size only: the texts are a member's.
  @Override
  public String toString() {
    return "OwnText[" + words.length() + " characters]";
  }
}
