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
  private static final WordSet PARTICLES =
      new WordSet(
          "van von der den de da di du la le el al bin ibn dos del della ten ter af zu y e");
  private static final WordSet NO_NAMES =
      new WordSet(
          "and or but the a an in on at of to for from with by is was are were has have had will would"
              + " university college school institute academy hospital church foundation prize award"
              + " street avenue road square park airport station center centre company group inc ltd"
              + " llc gmbh ag corp co bank museum stadium theatre theater cup day week month year"
              + " january february march april may june july august september october november"
              + " december monday tuesday wednesday thursday friday saturday sunday i we he she it they"
              + " my our his her their this that these those thanks thank dear hello hi");

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
      int first = CommonWords.TITLES.contains(scan.hash(word)) ? word + 1 : word;
      int last = lastWord(scan, word);
      if (last >= 0) {
        NameHit hit = hit(scan, first, last);
        hits.add(hit);
        known.putIfAbsent(scan.hash(first), hit.person());
        done = last;
      } else if (isAlone(scan, word)) {
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
    return titled >= 0 ? titled : linked(scan, word);
  }

  /// A given name alone, where somebody is spoken to, thanked or spoken of.
  private static boolean isAlone(Scan scan, int word) {
    return GivenNames.ALL.contains(scan.hash(word))
        && isCapital(scan, word)
        && (isAddressed(scan, word)
            || CommonWords.BEFORE_A_PERSON.before(scan, word, 1, 2)
            || CommonWords.GREETINGS.before(scan, word, 2, 8));
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

  /// The last word of a name that starts with a given name, or -1.
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
      if (!particle && !isSurname(scan, word)) {
        break;
      }
      last = particle ? last : word;
    }
    return last;
  }

  /// The word behind `Mr`, `Dr`, `Frau`, or -1.
  private static int titled(Scan scan, int title) {
    int next = title + 1;
    boolean shouted = Character.isUpperCase(scan.at(scan.start(title) + 1));
    boolean isTitle = CommonWords.TITLES.contains(scan.hash(title)) && !shouted;
    boolean named = isTitle && next < scan.words() && scan.start(next) - scan.end(title) <= 2;
    return named && isSurname(scan, next) ? next : -1;
  }

  private static boolean isSurname(Scan scan, int word) {
    boolean initial = scan.end(word) - scan.start(word) == 1 && scan.at(scan.end(word)) == '.';
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
