package dev.demur.assist.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Profiles;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {
  private static final SlotValues ADA = SlotValues.of(Profiles.ada().profile());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I am {a} {title} at {company}.|I am a Data Engineer at Harbour Bank.",
        "Once {a} {former-title} at {former-company}|Once an Analyst at Meadow Insurance",
        "{skill}, {skill} and {skill}|Python, Data Modelling and SQL",
        "{experience} in {city}, {degree} from {school}|10 years in Leeds, BSc in Statistics from Northfield College",
      })
  void slotsAreFilledWithTheMembersFacts(String frame, String filled) {
    assertThat(new Frame(frame).fill(ADA, 0)).contains(filled);
  }

  @Test
  void aSlotWithoutAFactLeavesNoSentence() {
    assertThat(new Frame("{skill} {skill} {skill} {skill}").fill(ADA, 0)).isEmpty();
    assertThat(new Frame("{industry}").fill(ADA, 0)).isEmpty();
    assertThat(new Frame("{skill} | {skill}").fill(ADA, 1)).contains("Data Modelling | SQL");
  }

  @Test
  void whatBelongsTogetherStaysTogether() {
    SlotValues values =
        SlotValues.of(
            Profiles.of("bo")
                .with(Category.PROFILE_EDUCATION, Map.of(Fields.SCHOOL, "First School"))
                .with(
                    Category.PROFILE_EDUCATION,
                    Map.of(Fields.SCHOOL, "Second School", Fields.DEGREE, "MSc"))
                .with(
                    Category.PROFILE_POSITION,
                    Map.of(Fields.COMPANY, "Acme", Fields.FINISHED, "2019"))
                .with(
                    Category.PROFILE_POSITION,
                    Map.of(Fields.TITLE, "Cook", Fields.COMPANY, "Inn", Fields.FINISHED, "2018"))
                .profile());

    assertThat(new Frame("{degree} from {school}").fill(values, 0))
        .contains("MSc from Second School");
    assertThat(new Frame("{former-title} at {former-company}").fill(values, 0))
        .contains("Cook at Inn");
    assertThat(new Frame("{title}").fill(values, 0)).isEmpty();
  }

  private static List<CorpusRow> members(int count) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String title = "Title" + i;
      String headline = (i % 2 == 0 ? "A " : "An ") + title + " at Company" + i + " | Skill" + i;
      String summary =
          "I am a %s at Company%d.  I like tea.\nTalk to me about skill%d!".formatted(title, i, i);
      rows.add(
          Profiles.row(
              "m" + i,
              10 * i,
              Category.PROFILE_POSITION,
              "",
              Map.of(Fields.TITLE, title, Fields.COMPANY, "Company" + i)));
      rows.add(
          Profiles.row(
              "m" + i, 10 * i + 1, Category.PROFILE_SKILL, "", Map.of(Fields.NAME, "Skill" + i)));
      rows.add(Profiles.row("m" + i, 10 * i + 2, Category.PROFILE_HEADLINE, headline));
      rows.add(Profiles.row("m" + i, 10 * i + 3, Category.PROFILE_SUMMARY, summary));
    }
    return rows;
  }

  @Test
  void sentencesThatManyWriteAreFoundWithoutTheirFacts() {
    List<CorpusRow> rows = members(10);
    Collections.shuffle(rows, new Random(1));
    Patterns patterns = Patterns.mine(rows, 10);

    assertThat(patterns.of(Category.PROFILE_SUMMARY))
        .containsExactly(
            new Patterns.Pattern(
                Category.PROFILE_SUMMARY,
                Patterns.Place.FIRST,
                new Frame("I am {a} {title} at {company}."),
                10),
            new Patterns.Pattern(
                Category.PROFILE_SUMMARY,
                Patterns.Place.LAST,
                new Frame("Talk to me about {skill}!"),
                10));
    assertThat(patterns.of(Category.PROFILE_HEADLINE)).isEmpty();
    assertThat(Patterns.mine(members(20), 10).of(Category.PROFILE_HEADLINE))
        .extracting(pattern -> pattern.frame().text())
        .containsExactly("A {title} at {company} | {skill}", "An {title} at {company} | {skill}");
  }

  @Test
  void nineMembersAreTooFew() {
    assertThat(Patterns.mine(members(9), 10).of(Category.PROFILE_SUMMARY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "One. Two! Three|One.~Two!~Three",
        "I use e.g. tools. Then more|I use e.g. tools.~Then more",
        "A line\\nanother|A line~another",
        "He said \"No.\" Then left.|He said \"No.\"~Then left.",
      })
  void textIsCutIntoSentences(String text, String sentences) {
    assertThat(Sentences.of(text.replace("\\n", "\n"))).containsExactly(sentences.split("~", -1));
  }

  @Test
  void slotsOfAFrameAreKnown() {
    assertThat(new Frame("{a} {title} and {nothing} {skill}").slots())
        .containsExactly(Slot.TITLE, Slot.SKILL);
    assertThat(Slot.of("nothing")).isEqualTo(Optional.empty());
  }
}
