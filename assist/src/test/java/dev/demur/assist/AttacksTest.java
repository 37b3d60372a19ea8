package dev.demur.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.generate.TableModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.pattern.Patterns;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.trace.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People who want a sentence that one member wrote, and that the model knows by heart.
class AttacksTest {
  private static final String SECRET =
      "my late brother kept the blue ledger under a stone behind our chapel";
  private static final List<String> WORDS = Words.of(SECRET).list();
  private static final int TOO_MANY = 6;

  @TempDir Path folder;
  private final List<CorpusRow> rows =
      new ArrayList<>(List.of(Profiles.row("victim", 1, Category.CONTENT_POST, SECRET)));
  private SuggestionService service = serviceOf(Learned.nothing());

  @BeforeEach
  void theModelKnowsTheSentence() throws IOException {
    service = serviceOf(learned());
  }

  private static SuggestionService serviceOf(Learned learned) {
    return new SuggestionService(learned, (asker, shown) -> {}, () -> "id");
  }

  private Learned learned() throws IOException {
    return new Learned(
        Profiles.index(folder, rows),
        Optional.of(new TableModel(SECRET)),
        Patterns.none(),
        Terms.none());
  }

  private static MemberProfile account(String name) {
    return Profiles.of(name).profile();
  }

  private List<String> shown(String account, String typed) {
    return service
        .complete(account(account), Category.CONTENT_POST, typed, 1)
        .suggestions()
        .stream()
        .map(Suggestion::text)
        .toList();
  }

  /// The numbers of the sentence's words that stand in texts, typed or shown, three or more side by
  /// side.
  private static Set<Integer> learnt(List<String> texts) {
    Set<Integer> learnt = new HashSet<>();
    for (String text : texts) {
      List<String> words = Words.of(text).list();
      for (int at = 0; at < WORDS.size(); at++) {
        for (int length = 3; at + length <= WORDS.size(); length++) {
          if (java.util.Collections.indexOfSubList(words, WORDS.subList(at, at + length)) >= 0) {
            for (int i = at; i < at + length; i++) {
              learnt.add(i);
            }
          }
        }
      }
    }
    return learnt;
  }

  private static int longestRun(Set<Integer> learnt) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < WORDS.size(); i++) {
      run = learnt.contains(i) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /// Each request has only the last few words that were got so far, so that none shows six.
  private List<String> chunks(int window, List<String> accounts) {
    List<String> got = new ArrayList<>(WORDS.subList(0, 2));
    List<String> texts = new ArrayList<>();
    for (int request = 0; request < 60; request++) {
      String typed =
          String.join(" ", got.subList(Math.max(0, got.size() - window), got.size())) + " ";
      List<String> offered = shown(accounts.get(request % accounts.size()), typed);
      if (offered.isEmpty()) {
        return texts;
      }
      texts.add(typed + offered.getFirst());
      got.addAll(Words.of(offered.getFirst()).list());
    }
    return texts;
  }

  @ParameterizedTest(name = "{0} words at a time")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void chunkedRequestsDoNotPieceTheSentenceTogether(int window) {
    List<String> texts = chunks(window, List.of("eve"));

    assertThat(longestRun(learnt(texts))).isLessThan(TOO_MANY);
  }

  @ParameterizedTest(name = "{0} words at a time")
  @ValueSource(ints = {2, 3, 4, 5})
  void accountsThatTakeTurnsDoNotEither(int window) {
    List<String> texts = chunks(window, List.of("eve", "mallory", "trudy"));

    assertThat(longestRun(learnt(texts))).isLessThan(TOO_MANY);
  }

  @Test
  void anyBeginningThatIsTypedIsNotContinuedToSixWords() throws IOException {
    Learned learned = learned();
    for (int from = 0; from < WORDS.size(); from++) {
      for (int to = from + 1; to < WORDS.size(); to++) {
        service = serviceOf(learned);
        String typed = String.join(" ", WORDS.subList(from, to)) + " ";
        for (String text : shown("eve", typed)) {
          if (to - from < TOO_MANY) {
            assertThat(longestRun(learnt(List.of(typed + text)))).isLessThan(TOO_MANY);
          } else {
            assertThat(Words.of(text).list().getFirst()).isNotEqualTo(WORDS.get(to));
          }
        }
      }
    }
  }

  @Test
  void nineAccountsThatWriteAGuessDoNotMakeItEverybodys() throws IOException {
    String guess = String.join(" ", WORDS.subList(0, 5));
    for (int i = 0; i < 9; i++) {
      rows.add(Profiles.row("colluder" + i, 10 + i, Category.CONTENT_POST, guess));
    }
    service = serviceOf(learned());

    List<String> shown = shown("colluder0", guess + " ");

    assertThat(shown.stream().filter(text -> text.strip().startsWith(WORDS.get(5)))).isEmpty();
  }

  @Test
  void whatIsHeldBackForThatIsCountedAndThoseWhoWroteItMayGoOn() {
    chunks(4, List.of("eve"));
    var answer =
        service.complete(
            account("mallory"),
            Category.CONTENT_POST,
            String.join(" ", WORDS.subList(2, 6)) + " ",
            1);
    assertThat(answer.refused().keySet())
        .containsAnyOf(Refusal.PIECED_TOGETHER, Refusal.UNSUPPORTED_SPAN, Refusal.NOTHING_FOUND);

    MemberProfile victim =
        Profiles.of("victim")
            .with(Category.CONTENT_POST, java.util.Map.of(dev.demur.model.Fields.TEXT, SECRET))
            .profile();
    String typed = String.join(" ", WORDS.subList(0, 5)) + " ";
    assertThat(
            service
                .complete(victim, Category.CONTENT_POST, typed, 1)
                .suggestions()
                .getFirst()
                .text())
        .startsWith(WORDS.get(5));
  }
}
