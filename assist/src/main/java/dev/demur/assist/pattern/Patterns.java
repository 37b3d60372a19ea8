package dev.demur.assist.pattern;

import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Frames that enough members write, found by taking each author's own facts out of their
/// sentences.
///
/// A function of the rows: mined again when these change, never updated. Immutable.
public final class Patterns {
  private static final int MAX_LENGTH = 300;

  private final List<Pattern> patterns;

  private Patterns(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /// Where in a text a sentence stands.
  public enum Place {
    FIRST,
    MIDDLE,
    LAST
  }

  /// A frame and who writes it.
  ///
  /// @param category `profile.headline` or `profile.summary`
  /// @param members how many distinct members write it at this place
  public record Pattern(Category category, Place place, Frame frame, int members) {}

  public static Patterns none() {
    return new Patterns(List.of());
  }

  /// What one member writes, each frame once: counted, or taken back, as a whole.
  public static final class Share {
    private final Set<Key> keys;

    private Share(Set<Key> keys) {
      this.keys = Set.copyOf(keys);
    }

    /// Size only: the frames are the member's.
    @Override
    public String toString() {
      return "Share[%d frames]".formatted(keys.size());
    }
  }

  /// What one member's rows add; those for other purposes than content generation are passed over.
  public static Share share(Collection<CorpusRow> own) {
    return new Share(
        keys(own.stream().filter(row -> row.purpose() == Purpose.CONTENT_GENERATION).toList()));
  }

  /// The frames of headlines, and of sentences of summaries, that at least `k` members write; most
  /// members first.
  ///
  /// @param rows in any order
  public static Patterns mine(Collection<CorpusRow> rows, int k) {
    Map<MemberId, List<CorpusRow>> byMember = new TreeMap<>();
    for (CorpusRow row : rows) {
      byMember.computeIfAbsent(row.member(), member -> new ArrayList<>()).add(row);
    }
    return of(byMember.values().stream().map(Patterns::share).toList(), k);
  }

  /// The same from what was found of each member.
  ///
  /// @param shares one for each member, in any order
  public static Patterns of(Collection<Share> shares, int k) {
    Map<Key, Integer> members = new TreeMap<>();
    for (Share share : shares) {
      share.keys.forEach(key -> members.merge(key, 1, Integer::sum));
    }
    return new Patterns(
        members.entrySet().stream()
            .filter(entry -> entry.getValue() >= k)
            .map(entry -> entry.getKey().supportedBy(entry.getValue()))
            .sorted(Comparator.comparingInt(Pattern::members).reversed())
            .toList());
  }

  /// The patterns for one category of text, most members first.
  public List<Pattern> of(Category category) {
    return patterns.stream().filter(pattern -> pattern.category() == category).toList();
  }

  /// What is counted.
  private record Key(Category category, Place place, String frame) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::category).thenComparing(Key::place).thenComparing(Key::frame);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    Pattern supportedBy(int members) {
      return new Pattern(category, place, new Frame(frame), members);
    }
  }

  /// Everything one member writes, each once.
  private static Set<Key> keys(List<CorpusRow> own) {
    SlotValues facts = SlotValues.of(own);
    Set<Key> keys = new HashSet<>();
    for (CorpusRow row : own) {
      switch (row.category()) {
        case PROFILE_HEADLINE -> add(row.category(), Place.FIRST, row.text(), facts, keys);
        case PROFILE_SUMMARY -> {
          List<String> sentences = Sentences.of(row.text());
          for (int i = 0; i < sentences.size(); i++) {
            add(row.category(), place(i, sentences.size()), sentences.get(i), facts, keys);
          }
        }
        default -> {}
      }
    }
    return keys;
  }

  private static Place place(int number, int count) {
    if (number == 0) {
      return Place.FIRST;
    }
    return number == count - 1 ? Place.LAST : Place.MIDDLE;
  }

  private static void add(
      Category category, Place place, String sentence, SlotValues facts, Set<Key> keys) {
    boolean usable =
        sentence.length() <= MAX_LENGTH
            && sentence.indexOf('{') < 0
            && Words.of(sentence).list().stream().noneMatch(Words::isPlaceholder);
    if (usable) {
      Frame frame = Frame.of(sentence, facts);
      if (!frame.slots().isEmpty()) {
        keys.add(new Key(category, place, frame.text()));
      }
    }
  }
}
