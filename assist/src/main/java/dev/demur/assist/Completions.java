package dev.demur.assist;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.generate.Order;
import dev.demur.assist.generate.Writer;
import dev.demur.assist.guard.Guard;
import dev.demur.assist.pattern.Frame;
import dev.demur.assist.pattern.Patterns;
import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.pattern.SlotValues;
import dev.demur.assist.profile.Fact;
import dev.demur.model.Category;
import dev.demur.trace.Continuation;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Drafts of the next words behind what a member typed.
final class Completions {
  private static final int MAX_WORDS = 5;
  private static final int CANDIDATES = 12;
  private static final int CHAINS = 2;
  private static final int OTHERS = 2;
  private static final int WORDS_OF_OTHERS = 2;

  /// Keeps a suggestion within the time between two key strokes.
  private static final int MAX_TOKENS = 20;

  private static final int LETTERS_OF_OWN = 2;
  private static final int LOOK_BACK_WORDS = 8;
  private static final int LOOK_BACK_LETTERS = 160;

  private final Learned learned;
  private final Review review;
  private final SlotValues facts;
  private final Category category;
  private final long seed;

  /// What was typed but for the word that is being typed.
  private final String head;

  /// The beginning of the word that is being typed: perhaps nothing.
  private final String begun;

  Completions(Learned learned, Review review, Category category, String typed, long seed) {
    this.learned = learned;
    this.review = review;
    this.facts = SlotValues.of(review.asker());
    this.category = category;
    this.seed = seed;
    int at = typed.length();
    while (at > 0 && Character.isLetterOrDigit(typed.codePointBefore(at))) {
      at -= Character.charCount(typed.codePointBefore(at));
    }
    this.head = typed.substring(0, at);
    this.begun = typed.substring(at);
  }

  /// Facts in known sentences, patterns that many words agree with, the model, the member's own
  /// words, other patterns.
  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>(known());
    List<Chain> chains = chains();
    chains.stream().filter(chain -> chain.matched() > 2).forEach(c -> drafts.add(c.draft()));
    List<Draft> written = learned.model().map(this::written).orElse(List.of());
    written.stream().limit(1).forEach(drafts::add);
    own().ifPresent(drafts::add);
    chains.stream().filter(chain -> chain.matched() <= 2).forEach(c -> drafts.add(c.draft()));
    written.stream().skip(1).forEach(drafts::add);
    return withoutBeginnings(drafts);
  }

  /// Whoever takes the first word of a longer draft has no use for that word alone.
  private static List<Draft> withoutBeginnings(List<Draft> drafts) {
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      if (kept.stream().noneMatch(earlier -> earlier.text().startsWith(draft.text()))) {
        kept.add(draft);
      }
    }
    return kept;
  }

  /// The rest of a longer word that was typed before, the last one first, or else of the name of
  /// one of the member's own things.
  private Optional<Draft> own() {
    if (begun.length() < LETTERS_OF_OWN) {
      return Optional.empty();
    }
    Words typed = Words.of(head);
    for (int word = typed.size() - 1; word >= 0; word--) {
      String before = head.substring(typed.start(word), typed.end(word));
      if (before.length() > begun.length() + 1 && before.startsWith(begun)) {
        return Optional.of(new Draft(Origin.GIVEN, before.substring(begun.length())));
      }
    }
    return review.asker().facts().stream()
        .filter(fact -> fact.kind().isTerm())
        .map(Fact::text)
        .filter(text -> text.length() > begun.length() + 1 && text.startsWith(begun))
        .findFirst()
        .map(text -> new Draft(Origin.FACTS, limited(text.substring(begun.length()))));
  }

  /// What remains of sentences, filled with the member's facts, that begin like the typed one.
  private List<Draft> known() {
    List<String> typed = Sentences.of(head + begun);
    if (typed.isEmpty()) {
      return List.of();
    }
    String sentence = typed.getLast().toLowerCase(Locale.ROOT);
    return frames()
        .flatMap(frame -> frame.fill(facts, 0).stream())
        .filter(filled -> filled.toLowerCase(Locale.ROOT).startsWith(sentence))
        .map(filled -> limited(filled.substring(sentence.length())))
        .filter(rest -> !rest.isBlank())
        .map(rest -> new Draft(Origin.FACTS, afterSpace(rest)))
        .toList();
  }

  private Stream<Frame> frames() {
    Stream<Frame> patterns = learned.patterns().of(category).stream().map(Patterns.Pattern::frame);
    return switch (category) {
      case PROFILE_HEADLINE -> Stream.concat(patterns, Templates.headlines().stream());
      case PROFILE_SUMMARY ->
          Stream.concat(
              patterns, Stream.of(Tone.values()).flatMap(tone -> Templates.about(tone).stream()));
      default -> patterns;
    };
  }

  private static String limited(String text) {
    Words words = Words.of(text);
    int count = Math.min(MAX_WORDS, words.size());
    return count == 0 ? "" : text.substring(0, words.end(count - 1));
  }

  /// Typed text that ends in a space takes none from the draft.
  private String afterSpace(String draft) {
    boolean spaced = begun.isEmpty() && (head.isEmpty() || head.endsWith(" "));
    return spaced ? draft.stripLeading() : draft;
  }

  /// Words that many members write one after the other.
  ///
  /// @param matched how many typed words the first of them goes with
  private record Chain(String text, int matched) {
    Draft draft() {
      return new Draft(Origin.PATTERN, text);
    }
  }

  private List<Chain> chains() {
    List<String> typed = Words.of(head).list();
    List<String> letters = Words.of(begun).list();
    if (letters.size() > 1) {
      return List.of();
    }
    int shortest = letters.isEmpty() ? Math.min(2, typed.size()) : begun.length() > 1 ? 0 : 1;
    return next(typed, String.join("", letters), Math.max(letters.isEmpty() ? 1 : 0, shortest))
        .stream()
        .filter(this::fitsBegun)
        .limit(CHAINS)
        .flatMap(first -> chain(first).stream())
        .toList();
  }

  /// @param letters that the word begins with
  /// @param shortest of how many words the ending must be at least
  private List<Continuation> next(List<String> words, String letters, int shortest) {
    List<String> last = words.subList(Math.max(0, words.size() - LOOK_BACK_WORDS), words.size());
    int most = letters.isEmpty() ? CANDIDATES : 2 * CHAINS;
    return review.guard().others().continuations(last, letters, Guard.MEMBERS, most, shortest);
  }

  private boolean fitsBegun(Continuation next) {
    String surface = next.surface().stripTrailing();
    return surface.length() > begun.length()
        && surface.regionMatches(true, 0, begun, 0, begun.length());
  }

  private Optional<Chain> chain(Continuation first) {
    String text = "";
    Optional<Continuation> next = Optional.of(first);
    for (int words = 0; words < MAX_WORDS && next.isPresent(); words++) {
      String longer = text + next.get().surface();
      if (!review.mayGoOn(head, longer)) {
        break;
      }
      text = longer;
      next =
          ends(text)
              ? Optional.empty()
              : next(Words.of(head + text).list(), "", 2).stream().findFirst();
    }
    String draft = text.stripTrailing();
    return draft.length() > begun.length()
        ? Optional.of(new Chain(draft.substring(begun.length()), first.matched()))
        : Optional.empty();
  }

  private static boolean ends(String text) {
    return text.stripTrailing().matches("(?s).*[.!?]");
  }

  /// The likeliest words.
  private List<Draft> written(LanguageModel model) {
    String context = head.stripTrailing();
    String recent = context.substring(Math.max(0, context.length() - LOOK_BACK_LETTERS));
    String start = (context.length() < head.length() && !context.isEmpty() ? " " : "") + begun;
    Order order =
        new Order(
            recent,
            start,
            MAX_WORDS,
            MAX_TOKENS,
            true,
            0,
            seed,
            added -> review.mayGoOn(context, added));
    return Writer.write(model, order, OTHERS, WORDS_OF_OTHERS).stream()
        .filter(added -> added.length() > start.length())
        .map(added -> new Draft(Origin.MODEL, added.substring(start.length())))
        .toList();
  }
}
