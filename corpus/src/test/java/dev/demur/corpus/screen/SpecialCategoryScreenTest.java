package dev.demur.corpus.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialCategoryScreenTest {
  private static final double MIN_RECALL = 0.95;
  private static final double MIN_PRECISION = 0.80;

  /// @param near the category that the sentence tells or only seems to
  private record Labelled(String near, boolean told, String sentence) {}

  private static final class Score {
    private int told;
    private int found;
    private int wrong;
    private int missed;

    double recall() {
      return (double) found / told;
    }

    double precision() {
      return (double) found / (found + wrong);
    }

    @Override
    public String toString() {
      return "told %3d  found %3d  missed %2d  wrong %2d  recall %.3f  precision %.3f"
          .formatted(told, found, missed, wrong, recall(), precision());
    }
  }

  private static List<Labelled> labelled(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SpecialCategoryScreenTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(SpecialCategoryScreenTest::line)
          .toList();
    }
  }

  private static Labelled line(String line) {
    int tab = line.indexOf('\t');
    String label = line.substring(0, tab);
    boolean told = !label.startsWith("-");
    return new Labelled(told ? label : label.substring(1), told, line.substring(tab + 1));
  }

  @Test
  void whatIsToldOfAPersonIsFoundAndTheRestMostlyLeftAlone() throws IOException {
    Map<String, Score> scores = scores("labelled.tsv");
    for (SpecialCategory category : SpecialCategory.values()) {
      Score score = Objects.requireNonNull(scores.get(category.name().toLowerCase(Locale.ROOT)));
      assertThat(score.recall()).as("recall of %s", category).isGreaterThanOrEqualTo(MIN_RECALL);
      assertThat(score.precision())
          .as("precision of %s", category)
          .isGreaterThanOrEqualTo(MIN_PRECISION);
    }
  }

  /// Fewer than a hundred of each category, so that all are taken together.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "independent.tsv",
        "third.tsv",
        "fourth.tsv",
        "fifth.tsv",
        "sixth.tsv",
        "seventh.tsv",
        "eighth.tsv",
        "ninth.tsv",
        "tenth.tsv"
      })
  void moreThanNineInTenAreFoundOfWhatSomebodyElseWrote(String file) throws IOException {
    Score all = all(file);
    assertThat(all.recall()).isGreaterThanOrEqualTo(0.94);
    assertThat(all.precision()).isGreaterThanOrEqualTo(0.90);
  }

  /// The model's shape, not its weights, was chosen by the eleventh set; by the twelfth nothing
  /// was.
  @ParameterizedTest
  @ValueSource(strings = {"eleventh.tsv", "twelfth.tsv"})
  void soAreThoseThatNothingHasLearntFrom(String file) throws IOException {
    Score all = all(file);
    assertThat(all.recall()).isGreaterThanOrEqualTo(MIN_RECALL);
    assertThat(all.precision()).isGreaterThanOrEqualTo(MIN_PRECISION);
  }

  /// Harder: most of it is told with none of the usual words, and nothing has learnt from it.
  @Test
  void fourInFiveAreFoundOfWhatOnlyCircumstancesTell() throws IOException {
    assertThat(all("circumstances.tsv").recall()).isGreaterThanOrEqualTo(0.80);
  }

  private static Score all(String file) throws IOException {
    Score all = new Score();
    for (Score score : scores(file).values()) {
      all.told += score.told;
      all.found += score.found;
      all.wrong += score.wrong;
    }
    return all;
  }

  private static Map<String, Score> scores(String file) throws IOException {
    Map<String, Score> scores = new TreeMap<>();
    for (Labelled each : labelled(file)) {
      Score score = scores.computeIfAbsent(each.near(), k -> new Score());
      Optional<SpecialCategory> found = SpecialCategoryScreen.find(each.sentence());
      score.told += each.told() ? 1 : 0;
      score.found += each.told() && found.isPresent() ? 1 : 0;
      score.missed += each.told() && found.isEmpty() ? 1 : 0;
      score.wrong += !each.told() && found.isPresent() ? 1 : 0;
      if (each.told() == found.isEmpty()) {
        System.out.printf(
            "%s %s %s: %s%n",
            each.told() ? "MISSED" : "WRONG", each.near(), found, each.sentence());
      }
    }
    scores.forEach((category, score) -> System.out.printf("%-12s %s%n", category, score));
    return scores;
  }

  @Test
  void aPersonAnywhereInTheSentenceMakesItTheirs() {
    assertThat(SpecialCategoryScreen.find("The dialysis starts at eight, says my uncle"))
        .isPresent();
    assertThat(SpecialCategoryScreen.find("The dialysis machines are made in Bergamo")).isEmpty();
  }

  @Test
  void aFirstNameIsAPersonUnlessALastNameFollows() {
    assertThat(SpecialCategoryScreen.find("The dialysis of Zeynep starts at eight")).isPresent();
    assertThat(SpecialCategoryScreen.find("It's Zeynep's dialysis that keeps us up")).isPresent();
    assertThat(SpecialCategoryScreen.find("Dialysis day with Zeynep Arslan of the ministry"))
        .isEmpty();
    assertThat(SpecialCategoryScreen.find("the dialysis of zeynep limited")).isEmpty();
  }

  @Test
  void twoWordsStandForAPersonWhereOneDoesNot() {
    assertThat(SpecialCategoryScreen.find("Sie ist seit März an der Dialyse")).isPresent();
    assertThat(SpecialCategoryScreen.find("Il est sous dialyse depuis mars")).isPresent();
    assertThat(SpecialCategoryScreen.find("Diese Firmen sind führend in der Dialyse")).isEmpty();
  }

  @Test
  void aListOfWhatSomebodyIsSpeaksOfThem() {
    assertThat(SpecialCategoryScreen.find("Lesbian, Welsh, engineer")).isPresent();
    assertThat(SpecialCategoryScreen.find("Lesbian cinema of the nineties")).isEmpty();
  }

  @Test
  void whoTheirPartnerIsTellsTheirOrientationOnlyWithTheirOwnGender() {
    assertThat(SpecialCategoryScreen.find("Thomas et son mari ont acheté une maison"))
        .contains(SpecialCategory.ORIENTATION);
    assertThat(SpecialCategoryScreen.find("Sylvie et son mari ont acheté une maison")).isEmpty();
  }

  @Test
  void whoIsMeantMayStandBehindAColon() {
    assertThat(SpecialCategoryScreen.find("Test de paternité : Hugo est bien son fils"))
        .isPresent();
  }

  @Test
  void partsThatTellOnlyTogetherNeedSomebodyToo() {
    assertThat(SpecialCategoryScreen.find("The turnstile recognises my palm"))
        .contains(SpecialCategory.BIOMETRICS);
    assertThat(SpecialCategoryScreen.find("The palm at the gate is recognised by its height"))
        .isEmpty();
  }

  @Test
  void anArticleBeforeAnApostropheIsNoPartOfTheWord() {
    assertThat(SpecialCategoryScreen.find("Ma sœur sort d'hospitalisation, sa chimio continue"))
        .contains(SpecialCategory.HEALTH);
    assertThat(SpecialCategoryScreen.find("Mia madre teme l'ictus da allora")).isPresent();
  }

  @Test
  void whatNoWordTellsIsFoundByTheModelAndWaitsForAPerson() {
    String told = "My boss was caught in bed with the caterer and his wife has moved out";
    assertThat(SpecialCategoryScreen.look(told)).map(f -> f.sure()).contains(false);
    assertThat(
            SpecialCategoryScreen.look(
                "My boss was caught in traffic with the caterer and the cake has melted"))
        .isEmpty();
  }

  /// Hundreds of times as long where each sentence looks through all the text, or each word through
  /// all of a sentence without end.
  @ParameterizedTest
  @ValueSource(strings = {"Lesbian cinema of Rome, Turin and Genoa. ", "stem ", "I like tea "})
  @Timeout(20)
  void longTextsTakeTimeInProportion(String part) {
    String text = part.repeat(300_000 / part.length());
    assertThatCode(() -> SpecialCategoryScreen.look(text)).doesNotThrowAnyException();
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(SpecialCategoryScreen.find("")).isEmpty();
    assertThat(SpecialCategoryScreen.find("...\n\n!")).isEmpty();
  }
}
