package dev.demur.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  /// RFC 8785, section 3.2.3: keys in the order of their UTF-16 code units.
  @Test
  void keysAreSortedAsTheSpecificationSorts() {
    String json =
        """
        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
         "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
         "\\u00f6":"Latin Small Letter O With Diaeresis"}
        """;

    assertThat(CanonicalJson.write(CanonicalJson.parse(json)))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                + "\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /// RFC 8785, section 3.2.2.2.
  @Test
  void stringsEscapeOnlyWhatTheyMust() {
    String json = "[\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"]";

    assertThat(CanonicalJson.write(CanonicalJson.parse(json)))
        .isEqualTo("[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ } | {}",
        "[ ] | []",
        "[1, true ,null] | [1,true,null]",
        "{\"b\":1,\"a\":{}} | {\"a\":{},\"b\":1}"
      })
  void whiteSpaceIsDropped(String json, String canonical) {
    assertThat(CanonicalJson.write(CanonicalJson.parse(json))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "{} {}", "nul", "[1,]"})
  void whatIsNotJsonIsRefused(String json) {
    assertThatThrownBy(() -> CanonicalJson.write(CanonicalJson.parse(json)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e3", "9007199254740993", "99999999999999999999"})
  void numbersThatOthersMightReadDifferentlyAreRefused(String number) {
    assertThatThrownBy(() -> CanonicalJson.write(CanonicalJson.parse(number)))
        .hasMessageStartingWith("numbers must be whole and at most 2^53, got: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud83d", "\\ude00", "\\ud83dx", "\\ude00\\ud83d", "a\\n\\ud83d\\ud83d\\ude00"})
  void halfASurrogatePairIsRefused(String text) {
    assertThatThrownBy(() -> CanonicalJson.write(CanonicalJson.parse('"' + text + '"')))
        .hasMessage("text holds half a surrogate pair");
  }
}
