package dev.demur.assist.career;

import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.trace.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What members write they have not: "I have never used Python", "no experience with welding".
final class Denials {
  /// A "no" so many words before a thing is taken to be about it.
  private static final int REACH = 4;

  private static final Set<String> NO =
      Set.of(
          "no", "not", "never", "without", "cannot", "cant", "dont", "havent", "lack", "lacking");

  private Denials() {}

  /// The running text in which a member denies a thing, and nowhere says otherwise.
  static Optional<Fact> of(MemberProfile member, List<String> phrase) {
    return member.facts().stream()
        .filter(fact -> fact.says(phrase) && !affirms(fact, phrase))
        .findFirst();
  }

  /// Whether a fact says a thing without denying it: names of things deny nothing.
  static boolean affirms(Fact fact, List<String> phrase) {
    return fact.says(phrase)
        && (fact.kind().isTerm()
            || Sentences.of(fact.text()).stream()
                .map(sentence -> Words.of(sentence).list())
                .anyMatch(words -> says(words, phrase)));
  }

  private static boolean says(List<String> words, List<String> phrase) {
    int at = Collections.indexOfSubList(words, phrase);
    return at >= 0 && Collections.disjoint(words.subList(Math.max(0, at - REACH), at), NO);
  }
}
