package dev.demur.assist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Profiles;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.trace.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberProfileTest {
  @Test
  void factsCarryTheRecordTheyStandIn() {
    MemberProfile ada = Profiles.ada().profile();

    Fact skill = ada.factSaying(List.of("data", "modelling")).orElseThrow();
    assertThat(skill.kind()).isEqualTo(FactKind.SKILL);
    assertThat(skill.record()).isEqualTo(Profiles.ada().records().get(4).id());
    assertThat(skill.field()).isEqualTo(Fields.NAME);
    assertThat(ada.factSaying(List.of("modelling", "data"))).isEmpty();
    assertThat(ada.factSaying(List.of())).isEmpty();
  }

  @Test
  void theCurrentJobComesFirstAndYearsAreCountedFromTheFirstJob() {
    MemberProfile ada = Profiles.ada().profile();

    assertThat(ada.positions()).extracting(Position::current).containsExactly(true, false);
    assertThat(ada.facts(FactKind.EXPERIENCE)).extracting(Fact::text).containsExactly("10 years");
    assertThat(ada.facts(FactKind.EXPERIENCE).getFirst().record())
        .isEqualTo(Profiles.ada().records().get(1).id());
  }

  @Test
  void onlyTheMembersOwnRecordsCount() {
    MemberProfile profile =
        Profiles.of("ada")
            .withForeign(
                Category.PROFILE_RECOMMENDATION, Map.of(Fields.TEXT, "Ada saved our merger"))
            .with(Category.PRIVATE_MESSAGE, Map.of(Fields.TEXT, "see you at the harbour"))
            .with(Category.SALARY, Map.of(Fields.VALUE, "90000"))
            .with(Category.CONTACT, Map.of(Fields.VALUE, "ada@example.test"))
            .with(
                Category.PROFILE_VOLUNTEERING,
                Map.of(Fields.ROLE, "Steward", Fields.SPECIAL_CATEGORY, "cause"))
            .with(Category.CONTENT_POST, Map.of(Fields.TEXT, "We cut costs by 40 percent"))
            .profile();

    assertThat(profile.facts()).isEmpty();
    assertThat(profile.wrote(List.of("saved", "our", "merger"))).isFalse();
    assertThat(profile.wrote(List.of("harbour"))).isFalse();
    assertThat(profile.wrote(List.of("cut", "costs"))).isTrue();
    assertThat(profile.factSaying(List.of("40"))).isEmpty();
    assertThat(profile).hasToString("MemberProfile[ada, 0 facts]");
  }

  @Test
  void wordsOfTwoTextsAreNotOnePhrase() {
    OwnText text = OwnText.of(List.of("one two", "three"));

    assertThat(text.says(Words.of("One TWO").list())).isTrue();
    assertThat(text.says(List.of("two", "three"))).isFalse();
    assertThat(text.says(List.of("on"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Sep 2021,2021-09",
    "sept 2021,",
    "September 2021,2021-09",
    "2021-09,2021-09",
    "2021-09-30,2021-09",
    "9/2021,2021-09",
    "'Sep 3, 2021',2021-09",
    "2021,2021-01",
    "now,"
  })
  void monthsAreReadAsArchivesWriteThem(String text, YearMonth month) {
    assertThat(Months.parse(text)).isEqualTo(Optional.ofNullable(month));
  }
}
