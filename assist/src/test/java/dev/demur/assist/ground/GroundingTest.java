package dev.demur.assist.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Profiles;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundingTest {
  private static final MemberProfile ADA = Profiles.ada().profile();
  private static final Grounding GROUNDING =
      new Grounding(
          Terms.of(
              List.of("Java", "project management", "Site Manager", "Harbour Bank", "care", "R")));

  @Test
  void eachStatementIsBackedByTheRecordThatSaysIt() {
    Grounded grounded =
        GROUNDING.check("Data Engineer at Harbour Bank with 10 years, mostly Python.", ADA);

    assertThat(grounded.holds()).isTrue();
    assertThat(grounded.evidence())
        .extracting(Evidence::quote)
        .containsExactlyInAnyOrder("Data Engineer", "Harbour Bank", "10 years", "Python");
    assertThat(grounded.evidence())
        .filteredOn(evidence -> evidence.quote().equals("Python"))
        .containsExactly(new Evidence(Profiles.ada().records().get(3).id(), Fields.NAME, "Python"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I know java|java",
        "I did project management there|project management",
        "She is a site manager|site manager",
        "I led 12 people|12",
        "I led twelve people|twelve",
        "I moved wor纐14 systems|wor纐14",
        "I worked at Globex for long|Globex",
        "I worked with Maria Lopez|Maria Lopez",
        "I love Care homes|Care",
        "I led 10 people|10",
        "Ask me on Friday|Friday",
        "All was new in August|August",
        "In March I am glad to be a data engineer|March",
        "It took a year of Im|Im",
      })
  void whatTheRecordsDoNotSayIsNotBacked(String text, String unbacked) {
    assertThat(GROUNDING.check(text, ADA).unbacked()).containsExactly(unbacked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I care about people and enjoy my work.",
        "Moved 14 systems. Based in Leeds.",
        "Hello! I know what I'd do and I’m glad.",
        "In march I am glad to be a data engineer.",
        "Data Engineer | Based in Leeds | Hello",
      })
  void everydayWordsStateNothing(String text) {
    assertThat(GROUNDING.check(text, ADA).unbacked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Data Engineer | Video;Video",
        "Video | Data Engineer;Video",
        "Data Engineer • Music Teaching • Python;Music Teaching",
      })
  void aThingOfOneOrTwoWordsInAListIsStated(String text, String unbacked) {
    assertThat(GROUNDING.check(text, ADA).unbacked()).containsExactly(unbacked);
  }

  @Test
  void whoIsCalledBakerIsNoBaker() {
    MemberProfile baker =
        Profiles.of("greg")
            .with(Category.PROFILE_NAME, Map.of(Fields.NAME, "Greg Baker"))
            .profile();
    Grounding grounding = new Grounding(Terms.of(List.of("Baker")));

    assertThat(grounding.check("I work as a Baker", baker).unbacked()).containsExactly("Baker");
    assertThat(grounding.check("I know St Greg", baker).unbacked()).containsExactly("St Greg");
    assertThat(grounding.check("I am Greg Baker", baker).holds()).isTrue();
  }

  @Test
  void datesAndYearsBackNothingForWhoeverWritesWithoutKnowingThem() {
    String text = "I have 10 years of Python";

    assertThat(GROUNDING.check(text, ADA).holds()).isTrue();
    assertThat(GROUNDING.ageless().check(text, ADA).unbacked()).containsExactly("10");
    assertThat(GROUNDING.ageless().check("I know Python", ADA).holds()).isTrue();
  }

  @Test
  void statementsBeforeThePlaceAreNotLookedAt() {
    String typed = "I worked at Globex for 3 years as ";

    assertThat(GROUNDING.check(typed + "an analyst", typed.length(), ADA).holds()).isTrue();
    assertThat(GROUNDING.check(typed + "a Site Manager", typed.length(), ADA).unbacked())
        .contains("Site Manager");
  }

  @Test
  void termsComeFromTheFieldsOfRows() {
    Terms terms =
        Terms.inRows(
            Stream.of(
                Profiles.row(
                    "m1", 1, Category.PROFILE_SKILL, "", Map.of(Fields.NAME, "Beekeeping")),
                Profiles.row(
                    "m1",
                    2,
                    Category.PROFILE_POSITION,
                    "",
                    Map.of(Fields.TITLE, "Hive Keeper", Fields.DESCRIPTION, "honey"))));

    assertThat(new Grounding(terms).check("beekeeping, honey, hive keeper", ADA).unbacked())
        .containsExactly("beekeeping", "hive keeper");
    assertThat(new Grounding(Terms.none()).check("beekeeping", ADA).holds()).isTrue();
  }
}
