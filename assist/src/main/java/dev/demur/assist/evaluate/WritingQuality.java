package dev.demur.assist.evaluate;

import dev.demur.assist.profile.MemberProfile;
import dev.demur.learn.privacy.Bootstrap;
import dev.demur.learn.privacy.Interval;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/* What is counted. A text is typed letter by letter. At the beginning of each word, and after its
first four letters, suggestions are asked for. One key takes a suggestion if the text goes on with
the whole of it, or the next word of a suggestion if the text goes on with that; the one that spares
most is taken. Spared are the letters taken but for that key. Whoever types knows what they want to
write, and reading costs nothing, so this is the most that could be spared. */

/// How many keystrokes completions spare, and how often the first suggestion is just what follows.
public final class WritingQuality {
  private static final int LONGEST = 400;
  private static final int LETTERS_ASKED = 4;
  private static final int MOST_WORDS = 5;
  private static final int DRAWS = 1_000;
  private static final double CONFIDENCE = 0.95;
  private static final long SEED = 1;

  private WritingQuality() {}

  /// A text that somebody types.
  ///
  /// @param writer what is known of its author without it
  public record Text(MemberProfile writer, Category category, String text) {
    /// Size only: the text is a member's.
    @Override
    public String toString() {
      return "Text[%s, %d characters]".formatted(category, text.length());
    }
  }

  /// Whatever suggests next words. Thread-safe.
  @FunctionalInterface
  public interface Completer {
    /// What may follow, best first.
    List<String> after(MemberProfile writer, Category category, String typed);
  }

  /// A share, with the interval that holds it with 95 %, by bootstrap over authors.
  public record Share(double value, Interval interval) {}

  /// What one author typed and was spared.
  public record Typed(int letters, int spared) {
    double[] each(double share) {
      double[] each = new double[letters];
      Arrays.fill(each, share);
      return each;
    }

    double share() {
      return letters == 0 ? 0 : (double) spared / letters;
    }
  }

  /// What was measured.
  ///
  /// @param spared of all keystrokes
  /// @param exact by number of words: of the places where so many follow, where the first
  ///   suggestion's are they
  /// @param typed by author
  public record Measured(
      int texts, Share spared, SortedMap<Integer, Share> exact, SortedMap<MemberId, Typed> typed) {
    /// By how much more was spared than by something else that suggested for the same texts: both
    /// are drawn again together, author by author, since some authors are easier for both.
    public Share over(Measured other) {
      if (!typed.keySet().equals(other.typed().keySet())) {
        throw new IllegalArgumentException(
            "texts of the same authors can be compared, got %d and %d authors"
                .formatted(typed.size(), other.typed().size()));
      }
      List<double[]> differences = new ArrayList<>();
      other
          .typed()
          .forEach((author, before) -> {
            Typed now = typed.getOrDefault(author, before);
            differences.add(now.each(now.share() - before.share()));
          });
      return WritingQuality.share(differences);
    }
  }

  /// Types all texts.
  public static Measured of(List<Text> texts, Completer completer) {
    SortedMap<MemberId, List<Text>> byAuthor = new TreeMap<>();
    for (Text text : texts) {
      byAuthor.computeIfAbsent(text.writer().member(), member -> new ArrayList<>()).add(text);
    }
    SortedMap<MemberId, Author> authors = new ConcurrentSkipListMap<>();
    byAuthor.entrySet().parallelStream()
        .forEach(one -> {
          Author author = new Author();
          one.getValue().forEach(text -> author.type(text, completer));
          authors.put(one.getKey(), author);
        });
    SortedMap<Integer, Share> exact = new TreeMap<>();
    for (int words = 1; words <= MOST_WORDS; words++) {
      int count = words;
      exact.put(words, share(authors.values().stream().map(a -> a.exact(count)).toList()));
    }
    SortedMap<MemberId, Typed> typed = new TreeMap<>();
    authors.forEach((member, author) -> typed.put(member, author.typed()));
    return new Measured(
        texts.size(),
        share(typed.values().stream().map(one -> one.each(one.share())).toList()),
        exact,
        typed);
  }

  private static Share share(List<double[]> clusters) {
    List<double[]> filled = clusters.stream().filter(cluster -> cluster.length > 0).toList();
    if (filled.isEmpty()) {
      return new Share(0, new Interval(0, 0));
    }
    double sum = filled.stream().flatMapToDouble(Arrays::stream).sum();
    long count = filled.stream().mapToLong(cluster -> cluster.length).sum();
    return new Share(sum / count, new Bootstrap(DRAWS, CONFIDENCE, SEED).mean(filled));
  }

  /// What one author's texts came to.
  private static final class Author {
    private int letters;
    private int spared;
    private final List<List<Double>> exact = new ArrayList<>();

    Author() {
      for (int words = 0; words < MOST_WORDS; words++) {
        exact.add(new ArrayList<>());
      }
    }

    Typed typed() {
      return new Typed(letters, spared);
    }

    double[] exact(int words) {
      return exact.get(words - 1).stream().mapToDouble(Double::doubleValue).toArray();
    }

    void type(Text text, Completer completer) {
      String whole = text.text().strip();
      whole = whole.substring(0, Math.min(LONGEST, whole.length()));
      letters += whole.length();
      int at = 0;
      while (at < whole.length()) {
        int taken = 0;
        int begun = begun(whole, at);
        if (begun <= LETTERS_ASKED) {
          List<String> offered =
              completer.after(text.writer(), text.category(), whole.substring(0, at));
          if (begun == 0) {
            compare(offered, whole.substring(at));
          }
          taken = mostTaken(offered, whole.substring(at));
        }
        spared += Math.max(0, taken - 1);
        at += Math.max(1, taken);
      }
    }

    /// How many letters of a word have been typed.
    private static int begun(String text, int at) {
      int from = at;
      while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
        from--;
      }
      return at - from;
    }

    private void compare(List<String> offered, String rest) {
      List<String> wanted = Words.of(rest).list();
      List<String> first = offered.isEmpty() ? List.of() : Words.of(offered.getFirst()).list();
      for (int words = 1; words <= Math.min(MOST_WORDS, wanted.size()); words++) {
        boolean same =
            first.size() >= words && first.subList(0, words).equals(wanted.subList(0, words));
        exact.get(words - 1).add(same ? 1.0 : 0.0);
      }
    }

    /// The letters of the longest whole suggestion, or else next word, that the text goes on with.
    private static int mostTaken(List<String> offered, String rest) {
      int most = 0;
      for (String each : offered) {
        most = Math.max(most, taken(each, rest));
        most = Math.max(most, taken(firstWord(each), rest));
      }
      return most;
    }

    private static int taken(String offered, String rest) {
      boolean follows =
          !offered.isEmpty()
              && rest.startsWith(offered)
              && (rest.length() == offered.length()
                  || !Character.isLetterOrDigit(rest.charAt(offered.length()))
                  || !Character.isLetterOrDigit(offered.charAt(offered.length() - 1)));
      return follows ? offered.length() : 0;
    }

    private static String firstWord(String offered) {
      int at = 0;
      while (at < offered.length() && !Character.isLetterOrDigit(offered.charAt(at))) {
        at++;
      }
      while (at < offered.length() && !Character.isWhitespace(offered.charAt(at))) {
        at++;
      }
      return offered.substring(0, at);
    }
  }
}
