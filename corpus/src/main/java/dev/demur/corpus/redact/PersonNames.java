package dev.demur.corpus.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The names of some people, to be found in texts.
///
/// Names are matched word by word, without case and accents, at word boundaries, the longest match
/// first: `Anna Berg`, `Berg, Anna`, `A. Berg`, `Anna K. Berg`. Once a full name stands in a text,
/// its parts alone mean the same person there. A first name alone is taken for a person where
/// [Builder#add] was told so; one that is also a word (`Mark`, `Grace`) only where the words around
/// it speak of a person.
///
/// Who is found depends on the text and on these names, nothing else. Immutable, thread-safe.
public final class PersonNames {
  /// Nobody.
  public static final PersonNames NONE = builder().build();

  private static final String NAME_PREFIX = "name:";
  private static final int MAX_NAME = 150;

  private final Map<Long, List<NamePattern>> byFirstWord;

  private PersonNames(Map<Long, List<NamePattern>> byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Stands for whoever has a name that several people have.
  ///
  /// @param name in any case, with or without accents
  public static String anybodyNamed(String name) {
    return NAME_PREFIX + String.join(" ", words(name));
  }

  /// The same, of words of a text with no comma among them.
  static String anybodyNamed(Scan scan, int first, int last) {
    StringBuilder name = new StringBuilder(NAME_PREFIX);
    for (int i = first; i <= last; i++) {
      String word = scan.word(i, true);
      if (!TITLES.contains(word)) {
        name.append(name.length() > NAME_PREFIX.length() ? " " : "").append(word);
      }
    }
    return name.toString();
  }

  /// Everywhere that one of these people is named, in the order of the text, not overlapping.
  public List<NameHit> find(String text) {
    return byFirstWord.isEmpty() ? List.of() : find(new Scan(text));
  }

  /// The same, in a text that was gone through already.
  public List<NameHit> find(Scan scan) {
    return byFirstWord.isEmpty() ? List.of() : new NameSearch(scan, byFirstWord).hits();
  }

  /// The words of a name without case and accents; academic titles and what follows a comma left
  /// out.
  static List<String> words(String name) {
    int comma = name.indexOf(',');
    Scan scan = new Scan(comma > 0 ? name.substring(0, comma) : name);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < scan.words(); i++) {
      String word = scan.word(i, true);
      if (!TITLES.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static final Set<String> TITLES =
      Set.of(
          "dr", "prof", "mr", "mrs", "ms", "phd", "mba", "md", "jr", "sr", "msc", "bsc", "cpa",
          "pmp", "ing", "dipl");

  /// Collects people. Not thread-safe.
  public static final class Builder {
    private final SortedMap<String, FullName> full = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> firstAlone = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> handles = new TreeMap<>();

    /// @param people everyone who has the name
    private record FullName(List<String> first, List<String> last, SortedSet<String> people) {}

    /// Adds a person whose first name alone is taken for them too.
    ///
    /// @param person tells people apart, e.g. an id
    public Builder add(String person, String firstName, String lastName) {
      List<String> first = words(firstName);
      if (!first.isEmpty() && first.getFirst().length() > 1) {
        firstAlone.computeIfAbsent(first.getFirst(), k -> new TreeSet<>()).add(person);
      }
      addParts(person, first, words(lastName));
      String otherFirst = spelt(firstName);
      String otherLast = spelt(lastName);
      if (!otherFirst.equals(firstName) || !otherLast.equals(lastName)) {
        addParts(person, words(otherFirst), words(otherLast));
      }
      return this;
    }

    /// Adds a person by full name only, or by a handle.
    public Builder addFullName(String person, String name) {
      List<String> words = words(name);
      if (words.size() > 1) {
        int last = words.size() - 1;
        addParts(person, words.subList(0, last), words.subList(last, words.size()));
      } else if (!words.isEmpty()) {
        handles.computeIfAbsent(words.getFirst(), k -> new TreeSet<>()).add(person);
      }
      return this;
    }

    private void addParts(String person, List<String> first, List<String> last) {
      List<String> all = new ArrayList<>(first);
      all.addAll(last);
      String name = String.join(" ", all);
      if (!first.isEmpty() && !last.isEmpty() && name.length() <= MAX_NAME) {
        full.computeIfAbsent(name, k -> new FullName(first, last, new TreeSet<>()))
            .people()
            .add(person);
      }
    }

    /// `Müller` is written `Mueller` too.
    private static String spelt(String name) {
      StringBuilder spelt = new StringBuilder(name.length());
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        int letter = "äöüÄÖÜøØåÅæÆß".indexOf(c);
        spelt.append(letter < 0 ? String.valueOf(c) : SPELT.get(letter));
      }
      return spelt.toString();
    }

    private static final List<String> SPELT =
        List.of("ae", "oe", "ue", "Ae", "Oe", "Ue", "oe", "Oe", "aa", "Aa", "ae", "Ae", "ss");

    public PersonNames build() {
      Set<NamePattern> patterns = new LinkedHashSet<>();
      full.forEach((name, parts) ->
          patterns.addAll(
              NamePattern.ofFullName(only(parts.people(), name), parts.first(), parts.last())));
      firstAlone.forEach(
          (name, people) -> patterns.add(NamePattern.ofFirstName(only(people, name), name)));
      handles.forEach(
          (name, people) -> patterns.add(NamePattern.ofHandle(only(people, name), name)));
      Map<Long, List<NamePattern>> byFirstWord = new HashMap<>();
      patterns.forEach(p -> byFirstWord.computeIfAbsent(p.word(0), k -> new ArrayList<>()).add(p));
      byFirstWord.values().forEach(list -> list.sort(NamePattern.LONGEST_FIRST));
      return new PersonNames(Map.copyOf(byFirstWord));
    }

    private static String only(SortedSet<String> people, String name) {
      return people.size() == 1 ? people.first() : NAME_PREFIX + name;
    }
  }
}
