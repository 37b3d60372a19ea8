package dev.demur.corpus.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One search for names in one text. Full names first; then, knowing who is in the text, single
/// names.
final class NameSearch {
  private static final int MAX_GAP = 3;
  private static final int MANY = 2;

  private final Scan scan;
  private final Map<Long, List<NamePattern>> patterns;
  private final boolean[] taken;
  private final List<NameHit> hits = new ArrayList<>();
  private final Map<Long, String> named = new HashMap<>();

  NameSearch(Scan scan, Map<Long, List<NamePattern>> patterns) {
    this.scan = scan;
    this.patterns = patterns;
    this.taken = new boolean[scan.words()];
    fullNames();
    singleNames();
    hits.sort(Comparator.comparingInt(NameHit::start));
  }

  List<NameHit> hits() {
    return hits;
  }

  private void fullNames() {
    for (int word = 0; word < scan.words(); word++) {
      for (NamePattern pattern : patterns.getOrDefault(scan.hash(word), List.of())) {
        int last = pattern.words().size() < MANY ? -1 : lastWord(pattern, word);
        if (last >= 0) {
          take(pattern, word, last);
          word = last;
          break;
        }
      }
    }
  }

  private void take(NamePattern pattern, int from, int to) {
    for (int i = from; i <= to; i++) {
      taken[i] = true;
    }
    hits.add(new NameHit(scan.start(from), scan.end(to), pattern.person()));
    remember(pattern.first(), pattern.person());
    remember(pattern.last(), pattern.person());
  }

  /// Two people with one first name in a text: then the first name alone says neither.
  private void remember(long hash, String person) {
    named.merge(hash, person, (before, now) -> before.equals(now) ? now : "");
  }

  /// The last word of a match that starts at a word, or -1.
  private int lastWord(NamePattern pattern, int from) {
    int word = from;
    for (int i = 1; i < pattern.words().size(); i++) {
      int next = word + 1;
      if (isMiddleInitial(pattern, next) && i == pattern.words().size() - 1) {
        next++;
      }
      if (next >= scan.words() || scan.hash(next) != pattern.word(i) || !joined(pattern, next)) {
        return -1;
      }
      word = next;
    }
    return isWrittenAsName(pattern, from, word) ? word : -1;
  }

  private boolean isMiddleInitial(NamePattern pattern, int word) {
    return pattern.kind() == NamePattern.Kind.FULL
        && word + 1 < scan.words()
        && scan.end(word) - scan.start(word) == 1
        && joined(pattern, word);
  }

  /// Whether only a space or a sign stands between a word and the one before.
  private boolean joined(NamePattern pattern, int word) {
    int from = scan.end(word - 1);
    int to = scan.start(word);
    if (to - from > MAX_GAP) {
      return false;
    }
    boolean comma = false;
    for (int at = from; at < to; at++) {
      char c = scan.at(at);
      comma |= c == ',';
      if (" .-_'’,\u00A0\n".indexOf(c) < 0) {
        return false;
      }
    }
    return switch (pattern.kind()) {
      case FULL, FIRST, LAST, HANDLE -> !comma;
      case REVERSED -> true;
      case INITIAL -> !comma && scan.at(from) == '.';
    };
  }

  /// Any case will do, but for names made of words only, and for reversed ones and initials.
  private boolean isWrittenAsName(NamePattern pattern, int from, int to) {
    boolean words = true;
    boolean capitals = true;
    for (int word = from; word <= to; word++) {
      words &= CommonWords.NAMES_THAT_ARE_WORDS.contains(scan.hash(word));
      capitals &= isCapital(word) || (word != from && word != to);
    }
    boolean strict = words || pattern.kind() != NamePattern.Kind.FULL;
    return capitals || !strict;
  }

  private boolean isCapital(int word) {
    return !Character.isLowerCase(scan.at(scan.start(word)));
  }

  private void singleNames() {
    for (int word = 0; word < scan.words(); word++) {
      if (!taken[word] && (isCapital(word) || hasDigit(word))) {
        String person = single(word);
        if (person != null) {
          hits.add(new NameHit(scan.start(word), scan.end(word), person));
        }
      }
    }
  }

  private boolean hasDigit(int word) {
    for (int at = scan.start(word); at < scan.end(word); at++) {
      if (Scan.isDigit(scan.at(at))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String single(int word) {
    if (BirthDateRecogniser.isMonthOfYear(scan, word)) {
      return null;
    }
    String known = named.get(scan.hash(word));
    if (known != null && (isPersonHere(word) || isCapitalInSentence(word))) {
      return known.isEmpty() ? PersonNames.anybodyNamed(scan.word(word, true)) : known;
    }
    for (NamePattern pattern : patterns.getOrDefault(scan.hash(word), List.of())) {
      if (pattern.words().size() == 1 && isMeant(pattern, word)) {
        return pattern.person();
      }
    }
    return null;
  }

  private boolean isMeant(NamePattern pattern, int word) {
    return switch (pattern.kind()) {
      case FIRST, HANDLE -> isPersonHere(word);
      case LAST -> CommonWords.TITLES.before(scan, word, 1, 3);
      case FULL, REVERSED, INITIAL -> false;
    };
  }

  private boolean isPersonHere(int word) {
    long hash = scan.hash(word);
    if (!CommonWords.NAMES_THAT_ARE_WORDS.contains(hash)) {
      return true;
    }
    if (isAddressed(word) || CommonWords.GREETINGS.before(scan, word, 1, 2)) {
      return true;
    }
    boolean time = CommonWords.TIMES.contains(hash);
    boolean person = CommonWords.BEFORE_A_PERSON.before(scan, word, 1, 2);
    boolean thing = CommonWords.BEFORE_A_THING.before(scan, word, 1, 2);
    return !time && (person || (!thing && isCapitalInSentence(word)));
  }

  /// `So true, Mark.`: a comma before, the end of the sentence behind.
  private boolean isAddressed(int word) {
    boolean comma = scan.at(scan.start(word) - 2) == ',' && scan.at(scan.start(word) - 1) == ' ';
    return comma && ".!?,\n".indexOf(scan.at(scan.end(word))) >= 0;
  }

  /// A capital where no sentence starts.
  private boolean isCapitalInSentence(int word) {
    int at = scan.start(word) - 1;
    while (at >= 0 && " \"'(“‘".indexOf(scan.at(at)) >= 0) {
      at--;
    }
    return at >= 0 && ".!?:\n\r•-–".indexOf(scan.at(at)) < 0;
  }
}
