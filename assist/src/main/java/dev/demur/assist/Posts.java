package dev.demur.assist;

import dev.demur.assist.generate.Order;
import dev.demur.assist.generate.Writer;
import dev.demur.assist.pattern.Frame;
import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.pattern.SlotValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Drafts of posts on a topic that the member names.
final class Posts {
  private static final int MAX_WORDS_OF_SENTENCE = 30;
  private static final int MODEL_SENTENCES = 2;
  private static final int MAX_TOKENS = 150;
  private static final double TEMPERATURE = 0.7;
  private static final List<Frame> OWN_WORK =
      List.of(
          new Frame("I look at it as {a} {title} at {company}."),
          new Frame("I look at it as someone who works with {skill} and {skill}."),
          new Frame("I look at it as someone who knows {skill}."));
  private static final List<String> OPENINGS =
      List.of("Today I would like to talk about %s.", "Let's talk about %s.", "A word on %s.");
  private static final List<String> CLOSINGS =
      List.of("How do you see it?", "What is your experience?", "What would you add?");

  private final Learned learned;
  private final Review review;
  private final String topic;
  private final long seed;

  Posts(Learned learned, Review review, String topic, long seed) {
    this.learned = learned;
    this.review = review;
    this.topic = topic.strip();
    this.seed = seed;
  }

  List<Draft> drafts() {
    if (topic.isEmpty()) {
      return List.of();
    }
    List<String> work =
        review.keep(
            OWN_WORK.stream()
                .flatMap(frame -> frame.fill(SlotValues.of(review.asker()), 0).stream())
                .toList());
    List<String> own = Stream.concat(work.stream(), Stream.of("")).limit(2).toList();
    List<Draft> drafts = new ArrayList<>(written());
    for (int i = 0; i < own.size(); i++) {
      drafts.add(new Draft(Origin.FACTS, join(List.of(opening(i), own.get(i), closing(i)))));
    }
    return drafts;
  }

  private String opening(int number) {
    return OPENINGS.get(Math.floorMod(seed + number, OPENINGS.size())).formatted(topic);
  }

  private String closing(int number) {
    return CLOSINGS.get(Math.floorMod(seed + number, CLOSINGS.size()));
  }

  private static String join(List<String> sentences) {
    return String.join(" ", sentences.stream().filter(s -> !s.isBlank()).toList());
  }

  /// The opening, and what the model makes follow it.
  private List<Draft> written() {
    List<String> sentences = new ArrayList<>(List.of(opening(0)));
    for (int i = 0; i < MODEL_SENTENCES && learned.model().isPresent(); i++) {
      String typed = join(sentences);
      Order order =
          new Order(
              typed,
              "",
              MAX_WORDS_OF_SENTENCE,
              MAX_TOKENS,
              true,
              TEMPERATURE,
              seed * MODEL_SENTENCES + i,
              added -> review.mayGoOn(typed, added));
      Sentences.of(Writer.write(learned.model().get(), order).strip()).stream()
          .limit(1)
          .filter(sentence -> sentence.matches("(?s).*[.!?]"))
          .filter(sentence -> review.mayShow(typed + " ", sentence))
          .forEach(sentences::add);
    }
    return sentences.size() > 1 ? List.of(new Draft(Origin.MODEL, join(sentences))) : List.of();
  }
}
