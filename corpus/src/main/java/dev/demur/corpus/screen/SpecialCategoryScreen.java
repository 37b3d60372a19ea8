package dev.demur.corpus.screen;

import java.util.List;
import java.util.Optional;

/// Says whether a text tells something of a special category about a particular person: the writer
/// or somebody the writer speaks of.
///
/// Word lists and the words around: `my chemo` is health data, a nursing degree is not; `as a
/// Muslim woman` is belief, a museum of Islamic art is not. When unsure it says yes: a sentence too
/// few in the corpus costs less than one too many. A pure function, thread-safe.
public final class SpecialCategoryScreen {
  private static final Lexicon LEXICON = new Lexicon();
  private static final WordList HAVING = new WordList("having");
  private static final WordList BEING = new WordList("being");
  private static final WordList PERSON = new WordList("person");
  private static final WordList GENERIC = new WordList("generic");
  private static final WordList PROFESSIONAL = new WordList("professional");
  private static final WordList OWNING = new WordList("owning");
  private static final int NEAR = 3;
  private static final int FAR = 6;

  private SpecialCategoryScreen() {}

  /// The first special category that the text speaks of; empty for none.
  public static Optional<SpecialCategory> find(String text) {
    for (List<String> sentence : Sentences.of(text)) {
      Optional<SpecialCategory> found = inSentence(sentence);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<SpecialCategory> inSentence(List<String> sentence) {
    for (int at = 0; at < sentence.size(); at++) {
      for (Phrase phrase : LEXICON.at(sentence, at)) {
        if (phrase.alone() || isPersonal(sentence, at, at + phrase.words().size())) {
          return Optional.of(phrase.category());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPersonal(List<String> sentence, int start, int end) {
    if (any(PROFESSIONAL, sentence, end, end + 2)) {
      return false;
    }
    boolean owned = any(OWNING, sentence, start - NEAR, start);
    if (owned) {
      return true;
    }
    boolean generic = any(GENERIC, sentence, start - FAR, end + 2);
    boolean person = any(PERSON, sentence, start - FAR, start);
    boolean has = any(HAVING, sentence, start - NEAR - 1, start);
    boolean is = any(BEING, sentence, start - NEAR, start);
    return !generic
        && ((person && (has || is)) || (is && any(PERSON, sentence, 0, sentence.size())));
  }

  private static boolean any(WordList list, List<String> sentence, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(sentence.size(), to); i++) {
      if (list.contains(sentence.get(i))) {
        return true;
      }
    }
    return false;
  }
}
