package dev.demur.assist;

import dev.demur.assist.ground.Grounded;
import dev.demur.assist.ground.Grounding;
import dev.demur.assist.guard.Disclosed;
import dev.demur.assist.guard.Finding;
import dev.demur.assist.guard.Guard;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.guard.Traced;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.profile.OwnText;
import dev.demur.model.MemberId;
import dev.demur.trace.Occurrence;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Decides which drafts of one request are shown, and keeps count of those that are not.
final class Review {
  /// Stretches of fewer words say nothing about whose they are.
  private static final int TRACED_WORDS = 4;

  private static final int MAX_OCCURRENCES = 2_000;

  private final Kind kind;
  private final MemberProfile asker;
  private final Guard guard;
  private final Disclosed disclosed;
  private final Grounding grounding;
  private final Grounding ageless;
  private final SortedMap<Refusal, Integer> refused = new TreeMap<>();
  private final Set<List<String>> seen = new HashSet<>();

  /// @param given what the request itself says
  /// @param own what was put together from the asking member's records and our own wording alone:
  ///   it tells of nobody else, whatever others wrote, but has to be backed like all else
  /// @param disclosed what was shown before, to anybody
  Review(
      Kind kind,
      MemberProfile asker,
      Learned learned,
      List<String> given,
      List<String> own,
      Disclosed disclosed) {
    this.kind = kind;
    this.disclosed = disclosed;
    this.asker = asker;
    List<String> harmless = Stream.concat(given.stream(), own.stream()).toList();
    this.guard = Guard.of(learned.trace().view(), asker, OwnText.of(harmless));
    this.grounding = new Grounding(learned.terms(), OwnText.of(given));
    this.ageless = grounding.ageless();
  }

  MemberProfile asker() {
    return asker;
  }

  Guard guard() {
    return guard;
  }

  SortedMap<Refusal, Integer> refused() {
    return refused;
  }

  void refuse(Refusal reason) {
    refused.merge(reason, 1, Integer::sum);
  }

  /// Treats a text as if it had been suggested before.
  void skip(String text) {
    seen.add(Words.of(text).list());
  }

  /// Whether a text may follow what was typed; if not, the reason is counted.
  boolean mayShow(String typed, String added) {
    List<Finding> findings = guard.check(typed, added);
    if (!findings.isEmpty()) {
      refuse(findings.getFirst().refusal());
      return false;
    }
    if (!grounding.check(typed + added, typed.length(), asker).holds()) {
      refuse(Refusal.UNGROUNDED);
      return false;
    }
    return true;
  }

  /// Whether a text that is being written may go on with its last word.
  ///
  /// @param typed what it follows
  boolean mayGoOn(String typed, String added) {
    String text = typed + added;
    Words words = Words.of(text);
    return guard.allowsLast(words.list())
        && guard.allowsOpenings(text, words, typed.length())
        && ageless.check(text, typed.length(), asker).holds();
  }

  /// The same of a text that says who the member is: it begins no sentence with a word that could
  /// be a skill or a name, however common, but for the member's own.
  boolean mayDescribe(String typed, String added) {
    String text = typed + added;
    return guard.knowsOpenings(text, Words.of(text), typed.length()) && mayGoOn(typed, added);
  }

  /// The sentences of a vendor's that may be shown.
  List<String> keepForeign(List<String> sentences) {
    return keep(sentences).stream()
        .filter(sentence -> {
          boolean allowed = guard.allowsOpenings(sentence, Words.of(sentence), 0);
          if (!allowed) {
            refuse(Refusal.UNGROUNDED);
          }
          return allowed;
        })
        .toList();
  }

  /// The sentences that may be shown.
  List<String> keep(List<String> sentences) {
    return sentences.stream().filter(sentence -> mayShow("", sentence)).toList();
  }

  /// Up to `limit` suggestions, the first drafts first, each another text.
  ///
  /// @param typed what they follow
  List<Suggestion> suggest(String typed, List<Draft> drafts, int limit, Supplier<String> ids) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (Draft draft : drafts) {
      if (suggestions.size() < limit) {
        if (!seen.add(Words.of(draft.text()).list()) || draft.text().isBlank()) {
          refuse(Refusal.NOTHING_NEW);
        } else if (mayShow(typed, draft.text())) {
          if (disclosed.admit(guard, typed, draft.text())) {
            suggestions.add(suggestion(typed, draft, ids.get()));
          } else {
            refuse(Refusal.PIECED_TOGETHER);
          }
        }
      }
    }
    return suggestions;
  }

  private Suggestion suggestion(String typed, Draft draft, String id) {
    String text = typed + draft.text();
    Grounded grounded = grounding.check(text, typed.length(), asker);
    List<Traced> trace =
        guard.explain(text, typed.length(), TRACED_WORDS).stream()
            .map(span -> span.from(typed.length()))
            .toList();
    return new Suggestion(id, kind, draft.text(), draft.origin(), grounded.evidence(), trace);
  }

  /// The members whose text has stretches of a suggestion in it.
  Set<MemberId> supporters(String typed, Suggestion suggestion) {
    Set<MemberId> supporters = new TreeSet<>();
    guard.others().spansBehind(typed + suggestion.text(), typed.length(), TRACED_WORDS).stream()
        .flatMap(span -> guard.others().occurrences(span.words(), MAX_OCCURRENCES).stream())
        .map(Occurrence::member)
        .forEach(supporters::add);
    return supporters;
  }
}
