package dev.demur.assist;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.generate.Order;
import dev.demur.assist.generate.Writer;
import dev.demur.assist.pattern.Frame;
import dev.demur.assist.pattern.Patterns;
import dev.demur.assist.pattern.SlotValues;
import dev.demur.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Drafts of headlines.
final class Headlines {
  private static final int MAX_WORDS = 12;
  private static final int MAX_TOKENS = 150;
  private static final double TEMPERATURE = 0.7;
  private static final int SAMPLES = 2;
  private static final int OF_EACH_ORIGIN = 2;

  /// What a headline of the model's begins with.
  private static final List<Frame> OPENINGS =
      Stream.of("{title} at {company} |", "{title} |", "{title}").map(Frame::new).toList();

  private final Learned learned;
  private final Review review;
  private final SlotValues facts;
  private final int turn;
  private final long seed;

  Headlines(Learned learned, Review review, long seed) {
    this.learned = learned;
    this.review = review;
    this.facts = SlotValues.of(review.asker());
    this.seed = seed;
    this.turn = Math.floorMod(seed, 3);
  }

  /// Patterns, model, facts: two of each, then the rest.
  List<Draft> drafts() {
    List<List<Draft>> origins =
        List.of(
            filled(
                Origin.PATTERN,
                learned.patterns().of(Category.PROFILE_HEADLINE).stream()
                    .map(Patterns.Pattern::frame)
                    .toList()),
            learned.model().map(this::written).orElse(List.of()),
            filled(Origin.FACTS, Templates.headlines()));
    List<Draft> drafts = new ArrayList<>();
    origins.forEach(origin -> drafts.addAll(kept(origin)));
    return drafts;
  }

  private List<Draft> kept(List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> review.mayShow("", draft.text()))
        .limit(OF_EACH_ORIGIN)
        .toList();
  }

  private List<Draft> filled(Origin origin, List<Frame> frames) {
    return frames.stream()
        .flatMap(frame -> frame.fill(facts, turn).stream())
        .distinct()
        .map(text -> new Draft(origin, text))
        .toList();
  }

  private List<Draft> written(LanguageModel model) {
    List<Draft> drafts = new ArrayList<>();
    for (Frame opening : OPENINGS) {
      Optional<String> context = opening.fill(facts, turn);
      for (int sample = 0; sample < SAMPLES && context.isPresent(); sample++) {
        String typed = context.get();
        Order order =
            new Order(
                typed,
                "",
                MAX_WORDS,
                MAX_TOKENS,
                true,
                TEMPERATURE,
                seed * SAMPLES + sample,
                added -> added.indexOf('\n') < 0 && review.mayDescribe("", typed + added));
        String added = Writer.write(model, order);
        if (!added.isBlank()) {
          drafts.add(new Draft(Origin.MODEL, (typed + added).strip()));
        }
      }
    }
    return drafts;
  }
}
