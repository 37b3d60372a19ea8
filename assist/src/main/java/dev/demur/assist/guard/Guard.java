package dev.demur.assist.guard;

import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.profile.OwnText;
import dev.demur.trace.Span;
import dev.demur.trace.TraceView;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/* What may be shown to a member, and what not.

The rule. Every stretch of six or more words of the text that stands in the corpus must be
written by at least ten members. So must every number and every name in it, whatever its length.
Addresses and placeholders are never shown.

The asking member. Members may be shown their own words: a stretch that the member wrote is
never held back, and the member does not count among the ten, since otherwise nine
others would do. Whatever the request itself contains may be repeated in the answer as it stands:
it tells its sender nothing new. A stretch that begins in it and ends in new words is another
matter: else anyone could type the beginning of somebody's sentence and be given its end. So five
given words and one suggested word make six.

Longest first. Support can only fall as a stretch grows, so all stretches of six or more words are
supported if the longest ones are: these are the maximal spans of the text. */

/// Decides what text may be shown to one member. Immutable; for one request.
public final class Guard {
  /// A stretch of so many words is enough to be somebody's.
  public static final int WORDS = 6;

  /// So many members make a text nobody's.
  public static final int MEMBERS = 10;

  /// Members are not counted beyond this.
  public static final int MOST_COUNTED = 100;

  private final TraceView others;
  private final MemberProfile asker;
  private final OwnText given;

  private Guard(TraceView others, MemberProfile asker, OwnText given) {
    this.others = others;
    this.asker = asker;
    this.given = given;
  }

  /// The guard for what a member asks for.
  public static Guard of(TraceView corpus, MemberProfile asker) {
    return of(corpus, asker, OwnText.of(List.of()));
  }

  /// The guard for what a member asks for.
  ///
  /// @param given what the request itself says
  public static Guard of(TraceView corpus, MemberProfile asker, OwnText given) {
    return new Guard(corpus.without(asker.member()), asker, given);
  }

  /// The corpus without what the asking member wrote.
  public TraceView others() {
    return others;
  }

  /// Everything in a text that keeps it from being shown; nothing means it may be.
  public List<Finding> check(String text) {
    return check("", text);
  }

  /// Everything that keeps a text from being shown behind what the member typed: stretches that lie
  /// in the typed part alone do not matter.
  ///
  /// @param added comes right behind `typed`; places are counted from the first unit of `typed`
  public List<Finding> check(String typed, String added) {
    String text = typed + added;
    Words words = Words.of(text);
    List<Finding> findings = new ArrayList<>();
    findSpans(text, typed.length(), findings);
    findPlaceholders(words, findings);
    findNumbers(words, findings);
    findNames(text, words, findings);
    for (int[] address : Addresses.in(text)) {
      findings.add(new Finding(Refusal.ADDRESS, address[0], address[1], 0));
    }
    return findings.stream()
        .filter(finding -> finding.end() > typed.length())
        .sorted(Comparator.comparingInt(Finding::start).thenComparing(Finding::refusal))
        .toList();
  }

  /// Whether a text that is being written may go on with its last word: no stretch that ends there
  /// is one that too few members write, and the word is neither placeholder nor rare number.
  ///
  /// @param words the folded words so far, what the member typed among them
  public boolean allowsLast(List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    String last = words.getLast();
    if (Words.isPlaceholder(last) || (Words.isNumber(last) && !isCommon(List.of(last)))) {
      return false;
    }
    for (int length = WORDS; length <= words.size(); length++) {
      List<String> ending = words.subList(words.size() - length, words.size());
      int members = others.support(ending, MEMBERS);
      if (members == 0) {
        return true;
      }
      if (members < MEMBERS && !isKnownToAsker(ending)) {
        return false;
      }
    }
    return true;
  }

  /// Whether each sentence behind a place begins with a word that names nothing, or one that the
  /// asking member or ten others write: a name at the beginning of a sentence looks like any word.
  public boolean allowsOpenings(String text, Words words, int place) {
    return Names.openings(text, words, place).stream()
        .allMatch(word -> isCommon(words.list().subList(word, word + 1)));
  }

  /// The same where what ten others write does not do.
  public boolean knowsOpenings(String text, Words words, int place) {
    return Names.openings(text, words, place).stream()
        .allMatch(word -> isKnownToAsker(words.list().subList(word, word + 1)));
  }

  /// The maximal stretches of at least `minWords` words that stand in the corpus and end behind a
  /// place, with the members who write them.
  public List<Traced> explain(String text, int place, int minWords) {
    return others.spansBehind(text, place, minWords).stream()
        .map(span ->
            new Traced(
                span.start(),
                span.end(),
                span.words().size(),
                others.support(span.words(), MOST_COUNTED)))
        .toList();
  }

  private void findSpans(String text, int place, List<Finding> findings) {
    for (Span span : others.spansBehind(text, place, WORDS)) {
      int members = others.support(span.words(), MEMBERS);
      if (members < MEMBERS && !isKnownToAsker(span.words())) {
        findings.add(new Finding(Refusal.UNSUPPORTED_SPAN, span.start(), span.end(), members));
      }
    }
  }

  private static void findPlaceholders(Words words, List<Finding> findings) {
    for (int i = 0; i < words.size(); i++) {
      if (Words.isPlaceholder(words.list().get(i))) {
        findings.add(new Finding(Refusal.PLACEHOLDER, words.start(i), words.end(i), 0));
      }
    }
  }

  /// Numbers one behind the other, like those of a telephone, count as one.
  private void findNumbers(Words words, List<Finding> findings) {
    int from = 0;
    while (from < words.size()) {
      int to = from;
      while (to < words.size() && Words.isNumber(words.list().get(to))) {
        to++;
      }
      if (to > from) {
        addUnlessCommon(Refusal.RARE_NUMBER, words, from, to, findings);
      }
      from = Math.max(to, from + 1);
    }
  }

  /// The first word of a sentence need not belong to the name behind it, if it is a common word.
  private void findNames(String text, Words words, List<Finding> findings) {
    for (Names.Name name : Names.in(text, words)) {
      boolean mayDropFirst =
          name.beginsSentence()
              && name.to() > name.from() + 1
              && isCommon(words.list().subList(name.from(), name.from() + 1));
      if (!mayDropFirst || !isCommon(words.list().subList(name.from() + 1, name.to()))) {
        addUnlessCommon(Refusal.RARE_NAME, words, name.from(), name.to(), findings);
      }
    }
  }

  private void addUnlessCommon(
      Refusal refusal, Words words, int from, int to, List<Finding> findings) {
    List<String> phrase = words.list().subList(from, to);
    if (!isCommon(phrase)) {
      findings.add(
          new Finding(
              refusal, words.start(from), words.end(to - 1), others.support(phrase, MEMBERS)));
    }
  }

  /// Whether a stretch that stands in the corpus is neither the asking member's nor given, and has
  /// too few members.
  boolean isRare(List<String> phrase) {
    return !isKnownToAsker(phrase) && others.support(phrase, MEMBERS) < MEMBERS;
  }

  private boolean isKnownToAsker(List<String> phrase) {
    return asker.wrote(phrase) || given.says(phrase);
  }

  /// Whether a phrase is known to the asking member or written by enough others.
  private boolean isCommon(List<String> phrase) {
    return isKnownToAsker(phrase) || others.support(phrase, MEMBERS) >= MEMBERS;
  }
}
