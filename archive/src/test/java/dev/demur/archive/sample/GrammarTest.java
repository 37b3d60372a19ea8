package dev.demur.archive.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Grammar.Slots NONE = (name, draw, out) -> false;

  @ParameterizedTest(name = "language {0}")
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "nl"})
  void everyTemplateOfEveryRuleCanBeFilled(String language) {
    var network = new Network(CATALOGUE, 1);
    List<Person> people = network.community(0).people();
    Grammar grammar = Grammar.load(language);
    int number = 0;
    for (Map.Entry<String, List<String>> rule : grammar.rules().entrySet()) {
      for (String template : rule.getValue()) {
        Person person = people.get(number++ % people.size());
        Field field = CATALOGUE.fieldOf(person.occupation());
        Draw draw = Draw.of(number);
        var peer = new Mentioned(people.getFirst(), "Count twice.");
        var slots = new PersonSlots(person, field, Optional.of(peer), Optional.of("Ask."), draw);
        for (int again = 0; again < 4; again++) {
          String text = grammar.inField(field).expand(template, slots, draw).toString();
          assertThat(text).as(template).isNotBlank().doesNotContain("{", "}", "..", "  ");
        }
      }
    }
  }

  @Test
  void choicesNestAndNumbersStayInTheirRange() {
    Grammar grammar = new Grammar("en", Map.of("x", List.of("[a|b [c|d]] {5-15/5}")));
    for (long seed = 0; seed < 50; seed++) {
      assertThat(grammar.compose("x", NONE, Draw.of(seed)).toString())
          .matches("(a|b c|b d) (5|10|15)");
    }
  }

  @Test
  void anUnknownNameIsToldWithItsLanguage() {
    Grammar grammar = new Grammar("en", Map.of("x", List.of("{nobody}")));
    assertThatThrownBy(() -> grammar.compose("x", NONE, Draw.of(1)))
        .hasMessage("grammar en asks for unknown {nobody}");
  }

  @Test
  void plantedTextIsFoundAtItsOffsetsWhereverItWasPlanted() {
    Grammar.Slots slots =
        (name, draw, out) -> {
          out.plant("email", "a@example.com");
          return true;
        };
    Passage text =
        Passage.of("Write: ")
            .add(
                new Grammar("en", Map.of("x", List.of("to {email}.")))
                    .compose("x", slots, Draw.of(1)));
    assertThat(text.spans())
        .singleElement()
        .satisfies(span ->
            assertThat(text.toString().substring(span.start(), span.end()))
                .isEqualTo("a@example.com"));
  }
}
