package dev.demur.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.assist.generate.TableModel;
import dev.demur.assist.ground.Evidence;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.pattern.Patterns;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {
  private static final MemberProfile ADA = Profiles.ada().profile();

  @TempDir Path folder;

  private static SuggestionService service(Learned learned) {
    return new SuggestionService(learned, (_, _) -> {}, () -> "id");
  }

  private static final SuggestionService SERVICE = service(Learned.nothing());

  private static List<String> texts(Answer answer) {
    return answer.suggestions().stream().map(Suggestion::text).toList();
  }

  @Test
  void aPostIsOnTheTopicAndInTheMembersPlace() {
    assertThat(texts(SERVICE.post(ADA, "night shifts at Globex in 2024", 0)))
        .containsExactly(
            "Today I would like to talk about night shifts at Globex in 2024. I look at it as a"
                + " Data Engineer at Harbour Bank. How do you see it?",
            "Let's talk about night shifts at Globex in 2024. I look at it as someone who works"
                + " with Python and Data Modelling. What is your experience?");
    assertThat(SERVICE.post(ADA, " ", 0).refused()).containsKey(Refusal.NOTHING_FOUND);
  }

  @Test
  void theModelGoesOnWithAPostAsFarAsItIsGrounded() throws IOException {
    var model = new TableModel("talk about tea. It warms the heart. My 12 cats agree.");
    Learned learned =
        new Learned(
            Profiles.index(folder, List.of()), Optional.of(model), Patterns.none(), Terms.none());

    List<Suggestion> posts = service(learned).post(ADA, "tea", 0).suggestions();

    assertThat(posts).extracting(Suggestion::origin).contains(Origin.MODEL);
    assertThat(posts.getFirst().text())
        .startsWith("Today I would like to talk about tea. It warms the heart.");
    assertThat(posts).noneMatch(post -> post.text().contains("12"));
  }

  @Test
  void theModelAddsNothingThatBeginsWithSigns() throws IOException {
    assertThat(aboutWith("Harbour Bank. Python warms the heart.")).contains(Origin.MODEL);
    assertThat(aboutWith("Harbour Bank. ### Python warms the heart."))
        .isNotEmpty()
        .doesNotContain(Origin.MODEL);
  }

  private List<Origin> aboutWith(String knownByHeart) throws IOException {
    Learned learned =
        new Learned(
            Profiles.index(folder, List.of()),
            Optional.of(new TableModel(knownByHeart)),
            Patterns.none(),
            Terms.none());
    return service(learned).about(ADA, Tone.PLAIN, 0).suggestions().stream()
        .map(Suggestion::origin)
        .toList();
  }

  @Test
  void aSummaryHasTheTextsOwnSentencesInTheirOrder() {
    String text =
        "Our release was late. The release was late because tests were slow. I had soup. We made"
            + " the tests fast, and the release was on time. Thanks Maria Lopez!";

    assertThat(texts(SERVICE.summary(ADA, text)))
        .containsExactly(
            "Our release was late.\nThe release was late because tests were slow.\nWe made the"
                + " tests fast, and the release was on time.");
    assertThat(SERVICE.summary(ADA, "").suggestions()).isEmpty();
  }

  @Test
  void messagesNameTheRecipientAsTheSenderDoes() {
    var recipient =
        new Recipient(Optional.of("Maria Lopez"), Optional.of("Nurse"), Optional.of("Globex"));

    assertThat(texts(SERVICE.message(ADA, Occasion.OUTREACH, recipient, "a role in Leeds")))
        .first()
        .isEqualTo(
            "Hello Maria Lopez,\nI work as a Data Engineer at Harbour Bank.\nI am writing to you as"
                + " Nurse at Globex: it is about a role in Leeds.\nWould you like to hear more?");
    var nobody = new Recipient(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(texts(SERVICE.message(Profiles.of("new").profile(), Occasion.CONNECT, nobody, "")))
        .containsExactly("Hello,\nI would like to connect with you.");
    assertThat(texts(SERVICE.message(ADA, Occasion.FOLLOW_UP, recipient, "")).getFirst())
        .contains("Thank you for your time.");
    assertThat(recipient).hasToString("Recipient[3 facts]");
  }

  @Test
  void aJobDescriptionSaysWhatTheNotesSay() {
    assertThat(
            texts(SERVICE.job(ADA, "Analyst", List.of("reads 5 reports a week"), List.of("excel"))))
        .containsExactly(
            "We are looking for an Analyst.\nWhat it is about:\n- reads 5 reports a week\n"
                + "People in this job often know: excel.");
    assertThatThrownBy(() -> SERVICE.job(ADA, " ", List.of(), List.of()))
        .hasMessage("a job description needs a title, got an empty one");
  }

  @Test
  void aWordTypedBeforeAndTheMembersOwnThingsAreCompletedByTheirFirstLetters() {
    String typed = "The Harvest Fair was good. Next year the Harv";

    assertThat(texts(SERVICE.complete(ADA, Category.CONTENT_POST, typed, 1))).contains("est");
    assertThat(texts(SERVICE.complete(ADA, Category.CONTENT_POST, "I met her at Mead", 1)))
        .contains("ow Insurance");
    assertThat(texts(SERVICE.complete(ADA, Category.CONTENT_POST, "We all use Py", 1)))
        .contains("thon");
    assertThat(texts(SERVICE.complete(ADA, Category.CONTENT_POST, "We all use Ko", 1)))
        .doesNotContain("tlin");
  }

  @Test
  void aResumeIsTheMembersOwnFactsWithWhatTheJobAsksForFirst() {
    Answer answer = SERVICE.resume(ADA, "You know SQL.");

    assertThat(texts(answer))
        .containsExactly(
            """
            Skills:
            - SQL
            - Python
            - Data Modelling
            Experience:
            - Data Engineer, Harbour Bank (Mar 2020 – today)
            - I moved 14 systems to the new platform.
            - Analyst, Meadow Insurance (Jun 2015 – Feb 2020)
            Education:
            - BSc in Statistics, Northfield College\
            """
                .stripIndent());
    assertThat(answer.suggestions().getFirst().evidence())
        .extracting(Evidence::field)
        .contains(Fields.TITLE, Fields.COMPANY, Fields.NAME, Fields.DEGREE);
    assertThat(SERVICE.resume(Profiles.of("new").profile(), "").refused())
        .containsKey(Refusal.NOTHING_FOUND);
  }

  @Test
  void aStretchOfTheRequestMayBeRepeatedButNotContinued() throws IOException {
    String sentence = "the quiet engine room keeps every ship alive at night";
    Learned learned =
        new Learned(
            Profiles.index(folder, Profiles.posts(1, sentence)),
            Optional.of(new TableModel(sentence)),
            Patterns.none(),
            Terms.none());
    var service = service(learned);

    assertThat(texts(service.summary(ADA, sentence + "."))).containsExactly(sentence + ".");
    assertThat(texts(service.post(ADA, "the quiet engine room keeps every", 0)))
        .isNotEmpty()
        .noneMatch(text -> text.contains("every ship"));
  }

  @Test
  void aRequestWithoutEndIsRefused() {
    assertThatThrownBy(() -> SERVICE.summary(ADA, "a ".repeat(60_000)))
        .hasMessage("a request takes at most 100000 characters, got 120000");
  }

  @Test
  void everyKindToneAndOccasionHasItsCode() {
    for (Kind kind : Kind.values()) {
      assertThat(Kind.of(kind.code())).contains(kind);
    }
    for (Tone tone : Tone.values()) {
      assertThat(Tone.of(tone.code())).contains(tone);
    }
    for (Occasion occasion : Occasion.values()) {
      assertThat(Occasion.of(occasion.code())).contains(occasion);
    }
    assertThat(Kind.of("poem")).isEmpty();
  }
}
