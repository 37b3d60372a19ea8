package dev.demur.assist;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.generate.Order;
import dev.demur.assist.generate.Writer;
import dev.demur.assist.pattern.Frame;
import dev.demur.assist.pattern.Patterns;
import dev.demur.assist.pattern.Patterns.Place;
import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.pattern.Slot;
import dev.demur.assist.pattern.SlotValues;
import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Drafts of the text about a member.
final class Abouts {
  private static final int MAX_WORDS_OF_SENTENCE = 30;
  private static final int MAX_TOKENS = 150;
  private static final double TEMPERATURE = 0.7;
  private static final int MODEL_SENTENCES = 2;
  private static final int MIDDLE_SENTENCES = 2;

  private final Learned learned;
  private final Review review;
  private final SlotValues facts;
  private final Tone tone;
  private final int turn;
  private final long seed;

  Abouts(Learned learned, Review review, Tone tone, long seed) {
    this.learned = learned;
    this.review = review;
    this.facts = SlotValues.of(review.asker());
    this.tone = tone;
    this.seed = seed;
    this.turn = Math.floorMod(seed, 3);
  }

  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    add(Origin.PATTERN, patterned(), drafts);
    learned.model().ifPresent(model -> add(Origin.MODEL, written(model), drafts));
    add(Origin.FACTS, ownWording(), drafts);
    return drafts;
  }

  private static void add(Origin origin, List<String> sentences, List<Draft> drafts) {
    if (!sentences.isEmpty()) {
      drafts.add(new Draft(origin, String.join(" ", sentences)));
    }
  }

  /// Sentences in our own wording, those that the member has facts for.
  private List<String> ownWording() {
    List<String> sentences = review.keep(filled(Templates.about(tone)));
    return sentences.isEmpty()
        ? review.keep(filled(Templates.openings()).stream().limit(1).toList())
        : sentences;
  }

  /// Sentences that many members write, a first, some middle ones and a last.
  private List<String> patterned() {
    List<String> sentences = new ArrayList<>(patterned(Place.FIRST, 1));
    sentences.addAll(patterned(Place.MIDDLE, MIDDLE_SENTENCES));
    sentences.addAll(patterned(Place.LAST, 1));
    return sentences;
  }

  /// The seed decides with which of the patterns to begin.
  private List<String> patterned(Place place, int limit) {
    List<Frame> frames =
        learned.patterns().of(Category.PROFILE_SUMMARY).stream()
            .filter(pattern -> pattern.place() == place)
            .map(Patterns.Pattern::frame)
            .toList();
    int from = frames.isEmpty() ? 0 : Math.floorMod(seed, frames.size());
    List<Frame> turned =
        Stream.concat(frames.stream().skip(from), frames.stream().limit(from)).toList();
    return filled(turned).stream()
        .filter(sentence -> review.mayShow("", sentence))
        .limit(limit)
        .toList();
  }

  /// A sentence in our wording, and what the model makes follow it. The model is not told for how
  /// long the member has worked: it would write otherwise of the old than of the young.
  private List<String> written(LanguageModel model) {
    List<String> opening = review.keep(filled(ageless())).stream().limit(1).toList();
    List<String> sentences = new ArrayList<>(opening);
    for (int i = 0; i < MODEL_SENTENCES && !opening.isEmpty(); i++) {
      String typed = String.join(" ", sentences);
      Order order =
          new Order(
              typed,
              "",
              MAX_WORDS_OF_SENTENCE,
              MAX_TOKENS,
              true,
              TEMPERATURE,
              seed * MODEL_SENTENCES + i,
              added -> review.mayDescribe(typed, added));
      Sentences.of(Writer.write(model, order).strip()).stream()
          .limit(1)
          .filter(Abouts::isSentence)
          .filter(sentence -> review.mayShow(typed + " ", sentence))
          .forEach(sentences::add);
    }
    return sentences.size() > 1 ? sentences : List.of();
  }

  /// From a letter to a full stop: behind a row of signs nobody can tell whether a capital begins a
  /// sentence or names something.
  private static boolean isSentence(String text) {
    return text.matches("(?s)\\p{L}.*[.!?]");
  }

  private List<Frame> ageless() {
    return Stream.concat(Templates.about(tone).stream(), Templates.openings().stream())
        .filter(frame -> !frame.slots().contains(Slot.EXPERIENCE))
        .toList();
  }

  private List<String> filled(List<Frame> frames) {
    return frames.stream().flatMap(frame -> frame.fill(facts, turn).stream()).distinct().toList();
  }
}
