package dev.demur.assist.pattern;

import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence with slots, e.g. `I am {a} {title} at {company}.`; `{a}` is `a` or `an`.
///
/// @param text the sentence
public record Frame(String text) {
  private static final Pattern MARK = Pattern.compile("\\{([a-z-]+)}");
  private static final String ARTICLE = "a";
  private static final Pattern ARTICLE_BEFORE_SLOT = Pattern.compile("\\ban? (?=\\{)");
  private static final String VOWELS = "aeiouAEIOU";

  /// The slots in their order; one may come more than once.
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    Matcher matcher = MARK.matcher(text);
    while (matcher.find()) {
      Slot.of(matcher.group(1)).ifPresent(slots::add);
    }
    return slots;
  }

  /// The sentence with a member's facts in its slots, or nothing where the member has too few. A
  /// slot that comes again takes the next fact.
  ///
  /// @param turn 0 takes the best facts first; other numbers begin elsewhere among the skills
  public Optional<String> fill(SlotValues values, int turn) {
    Map<Slot, Integer> used = new EnumMap<>(Slot.class);
    StringBuilder filled = new StringBuilder();
    boolean article = false;
    int at = 0;
    Matcher matcher = MARK.matcher(text);
    while (matcher.find()) {
      filled.append(text, at, matcher.start());
      at = matcher.end();
      if (matcher.group(1).equals(ARTICLE)) {
        article = true;
        continue;
      }
      Optional<String> value =
          Slot.of(matcher.group(1)).flatMap(slot -> next(slot, values, used, turn));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (article) {
        filled.insert(filled.length() - 1, VOWELS.indexOf(value.get().charAt(0)) < 0 ? "a" : "an");
        article = false;
      }
      filled.append(value.get());
    }
    return Optional.of(filled.append(text, at, text.length()).toString());
  }

  private static Optional<String> next(
      Slot slot, SlotValues values, Map<Slot, Integer> used, int turn) {
    List<String> fitting = values.in(slot);
    int number = used.merge(slot, 1, Integer::sum) - 1;
    if (number >= fitting.size()) {
      return Optional.empty();
    }
    int shift = slot == Slot.SKILL ? turn : 0;
    return Optional.of(fitting.get((number + shift) % fitting.size()));
  }

  /// The frame of a sentence: each of its author's facts is replaced by a slot, longest first.
  static Frame of(String sentence, SlotValues author) {
    Words words = Words.of(sentence);
    StringBuilder text = new StringBuilder();
    int copied = 0;
    int word = 0;
    while (word < words.size()) {
      Optional<Match> match = longestAt(words.list(), word, author);
      if (match.isPresent()) {
        int to = word + match.get().words();
        text.append(sentence, copied, words.start(word)).append(match.get().slot().mark());
        copied = words.end(to - 1);
        word = to;
      } else {
        word++;
      }
    }
    text.append(sentence.substring(copied));
    String spaced = text.toString().strip().replaceAll("\\s+", " ");
    return new Frame(ARTICLE_BEFORE_SLOT.matcher(spaced).replaceAll("{" + ARTICLE + "} "));
  }

  /// A fact of the author in a sentence.
  private record Match(Slot slot, int words) {}

  private static Optional<Match> longestAt(List<String> words, int from, SlotValues author) {
    Match best = new Match(Slot.TITLE, 0);
    for (Slot slot : Slot.values()) {
      for (String value : author.in(slot)) {
        List<String> phrase = Words.of(value).list();
        int to = from + phrase.size();
        if (phrase.size() > best.words()
            && to <= words.size()
            && words.subList(from, to).equals(phrase)) {
          best = new Match(slot, phrase.size());
        }
      }
    }
    return best.words() == 0 ? Optional.empty() : Optional.of(best);
  }
}
