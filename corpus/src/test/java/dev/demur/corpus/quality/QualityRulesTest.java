package dev.demur.corpus.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.corpus.quality.QualityRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityRulesTest {
  private static final String PLAIN =
      "Last spring our small team moved forty bakeries from paper orders to an app, and I learned"
          + " that listening to the night shift beats any survey we could have sent.";

  @Test
  void fillerGoes() {
    assertThat(QualityRules.broken("Lorem ipsum dolor sit amet. " + PLAIN))
        .contains(Rule.PLACEHOLDER);
  }

  @Test
  void listsOfTagsAndOfFiguresGo() {
    assertThat(QualityRules.broken("Look! " + "#growth #mindset ".repeat(12))).contains(Rule.TAGS);
    assertThat(QualityRules.broken("Results: " + "12.5 13.8 ".repeat(15)))
        .contains(Rule.FEW_LETTERS);
    assertThat(QualityRules.broken("a b c d e f g h i j k l m n o p q r s t u v"))
        .contains(Rule.WORD_LENGTH);
    assertThat(QualityRules.broken("Hauptversammlungsbeschluss ".repeat(25)))
        .contains(Rule.WORD_LENGTH);
  }

  @Test
  void textsMadeOfLinesThatSayLittleGo() {
    assertThat(QualityRules.broken("• one good thing to do\n".repeat(2) + bullets(8)))
        .contains(Rule.BULLETS);
    assertThat(
            QualityRules.broken(
                "and so it went on and on...\nthen it was different again…\n".repeat(1) + opens(6)))
        .contains(Rule.ELLIPSES);
    assertThat(QualityRules.broken("buy my course on baking bread\n".repeat(6) + PLAIN))
        .contains(Rule.SAME_LINES);
  }

  @Test
  void theSameWordsAgainAndAgainGo() {
    assertThat(QualityRules.broken("never give up ".repeat(20) + PLAIN)).contains(Rule.SAME_WORDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PLAIN,
        "Hiring! #java #sql #remote",
        PLAIN
            + " I would rather have four colleagues who write things down and a shared gauge than"
            + " nineteen colleagues who write things down and no gauge at all, said somebody.",
        PLAIN + " #baking #bread #logistics #learning #teams",
        "Wir haben im Frühjahr vierzig Bäckereien von Papier auf eine App umgestellt, und ich habe dabei"
            + " gelernt, dass Zuhören in der Nachtschicht mehr bringt als jede Umfrage.",
        "我们今年春天把四十家面包店从纸质订单换成了应用程序 我学到了 倾听夜班的声音 比任何调查都更有用 谢谢大家 a b c d e f g h i j k l m n",
        ""
      })
  void whatPeopleWriteStays(String text) {
    assertThat(QualityRules.broken(text)).isEmpty();
  }

  private static String bullets(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("• another thing, number ").append(i).append(" of them\n");
    }
    return text.toString();
  }

  private static String opens(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("what happened then in year ").append(i).append("...\n");
    }
    return text.toString();
  }
}
