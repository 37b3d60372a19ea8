package dev.demur.assist.ground;

import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Names of jobs, organisations, schools, degrees, skills and places: what a text cannot say of a
/// member unless the member does.
///
/// Only ever used to hold text back. Immutable.
public final class Terms {
  private static final List<String> FIELDS =
      List.of(Fields.TITLE, Fields.COMPANY, Fields.SCHOOL, Fields.DEGREE, Fields.NAME, Fields.ROLE);
  private static final int MAX_WORDS = 12;
  private static final int MIN_LETTERS = 3;

  /// Terms of one word that are everyday words as well: they count only when written with a
  /// capital.
  private static final Set<String> EVERYDAY =
      Set.of(
          "access",
          "care",
          "change",
          "go",
          "design",
          "excel",
          "express",
          "flow",
          "help",
          "lead",
          "office",
          "outlook",
          "people",
          "project",
          "projects",
          "rest",
          "scale",
          "sketch",
          "spark",
          "spring",
          "swift",
          "team",
          "teams",
          "time",
          "word",
          "work",
          "writing",
          "reading");

  private final Map<String, Set<List<String>>> byFirstWord;

  private final Optional<Terms> more;

  private Terms(Map<String, Set<List<String>>> byFirstWord, Optional<Terms> more) {
    this.byFirstWord = byFirstWord;
    this.more = more;
  }

  public static Terms none() {
    return new Terms(Map.of(), Optional.empty());
  }

  public static Terms of(Collection<String> terms) {
    return ofWords(terms.stream().map(term -> Words.of(term).list()).toList());
  }

  /// The same of terms whose folded words are known.
  public static Terms ofWords(Collection<List<String>> terms) {
    Map<String, Set<List<String>>> byFirstWord = new HashMap<>();
    for (List<String> words : terms) {
      if (!words.isEmpty() && words.size() <= MAX_WORDS && isTelling(words)) {
        byFirstWord.computeIfAbsent(words.getFirst(), word -> new HashSet<>()).add(words);
      }
    }
    return new Terms(byFirstWord, Optional.empty());
  }

  /// The terms in the fields of corpus rows.
  public static Terms inRows(Stream<CorpusRow> rows) {
    return of(namesIn(rows));
  }

  /// What [#inRows] makes terms of.
  public static Set<String> namesIn(Stream<CorpusRow> rows) {
    Set<String> terms = new TreeSet<>();
    rows.forEach(row -> {
      for (String field : FIELDS) {
        String term = row.fields().get(field);
        if (term != null) {
          terms.add(term);
        }
      }
    });
    return terms;
  }

  /// These terms and more.
  public Terms and(Collection<String> terms) {
    return new Terms(of(terms).byFirstWord, Optional.of(this));
  }

  private static boolean isTelling(List<String> words) {
    return words.stream().noneMatch(Words::isPlaceholder)
        && words.stream().mapToInt(String::length).sum() >= MIN_LETTERS;
  }

  /// The terms in a text, in order, each once, as the text has them.
  public List<String> in(String text) {
    return Reading.of(text, this).with(none());
  }

  /// A text in which terms have been looked up; more of them can be, which costs what these cost.
  public static final class Reading {
    private final String text;
    private final Words words;
    private final int[] longest;

    private Reading(String text, Words words, int[] longest) {
      this.text = text;
      this.words = words;
      this.longest = longest;
    }

    public static Reading of(String text, Terms terms) {
      Words words = Words.of(text);
      int[] longest = new int[words.size()];
      for (int at = 0; at < longest.length; at++) {
        longest[at] = terms.longestAt(text, words, at);
      }
      return new Reading(text, words, longest);
    }

    public String text() {
      return text;
    }

    /// All terms in the text, these among them: in order, each once, as the text has them.
    public List<String> with(Terms more) {
      int[] lengths = longest.clone();
      for (int at = 0; at < lengths.length; at++) {
        lengths[at] = Math.max(lengths[at], more.longestAt(text, words, at));
      }
      return named(text, words, lengths);
    }
  }

  private static List<String> named(String text, Words words, int[] lengths) {
    Set<List<String>> seen = new HashSet<>();
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = lengths[at];
      if (length > 0 && seen.add(words.list().subList(at, at + length))) {
        found.add(text.substring(words.start(at), words.end(at + length - 1)));
      }
      at += Math.max(1, length);
    }
    return found;
  }

  /// How many words the longest term has that begins at a word of a text; 0 where none does.
  int longestAt(String text, Words words, int from) {
    int longest = more.map(others -> others.longestAt(text, words, from)).orElse(0);
    List<String> list = words.list();
    for (List<String> term : byFirstWord.getOrDefault(list.get(from), Set.of())) {
      int to = from + term.size();
      if (term.size() > longest
          && to <= list.size()
          && list.subList(from, to).equals(term)
          && (term.size() > 1 || counts(text, words, from))) {
        longest = term.size();
      }
    }
    return longest;
  }

  private static boolean counts(String text, Words words, int word) {
    return !EVERYDAY.contains(words.list().get(word))
        || Character.isUpperCase(text.codePointAt(words.start(word)));
  }
}
