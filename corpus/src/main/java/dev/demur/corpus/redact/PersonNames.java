package dev.demur.corpus.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /// Everywhere that one of these people is named, in the order of the text, not overlapping.
  public List<NameHit> find(String text) {
    return byFirstWord.isEmpty() ? List.of() : find(new Scan(text));
  }

  List<NameHit> find(Scan scan) {
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
    private final Map<List<String>, Set<String>> full = new TreeMap<>(Builder::compareWords);
    private final Map<List<String>, Set<String>> firstAlone = new TreeMap<>(Builder::compareWords);
    private final Map<List<String>, Set<String>> handles = new TreeMap<>(Builder::compareWords);
    private final Map<String, List<List<String>>> names = new HashMap<>();

    private static int compareWords(List<String> left, List<String> right) {
      return String.join(" ", left).compareTo(String.join(" ", right));
    }

    /// Adds a person whose first name alone is taken for them too.
    ///
    /// @param person tells people apart, e.g. an id
    public Builder add(String person, String firstName, String lastName) {
      List<String> first = words(firstName);
      List<String> last = words(lastName);
      if (!first.isEmpty() && first.getFirst().length() > 1) {
        firstAlone
            .computeIfAbsent(List.of(first.getFirst()), k -> new LinkedHashSet<>())
            .add(person);
      }
      addParts(person, first, last);
      umlauts(firstName, lastName)
          .ifPresent(other -> addParts(person, words(other.getFirst()), words(other.getLast())));
      return this;
    }

    /// Adds a person by full name only, or by a handle.
    public Builder addFullName(String person, String name) {
      List<String> words = words(name);
      if (words.size() > 1) {
        int last = words.size() - 1;
        addParts(person, words.subList(0, last), words.subList(last, words.size()));
      } else if (!words.isEmpty()) {
        handles.computeIfAbsent(words, k -> new LinkedHashSet<>()).add(person);
      }
      return this;
    }

    private void addParts(String person, List<String> first, List<String> last) {
      List<String> all = new ArrayList<>(first);
      all.addAll(last);
      if (first.isEmpty() || last.isEmpty() || String.join(" ", all).length() > MAX_NAME) {
        return;
      }
      full.computeIfAbsent(all, k -> new LinkedHashSet<>()).add(person);
      names.computeIfAbsent(String.join(" ", all), k -> List.of(first, last));
    }

    /// `Müller` is written `Mueller` too.
    private static java.util.Optional<List<String>> umlauts(String first, String last) {
      String both = first + "\n" + last;
      String spelt =
          both.replace("ä", "ae")
              .replace("ö", "oe")
              .replace("ü", "ue")
              .replace("Ä", "Ae")
              .replace("Ö", "Oe")
              .replace("Ü", "Ue")
              .replace("ø", "oe")
              .replace("Ø", "Oe")
              .replace("å", "aa")
              .replace("Å", "Aa")
              .replace("ß", "ss")
              .replace("æ", "ae");
      return spelt.equals(both)
          ? java.util.Optional.empty()
          : java.util.Optional.of(Arrays.asList(spelt.split("\n", 2)));
    }

    public PersonNames build() {
      List<NamePattern> patterns = new ArrayList<>();
      full.forEach((words, people) -> {
        List<List<String>> parts = Objects.requireNonNull(names.get(String.join(" ", words)));
        patterns.addAll(
            NamePattern.ofFullName(only(people, words), parts.getFirst(), parts.getLast()));
      });
      firstAlone.forEach((words, people) ->
          patterns.add(NamePattern.ofFirstName(only(people, words), words.getFirst())));
      handles.forEach((words, people) ->
          patterns.add(NamePattern.ofHandle(only(people, words), words.getFirst())));
      Map<Long, List<NamePattern>> byFirstWord = new HashMap<>();
      new LinkedHashSet<>(patterns)
          .forEach(p -> byFirstWord.computeIfAbsent(p.word(0), k -> new ArrayList<>()).add(p));
      byFirstWord.values().forEach(list -> list.sort(NamePattern.LONGEST_FIRST));
      return new PersonNames(Map.copyOf(byFirstWord));
    }

    private static String only(Set<String> people, List<String> words) {
      return people.size() == 1
          ? people.iterator().next()
          : NAME_PREFIX + words.stream().collect(Collectors.joining(" "));
    }

    /// Everyone that was added by full name.
    Set<String> people() {
      Set<String> all = new HashSet<>();
      full.values().forEach(all::addAll);
      return all;
    }
  }
}
