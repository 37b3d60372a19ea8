package dev.demur.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.assist.generate.LanguageModel;
import dev.demur.assist.generate.TableModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.pattern.Patterns;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionServiceTest {
  private static final String SECRET = "my grandmother taught me to weld in her shed";

  @TempDir Path folder;

  private final List<String> logged = new ArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();

  private SuggestionService service(Learned learned) {
    return new SuggestionService(
        learned,
        (asker, entries) ->
            entries.forEach(entry ->
                logged.add(
                    asker
                        + " "
                        + entry.suggestion().id()
                        + " "
                        + new TreeSet<>(entry.supporters()))),
        () -> "id" + ids.incrementAndGet());
  }

  private Learned learned(List<CorpusRow> rows, LanguageModel... model) throws IOException {
    return new Learned(
        Profiles.index(folder, rows),
        Optional.of(model).filter(m -> m.length > 0).map(m -> m[0]),
        Patterns.mine(rows, 10),
        Terms.inRows(rows.stream()));
  }

  private static List<String> texts(Answer answer) {
    return answer.suggestions().stream().map(Suggestion::text).toList();
  }

  @Test
  void whereNothingIsLearnedTheMembersFactsSpeak() {
    Answer answer = service(Learned.nothing()).headline(Profiles.ada().profile(), 0);

    assertThat(texts(answer))
        .containsExactly(
            "Data Engineer at Harbour Bank | Python, Data Modelling and SQL",
            "Data Engineer with 10 years of experience | Python and Data Modelling");
    assertThat(answer.suggestions())
        .allSatisfy(suggestion -> {
          assertThat(suggestion.origin()).isEqualTo(Origin.FACTS);
          assertThat(suggestion.evidence()).isNotEmpty();
          assertThat(suggestion.trace()).isEmpty();
        });
    assertThat(logged).containsExactly("ada id1 []", "ada id2 []");
  }

  @Test
  void aTextAboutAMemberHasThreeTones() {
    var service = service(Learned.nothing());

    assertThat(texts(service.about(Profiles.ada().profile(), Tone.PLAIN, 0)))
        .containsExactly(
            "I am a Data Engineer at Harbour Bank. I have 10 years of experience. My work covers"
                + " Python, Data Modelling and SQL. Before that I was an Analyst at Meadow"
                + " Insurance. I hold a BSc in Statistics from Northfield College. I am based in"
                + " Leeds.");
    assertThat(texts(service.about(Profiles.ada().profile(), Tone.WARM, 0)).getFirst())
        .startsWith("Hello! I work as a Data Engineer at Harbour Bank.");
    assertThat(texts(service.about(Profiles.ada().profile(), Tone.CONFIDENT, 0)).getFirst())
        .startsWith("Data Engineer at Harbour Bank with 10 years of experience.");
  }

  @Test
  void aMemberWithoutFactsIsToldWhyThereIsNothing() {
    Answer answer = service(Learned.nothing()).headline(Profiles.of("new").profile(), 0);

    assertThat(answer.suggestions()).isEmpty();
    assertThat(answer.refused()).containsExactly(Map.entry(Refusal.NOTHING_FOUND, 1));
    assertThatThrownBy(() -> new Answer(List.of(), new java.util.TreeMap<>()))
        .hasMessage("an answer without suggestions must say why");
  }

  @Test
  void theHeadlineAMemberHasIsNotSuggested() {
    Profiles ada =
        Profiles.ada()
            .with(
                Category.PROFILE_HEADLINE,
                Map.of(
                    Fields.TEXT, "Data Engineer at Harbour Bank | Python, Data Modelling and SQL"));

    Answer answer = service(Learned.nothing()).headline(ada.profile(), 0);

    assertThat(texts(answer))
        .doesNotContain("Data Engineer at Harbour Bank | Python, Data Modelling and SQL");
    assertThat(answer.refused()).containsKey(Refusal.NOTHING_NEW);
  }

  /// Members who all write their headline and summary alike, each with facts of their own.
  private static List<CorpusRow> alike(int members) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 1; i <= members; i++) {
      String id = "m" + i;
      rows.add(
          Profiles.row(
              id,
              i * 10,
              Category.PROFILE_POSITION,
              "",
              Map.of(Fields.TITLE, "Baker" + i, Fields.COMPANY, "Mill" + i)));
      rows.add(
          Profiles.row(
              id, i * 10 + 1, Category.PROFILE_HEADLINE, "Baker" + i + " & dreamer, Mill" + i));
      rows.add(
          Profiles.row(
              id,
              i * 10 + 2,
              Category.PROFILE_SUMMARY,
              "My days at Mill" + i + " are never dull. I look forward to hearing from you."));
    }
    return rows;
  }

  @Test
  void wordingOfManyMembersIsFilledWithTheMembersFacts() throws IOException {
    var service = service(learned(alike(12)));

    Answer headline = service.headline(Profiles.ada().profile(), 0);
    assertThat(texts(headline).getFirst()).isEqualTo("Data Engineer & dreamer, Harbour Bank");
    assertThat(headline.suggestions().getFirst().origin()).isEqualTo(Origin.PATTERN);
    Answer about = service.about(Profiles.ada().profile(), Tone.PLAIN, 0);
    assertThat(texts(about).getFirst()).isEqualTo("My days at Harbour Bank are never dull.");
  }

  @Test
  void wordingOfNineIsNotUsed() throws IOException {
    Answer answer = service(learned(alike(9))).headline(Profiles.ada().profile(), 0);

    assertThat(answer.suggestions()).extracting(Suggestion::origin).containsOnly(Origin.FACTS);
  }

  @Test
  void completionsGoOnAsManyMembersDo() throws IOException {
    var service = service(learned(alike(12)));

    Answer answer =
        service.complete(Profiles.ada().profile(), Category.CONTENT_POST, "Well, I look for", 0);

    assertThat(texts(answer)).containsExactly("ward to hearing from you.");
    assertThat(answer.suggestions().getFirst().trace())
        .singleElement()
        .satisfies(traced -> assertThat(traced.members()).isEqualTo(12));
    assertThat(logged.getFirst()).contains("m1,", "m12");
  }

  @Test
  void completionsOfNineAreNotShown() throws IOException {
    Answer answer =
        service(learned(alike(9)))
            .complete(Profiles.ada().profile(), Category.CONTENT_POST, "I look ", 0);

    assertThat(answer.suggestions()).isEmpty();
  }

  @Test
  void theMembersFactsCompleteKnownSentences() {
    Answer answer =
        service(Learned.nothing())
            .complete(
                Profiles.ada().profile(), Category.PROFILE_SUMMARY, "Hi there. I am a Data En", 0);

    assertThat(texts(answer)).containsExactly("gineer at Harbour Bank");
  }

  @Test
  void theModelNeverFinishesAnotherMembersSentence() throws IOException {
    var model = new TableModel(SECRET, "my grandmother taught me to wave.");
    var service = service(learned(Profiles.posts(1, SECRET), model));

    Answer answer =
        service.complete(
            Profiles.ada().profile(), Category.CONTENT_POST, "my grandmother taught me", 0);

    assertThat(texts(answer)).contains(" to wave.").noneMatch(text -> text.contains("weld"));
  }

  @Test
  void whoWroteTheSentenceMayHaveItFinished() throws IOException {
    var service = service(learned(Profiles.posts(1, SECRET), new TableModel(SECRET)));
    Profiles author = Profiles.of("m1").with(Category.CONTENT_POST, Map.of(Fields.TEXT, SECRET));

    Answer answer =
        service.complete(author.profile(), Category.CONTENT_POST, "my grandmother taught me ", 0);

    assertThat(texts(answer)).containsExactly("to weld in her shed");
  }

  @Test
  void whatTheModelInventsIsNotShown() throws IOException {
    var model =
        new TableModel(
            "Data Engineer at Harbour Bank | Astronaut",
            "Data Engineer at Harbour Bank | 99 moons",
            "Data Engineer at Harbour Bank | happy to help");
    List<CorpusRow> rows =
        List.of(
            Profiles.row("m1", 1, Category.PROFILE_SKILL, "", Map.of(Fields.NAME, "Astronaut")));

    Answer answer = service(learned(rows, model)).headline(Profiles.ada().profile(), 0);

    assertThat(texts(answer))
        .noneMatch(text -> text.contains("Astronaut") || text.contains("99"))
        .contains("Data Engineer at Harbour Bank | happy to help");
  }

  @Test
  void whoLeavesSupportsNothingFromThenOn() throws IOException {
    Learned learned = learned(alike(10));
    var service = service(learned);
    var ada = Profiles.ada().profile();
    assertThat(service.complete(ada, Category.CONTENT_POST, "I look ", 0).suggestions())
        .isNotEmpty();

    learned.trace().tombstone(Set.of(new MemberId("m3")));

    assertThat(service.complete(ada, Category.CONTENT_POST, "I look ", 0).suggestions()).isEmpty();
  }

  @Test
  void equalSeedsGiveEqualTexts() throws IOException {
    var model = new TableModel("I am here. So it is.", "Bank. I am glad to be of use.");
    var service = service(learned(alike(12), model));

    Answer first = service.about(Profiles.ada().profile(), Tone.WARM, 7);
    Answer second = service.about(Profiles.ada().profile(), Tone.WARM, 7);

    assertThat(texts(second)).isEqualTo(texts(first));
  }

  @Test
  void whatCannotBeLoggedIsNotShown() {
    var service =
        new SuggestionService(
            Learned.nothing(),
            (asker, entries) -> {
              throw new IllegalStateException("the log is full");
            },
            () -> "id");

    assertThatThrownBy(() -> service.headline(Profiles.ada().profile(), 0))
        .hasMessage("the log is full");
  }
}
