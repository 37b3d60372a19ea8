package dev.demur.corpus.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names of people whom nobody introduced: a common given name and one to three capitalised words
/// behind it, or a title and a capitalised word.
///
/// A public constant, like the recognisers of patterns. It is asked after the names that are known,
/// and says nothing about the places where those stand.
final class StrangerRecogniser {
  private static final int MAX_WORDS = 4;

  /// A name, but not of a person.
  private static final int THING = -2;

  private static final WordSet PARTICLES =
      new WordSet(
          "van von der den de da di du la le el al bin ibn dos del della ten ter af zu y e");
  private static final WordSet TITLES_IN_SMALL =
      new WordSet(
          "senor senora signor signora monsieur madame mme mlle meneer mevrouw mr mrs ms dr prof");
  private static final WordSet TO_PLACES = new WordSet("to from by and");
  private static final WordSet NO_NAMES =
      new WordSet(
          "and or but the a an in on at of to for from with by is was are were has have had will would"
              + " university college school institute academy hospital church foundation prize award"
              + " street avenue road square park airport station center centre company group inc ltd"
              + " llc gmbh ag corp co bank museum stadium theatre theater cup day week month year"
              + " january february march april may june july august september october november"
              + " december monday tuesday wednesday thursday friday saturday sunday i we he she it they"
              + " my our his her their this that these those thanks thank dear hello hi");

  private static final WordSet THINGS =
      new WordSet(
          "university college school institute academy hospital church foundation prize award street"
              + " avenue road square park airport station center centre company group inc ltd llc gmbh ag"
              + " corp co kg se plc bank museum stadium theatre theater cup day universitat stiftung schule"
              + " strasse platz haus stadion preis fondation prix rue fundacion hotel arena tower");

  private StrangerRecogniser() {}

  /// Everywhere that a stranger is named, in the order of the text.
  static List<NameHit> find(Scan scan) {
    List<NameHit> hits = new ArrayList<>();
    Map<Long, String> known = new HashMap<>();
    int done = -1;
    for (int i = 0; i < scan.capitals().size(); i++) {
      int word = scan.capitals().get(i);
      if (word <= done) {
        continue;
      }
      int last = lastWord(scan, word);
      int first = word;
      while (first < last && CommonWords.TITLES.contains(scan.hash(first))) {
        first++;
      }
      if (last >= 0) {
        NameHit hit = hit(scan, first, last);
        hits.add(hit);
        known.putIfAbsent(scan.hash(first), hit.person());
        done = last;
      } else if (last != THING && isAlone(scan, word)) {
        String person = known.get(scan.hash(word));
        NameHit hit = hit(scan, word, word);
        hits.add(person == null ? hit : new NameHit(hit.start(), hit.end(), person));
      }
    }
    return hits;
  }

  private static int lastWord(Scan scan, int word) {
    if (GivenNames.ALL.contains(scan.hash(word))) {
      return fullName(scan, word);
    }
    int titled = titled(scan, word);
    boolean small =
        word > 0 && !isCapital(scan, word - 1) && TITLES_IN_SMALL.before(scan, word, 1, 2);
    if (titled < 0 && small && isSurname(scan, word)) {
      return word;
    }
    return titled >= 0 ? titled : linked(scan, word);
  }

  /// A given name alone, where somebody is spoken to, thanked or spoken of.
  private static boolean isAlone(Scan scan, int word) {
    return GivenNames.ALL.contains(scan.hash(word))
        && isCapital(scan, word)
        && !BirthDateRecogniser.isMonthOfYear(scan, word)
        && (isAddressed(scan, word)
            || (CommonWords.BEFORE_A_PERSON.before(scan, word, 1, 2) && !isPlace(scan, word))
            || CommonWords.GREETINGS.before(scan, word, 2, 8));
  }

  /// `to Charlotte, North Carolina`: a name that is a word as well, behind one that leads to
  /// places.
  private static boolean isPlace(Scan scan, int word) {
    return CommonWords.NAMES_THAT_ARE_WORDS.contains(scan.hash(word))
        && TO_PLACES.before(scan, word, 1, 2);
  }

  /// `Well done, Grace!`
  private static boolean isAddressed(Scan scan, int word) {
    return scan.at(scan.start(word) - 2) == ',' && ".!?,\n".indexOf(scan.at(scan.end(word))) >= 0;
  }

  /// `Grace McCoy (https://www.linkedin.com/in/…)`: the second of two capitalised words, or -1.
  private static int linked(Scan scan, int first) {
    int last = first + 1;
    boolean two =
        last < scan.words()
            && scan.at(scan.end(last) + 1) == '('
            && isSurname(scan, first)
            && isSurname(scan, last)
            && adjacent(scan, last);
    if (!two) {
      return -1;
    }
    int link = scan.end(last) + 2;
    boolean bracket = scan.text().startsWith(" (", scan.end(last));
    boolean url =
        scan.text().startsWith("http", link)
            || scan.text().startsWith("www.", link)
            || scan.text().startsWith("linkedin.", link);
    return bracket && url ? last : -1;
  }

  private static NameHit hit(Scan scan, int first, int last) {
    int start = scan.start(first);
    int end = scan.end(last);
    return new NameHit(start, end, PersonNames.anybodyNamed(scan, first, last));
  }

  /// The last word of a name that starts with a given name, -1, or [#THING].
  private static int fullName(Scan scan, int first) {
    if (!isCapital(scan, first)) {
      return -1;
    }
    int last = -1;
    for (int word = first + 1; word < scan.words() && word - first < MAX_WORDS; word++) {
      if (!adjacent(scan, word)) {
        break;
      }
      boolean particle = PARTICLES.contains(scan.hash(word));
      if (particle && isAnd(scan, word)) {
        break;
      }
      if (!particle && !isSurname(scan, word)) {
        break;
      }
      last = particle ? last : word;
    }
    return isThing(scan, last) ? THING : last;
  }

  /// `Giulia Bianchi e Luca Ferrari`: two people.
  private static boolean isAnd(Scan scan, int word) {
    boolean letter = scan.end(word) - scan.start(word) == 1;
    return letter && word + 1 < scan.words() && GivenNames.ALL.contains(scan.hash(word + 1));
  }

  /// `Robert Bosch GmbH`, `Martin Luther King Day`: what is named after people.
  private static boolean isThing(Scan scan, int last) {
    int next = last + 1;
    return last >= 0
        && next < scan.words()
        && adjacent(scan, next)
        && isCapital(scan, next)
        && THINGS.contains(scan.hash(next));
  }

  /// The word behind `Mr`, `Dr`, `Frau`, or -1.
  private static int titled(Scan scan, int title) {
    int next = title + 1;
    if (next < scan.words()
        && scan.start(next) - scan.end(title) <= 2
        && CommonWords.TITLES.contains(scan.hash(next))) {
      next++;
    }
    boolean shouted = Character.isUpperCase(scan.at(scan.start(title) + 1));
    boolean isTitle = CommonWords.TITLES.contains(scan.hash(title)) && !shouted;
    boolean named = isTitle && next < scan.words() && scan.start(next) - scan.end(next - 1) <= 2;
    if (!named || !isSurname(scan, next)) {
      return -1;
    }
    return GivenNames.ALL.contains(scan.hash(next)) ? Math.max(next, fullName(scan, next)) : next;
  }

  private static boolean isSurname(Scan scan, int word) {
    // `K.`, `O'Connor`
    boolean initial =
        scan.end(word) - scan.start(word) == 1
            && (scan.at(scan.end(word)) == '.'
                || ("'’".indexOf(scan.at(scan.end(word))) >= 0
                    && Character.isUpperCase(scan.at(scan.end(word) + 1))));
    return isCapital(scan, word)
        && !NO_NAMES.contains(scan.hash(word))
        && (initial || scan.end(word) - scan.start(word) > 1)
        && !Scan.isDigit(scan.at(scan.start(word)));
  }

  private static boolean isCapital(Scan scan, int word) {
    return Character.isUpperCase(scan.at(scan.start(word)));
  }

  private static boolean adjacent(Scan scan, int word) {
    int gap = scan.start(word) - scan.end(word - 1);
    char c = scan.at(scan.end(word - 1));
    boolean single = gap == 1 && " -'’\u00A0".indexOf(c) >= 0;
    boolean initial = gap == 2 && c == '.' && scan.end(word - 1) - scan.start(word - 1) == 1;
    return single || initial;
  }
}
