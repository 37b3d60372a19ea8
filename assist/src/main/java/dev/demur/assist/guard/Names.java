package dev.demur.assist.guard;

import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what may be names: words with a capital that nothing but a name explains.
///
/// Capitals one behind the other, with no punctuation between them, are one name. A capital at the
/// beginning of a sentence says nothing by itself; it does where a thing of one or two words stands
/// between the bars of a list.
public final class Names {
  private static final Set<String> CONTRACTED = Set.of("im", "ive", "ill", "id");
  private static final Set<String> GREETINGS = Set.of("hello", "hi", "dear");
  private static final String SENTENCE_ENDS = ".!?:;…|•·–—\n\r";
  private static final String LIST_MARKS = "|•·";
  private static final int MOST_OF_THING = 2;
  private static final String BETWEEN = " \t'’-.\u00A0";

  private final String text;
  private final Words words;

  private Names(String text, Words words) {
    this.text = text;
    this.words = words;
  }

  /// What may be a name.
  ///
  /// @param from number of its first word
  /// @param to one past the number of its last word
  /// @param beginsSentence whether its first capital may be that of a sentence
  public record Name(int from, int to, boolean beginsSentence) {}

  /// The possible names in a text, in order.
  public static List<Name> in(String text, Words words) {
    return new Names(text, words).find();
  }

  private List<Name> find() {
    List<Name> names = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = at;
      while (end < words.size() && isCapital(end) && (end == at || belongTogether(end - 1))) {
        end++;
      }
      boolean begins = beginsSentence(at) && !isThingOfList(at);
      if (end > at + 1 || (end == at + 1 && !begins)) {
        names.add(new Name(at, end, begins));
      }
      at = Math.max(end, at + 1);
    }
    return names;
  }

  /// The words whose capital may be there only because they begin a sentence or a thing in a list,
  /// and that may name something all the same.
  ///
  /// @param place words that end before it are left out
  public static List<Integer> openings(String text, Words words, int place) {
    Names names = new Names(text, words);
    List<Integer> openings = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      if (words.end(word) > place
          && names.isCapital(word)
          && names.beginsSentence(word)
          && !FunctionWords.contains(words.list().get(word))) {
        openings.add(word);
      }
    }
    return openings;
  }

  /// Whether one or two words, of which this is the first, stand alone between marks of a list.
  private boolean isThingOfList(int word) {
    int from = word == 0 ? 0 : words.end(word - 1);
    boolean listed = hasListMark(from, words.start(word));
    if (word > 0 && !listed) {
      return false;
    }
    for (int last = word; last < words.size() && last < word + MOST_OF_THING; last++) {
      boolean end = last + 1 == words.size();
      int to = end ? text.length() : Math.max(words.end(last), words.start(last + 1));
      if (hasListMark(words.end(last), to) || (end && listed)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasListMark(int from, int to) {
    return text.substring(Math.min(from, to), to)
        .chars()
        .anyMatch(unit -> LIST_MARKS.indexOf(unit) >= 0);
  }

  private boolean isCapital(int word) {
    int first = text.codePointAt(words.start(word));
    return (Character.isUpperCase(first) || Character.isTitleCase(first))
        && !isOneself(word)
        && !(GREETINGS.contains(words.list().get(word)) && beginsSentence(word))
        && !CalendarWords.contains(words.list().get(word));
  }

  /// "I" and "I'm", but not "Im", which lost its apostrophe or is something else.
  private boolean isOneself(int word) {
    String folded = words.list().get(word);
    int letters = words.end(word) - words.start(word);
    return folded.equals("i") || (CONTRACTED.contains(folded) && letters > folded.length());
  }

  /// Whether only a space, a hyphen or the point of an initial is between a word and the next.
  private boolean belongTogether(int word) {
    int next = Math.max(words.end(word), words.start(word + 1));
    String between = text.substring(words.end(word), next);
    boolean isInitial = words.end(word) - words.start(word) == 1;
    return between
        .chars()
        .allMatch(unit -> BETWEEN.indexOf(unit) >= 0 && (unit != '.' || isInitial));
  }

  private boolean beginsSentence(int word) {
    int at = words.start(word) - 1;
    int last = word == 0 ? 0 : words.end(word - 1);
    while (at >= last) {
      if (SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
      at--;
    }
    return word == 0;
  }
}
