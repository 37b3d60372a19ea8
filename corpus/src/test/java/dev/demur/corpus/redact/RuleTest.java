package dev.demur.corpus.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule by an example. Numbers are made up or from standards' own examples.
class RuleTest {
  private static final String EXAMPLES =
      """
      ETHEREUM_ADDRESS | to 0x52908400098527886E0F7030069857D2E4169EE7 please
      BITCOIN_BASE58 | to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 please
      BITCOIN_BECH32 | to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 please
      MONERO_ADDRESS | to 4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge please
      SECRET_PREFIX | use ghp_0123456789abcdefABCDEF0123456789abcd today
      SECRET_RANDOM | hash 9e107d9d372bb6826bd81d3542a419d6 of it
      SECRET_NAMED | my password is hunter2!
      SECRET_KEY_BLOCK | -----BEGIN PRIVATE KEY----- MIIB -----END PRIVATE KEY-----
      URL_WITH_SCHEME | see https://example.org/a for it
      URL_WITHOUT_SCHEME | see www.example.org for it
      IBAN | pay to DE89 3704 0044 0532 0130 00 soon
      PAYMENT_CARD | card 4111 1111 1111 1111 expired
      IPV4 | from 192.0.2.17 we saw
      IPV6 | from 2001:db8::1 we saw
      MAC | device 00:00:5e:00:53:af is lost
      US_SSN | my number 123-45-6789 was stolen
      UK_NINO | mine is AB123456C since then
      ES_DNI | mine is 12345678Z since then
      NL_BSN | mijn bsn 111222333 is bekend
      DE_TAX_ID | meine Steuerid 86095742719 steht dort
      PL_PESEL | mam pesel 44051401359 od dawna
      CH_AHV | meine 756.9217.0769.85 steht dort
      FR_NIR | mon 255081416802538 est connu
      IT_CODICE_FISCALE | il mio RSSMRA85T10A562S vale
      NAMED_ID | my passport L8984321 expired
      DATE_OF_BIRTH | I was born on 12 March 1980 there
      PHONE_INTERNATIONAL | reach me at +44 20 7946 0018 now
      PHONE_NAMED | call me on 555 0199 now
      PHONE_NATIONAL | mine is 030 901820 55 now
      POSTAL_ADDRESS | I live at 12 Elm Street now
      EMAIL | write to ada@example.org now
      HANDLE | thanks to @ada_writes for it
      PERSON_TOKEN | thanks token:0123456789abcdef0123456789abcdef a lot
      STRANGER | I met Charlotte Ackerman there
      """;

  private static Set<Rule> rulesIn(String text) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    Redactor.redact(text).spans().forEach(span -> rules.add(span.rule()));
    return rules;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = EXAMPLES)
  void eachRuleFindsItsExampleAndNothingElseDoes(Rule rule, String text) {
    assertThat(rulesIn(text)).containsExactly(rule);
  }

  @Test
  void noRuleIsWithoutExample() {
    Set<String> shown = new TreeSet<>();
    EXAMPLES.lines().forEach(line -> shown.add(line.split(" ", 2)[0]));
    shown.add(Rule.KNOWN_PERSON.name());
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            List.of(Rule.values()).stream().map(Rule::name).toList());
  }

  @Test
  void aNameThatTheAuthorsRecordsKnowIsOfAKnownPerson() {
    List<NameHit> people = List.of(new NameHit(6, 9, "somebody"));
    assertThat(Redactor.redact("I met Ada again", people).spans())
        .extracting(Span::rule)
        .containsExactly(Rule.KNOWN_PERSON);
  }
}
