package dev.demur.corpus.screen;

import java.util.List;
import java.util.Optional;

/// Says whether a text tells something of a special category about a particular person: the writer
/// or somebody the writer speaks of.
///
/// Word lists and the words around: `my chemo` is health data, a nursing degree is not; `as a
/// Muslim woman` is belief, a museum of Islamic art is not. Where no word tells, a model decides
/// about sentences in which a particular person or a term stands. When unsure it says yes: a
/// sentence too few in the corpus costs less than one too many. A pure function, thread-safe.
public final class SpecialCategoryScreen {
  private static final Lexicon LEXICON = new Lexicon();
  private static final Clues CLUES = new Clues(LEXICON);
  private static final TellingModel MODEL = new TellingModel();
  private static final WordList HAVING = new WordList("having");
  private static final WordList BEING = new WordList("being");
  private static final WordList ACTING = new WordList("acting");
  private static final WordList OWNING = new WordList("owning");
  private static final WordList PERSON = new WordList("person");
  private static final WordList GENERIC = new WordList("generic");
  private static final WordList PROFESSIONAL = new WordList("professional");
  private static final WordList OCCUPATION = new WordList("occupation");
  private static final WordList LINKING = new WordList("linking");
  private static final WordList NEGATION = new WordList("negation");
  private static final WordList CONTRAST = new WordList("contrast");
  private static final WordList NOBODY = new WordList("nobody");
  private static final int NEGATING = 2;
  private static final int NEAR = 4;
  private static final int FAR = 6;
  private static final int SUBJECT = 3;

  /// Words of a sentence that are shown to who reviews it.
  private static final int SHOWN = 30;

  private SpecialCategoryScreen() {}

  /// What speaks of a special category in a text.
  ///
  /// @param words in small letters without accents
  /// @param sure whether the words say so by themselves or are called the writer's own; otherwise
  ///   only the words around them do, or the model, and a person may see that they mean something
  ///   else
  public record Finding(SpecialCategory category, String words, boolean sure) {}

  /// The first special category that the text speaks of; empty for none.
  public static Optional<SpecialCategory> find(String text) {
    return look(text).map(Finding::category);
  }

  /// The first finding that is sure, else the first by words, else the first that the model makes
  /// likely; empty for none.
  public static Optional<Finding> look(String text) {
    return look(text, MODEL);
  }

  /// The same by another model.
  static Optional<Finding> look(String text, TellingModel model) {
    Optional<Finding> first = Optional.empty();
    Optional<Finding> likely = Optional.empty();
    Persons persons = new Persons(text);
    for (Sentence sentence : Sentences.of(text, CLUES)) {
      List<Lexicon.Found> terms = LEXICON.in(sentence);
      for (Lexicon.Found found : terms) {
        if (isPersonal(found, sentence, persons) && !isNegated(sentence.words(), found.start())) {
          Finding finding = finding(found, sentence.words());
          if (finding.sure()) {
            return Optional.of(finding);
          }
          first = first.or(() -> Optional.of(finding));
        }
      }
      if (first.isEmpty() && likely.isEmpty()) {
        likely = likely(model, sentence.words(), terms, persons.areIn(sentence));
      }
    }
    return first.isPresent() ? first : likely;
  }

  private static Optional<Finding> likely(
      TellingModel model, List<String> sentence, List<Lexicon.Found> terms, boolean person) {
    if (terms.isEmpty() && !person) {
      return Optional.empty();
    }
    return model
        .told(new TellingFeatures(sentence, Lexicon.categories(terms), person))
        .map(category -> new Finding(category, shown(sentence), false));
  }

  private static String shown(List<String> sentence) {
    return String.join(" ", sentence.subList(0, Math.min(SHOWN, sentence.size())));
  }

  private static Finding finding(Lexicon.Found found, List<String> sentence) {
    Phrase phrase = found.phrase();
    int end = Math.min(sentence.size(), found.start() + phrase.words().size());
    boolean sure = phrase.kind() == Phrase.Kind.ALONE || isOwned(sentence, found.start());
    return new Finding(
        phrase.category(), String.join(" ", sentence.subList(found.start(), end)), sure);
  }

  private static boolean isPersonal(Lexicon.Found found, Sentence sentence, Persons persons) {
    List<String> words = sentence.words();
    Phrase phrase = found.phrase();
    int start = found.start();
    int end = start + phrase.words().size();
    return switch (phrase.kind()) {
      case ALONE -> true;
      case IDENTITY ->
          isToldOfSomebody(sentence, start, end, persons)
              || (!isSubject(words, start, end, true) && isIdentity(words, start, end));
      case CONDITION ->
          isToldOfSomebody(sentence, start, end, persons)
              || (!isSubject(words, start, end, false)
                  && (isCondition(words, start, end) || isMembership(phrase, words)));
    };
  }

  /// Whether one particular person stands anywhere in the sentence, and the term is neither work
  /// nor of people in general; or the sentence is a list of what somebody is.
  private static boolean isToldOfSomebody(Sentence sentence, int start, int end, Persons persons) {
    List<String> words = sentence.words();
    boolean told = !isSubject(words, start, end, false) && persons.areIn(sentence, start, end);
    return !isGeneric(words, start, end) && (told || persons.isListed(words, end));
  }

  /// `I do not have diabetes`, `never been convicted of`; not `not only`, `no longer`.
  private static boolean isNegated(List<String> sentence, int start) {
    for (int at = Math.max(0, start - NEGATING); at < start; at++) {
      if (NEGATION.contains(sentence.get(at)) && !CONTRAST.contains(sentence.get(at + 1))) {
        return true;
      }
    }
    return NOBODY.contains(sentence.getFirst());
  }

  /// Whether the term is what somebody works on: `cancer research`, `an article about autism`.
  private static boolean isSubject(List<String> sentence, int start, int end, boolean identity) {
    boolean after = isWork(sentence, end, identity);
    boolean linked = end < sentence.size() && LINKING.contains(sentence.get(end));
    boolean second = !linked && isWork(sentence, end + 1, identity);
    boolean before = any(PROFESSIONAL, sentence, start - 2, start);
    return after || second || before;
  }

  private static boolean isWork(List<String> sentence, int at, boolean identity) {
    return any(PROFESSIONAL, sentence, at, at + 1)
        || (!identity && any(OCCUPATION, sentence, at, at + 1));
  }

  private static boolean isIdentity(List<String> sentence, int start, int end) {
    boolean is = any(BEING, sentence, start - NEAR, start);
    boolean person = any(PERSON, sentence, start - FAR, start);
    boolean opened = Persons.isOpened(sentence) && any(PERSON, sentence, 0, sentence.size());
    return !isGeneric(sentence, start, end)
        && (isOwned(sentence, start) || (is && (person || opened)));
  }

  private static boolean isCondition(List<String> sentence, int start, int end) {
    boolean has = any(HAVING, sentence, start - NEAR, start);
    boolean person =
        any(PERSON, sentence, start - FAR, start)
            || any(PERSON, sentence, 0, Math.min(SUBJECT, start))
            || Persons.isOpened(sentence);
    return isOwned(sentence, start) || (!isGeneric(sentence, start, end) && has && person);
  }

  /// `I joined the … party`, `elected to the works council`.
  private static boolean isMembership(Phrase phrase, List<String> sentence) {
    return switch (phrase.category()) {
      case POLITICS, UNION ->
          any(ACTING, sentence, 0, sentence.size()) && any(PERSON, sentence, 0, sentence.size());
      case HEALTH, RELIGION, ORIENTATION, ETHNICITY, BIOMETRICS, CRIMINAL -> false;
    };
  }

  private static boolean isGeneric(List<String> sentence, int start, int end) {
    return any(GENERIC, sentence, start - FAR, Math.min(end + 1, sentence.size()));
  }

  /// `my chronic pain`, not `my thesis on pain`.
  private static boolean isOwned(List<String> sentence, int start) {
    for (int at = start - 1; at >= Math.max(0, start - SUBJECT); at--) {
      if (OWNING.contains(sentence.get(at))) {
        return true;
      }
      if (LINKING.contains(sentence.get(at))) {
        return false;
      }
    }
    return false;
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
