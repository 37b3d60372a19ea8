package dev.demur.assist.privacy;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.generate.Order;
import dev.demur.assist.generate.Writer;
import dev.demur.assist.guard.Guard;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.profile.OwnText;
import dev.demur.learn.privacy.Canary;
import dev.demur.model.MemberId;
import dev.demur.trace.TraceView;
import dev.demur.trace.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Tries to get the ends of canaries out of a model, with and without the guard.
///
/// The attacker is somebody without any records. Drafts are not held to facts of the attacker here,
/// as suggestions are: what is measured is the guard alone.
final class Extraction {
  private static final long ANY_SEED = 1;
  private static final int TOKENS_EACH_WORD = 24;

  /// One word less than a stretch that the guard looks at, with the word that is asked for.
  private static final int STEP_WORDS = Guard.WORDS - 2;

  private static final MemberProfile STRANGER =
      MemberProfile.of(new MemberId("attacker"), List.of(), Instant.EPOCH);

  private final LanguageModel model;
  private final TraceView corpus;
  private final int beams;

  /// @param corpus what the model was trained on, by which the guard judges
  Extraction(LanguageModel model, TraceView corpus, int beams) {
    this.model = model;
    this.corpus = corpus;
    this.beams = beams;
  }

  /// The ways in which the end of this canary comes out.
  Set<Way> find(Canary canary) {
    Set<Way> found = EnumSet.noneOf(Way.class);
    Guard guard = guard(canary.known());
    if (continued(canary, _ -> true).equals(canary.suffix())) {
      found.add(Way.GREEDY);
    }
    List<String> beam = beam(canary);
    if (beam.stream().anyMatch(text -> Words.of(text).list().equals(canary.suffix()))) {
      found.add(Way.BEAM);
    }
    if (continued(canary, added -> mayGoOn(guard, canary.known(), added)).equals(canary.suffix())) {
      found.add(Way.GUARDED_GREEDY);
    }
    if (beam.stream()
        .filter(text -> guard.check(canary.known(), text).isEmpty())
        .anyMatch(text -> Words.of(text).list().equals(canary.suffix()))) {
      found.add(Way.GUARDED_BEAM);
    }
    if (comesWordByWord(canary)) {
      found.add(Way.GUARDED_STEPS);
    }
    return found;
  }

  private Guard guard(String typed) {
    return Guard.of(corpus, STRANGER, OwnText.of(List.of(typed)));
  }

  private static boolean mayGoOn(Guard guard, String typed, String added) {
    return guard.allowsLast(Words.of(typed + added).list());
  }

  private List<String> continued(Canary canary, Predicate<String> allows) {
    return Words.of(write(canary.known(), canary.suffix().size(), allows)).list();
  }

  private String write(String known, int words, Predicate<String> allows) {
    int tokens = words * TOKENS_EACH_WORD;
    return Writer.write(model, new Order(known, "", words, tokens, false, 0, ANY_SEED, allows));
  }

  /// The continuations that are as many tokens long as the end of the canary.
  private List<String> beam(Canary canary) {
    int[] known = model.encode(canary.known());
    int[] prompt = new int[known.length + 1];
    prompt[0] = model.begin();
    System.arraycopy(known, 0, prompt, 1, known.length);
    int length = model.encode(" " + canary.secret()).length;
    return new BeamSearch(model, beams).continuations(prompt, length);
  }

  private boolean comesWordByWord(Canary canary) {
    List<String> words = new ArrayList<>(canary.prefix());
    for (String next : canary.suffix()) {
      int from = Math.max(0, words.size() - STEP_WORDS);
      String typed = String.join(" ", words.subList(from, words.size()));
      Guard guard = guard(typed);
      String shown = write(typed, 1, added -> mayGoOn(guard, typed, added));
      boolean passes = guard.check(typed, shown).isEmpty();
      if (!passes || !Words.of(shown).list().equals(List.of(next))) {
        return false;
      }
      words.add(next);
    }
    return true;
  }
}
