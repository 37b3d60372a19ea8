package dev.demur.home.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private static final Languages LANGUAGES = new Languages();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "English | We moved forty bakeries from paper to an app",
        "German | Wir haben vierzig Bäckereien auf eine App umgestellt",
        "French | Nous avons fait passer quarante boulangeries du papier à une application",
        "Spanish | Hemos pasado cuarenta panaderías del papel a una aplicación",
        "Italian | Abbiamo portato quaranta panifici dalla carta a un'app",
        "Dutch | We hebben veertig bakkerijen van papier naar een app gebracht",
        "Portuguese | Passámos quarenta padarias do papel para uma aplicação",
        "Polish | Przenieśliśmy czterdzieści piekarni z papieru do aplikacji",
        "Japanese | 私たちは四十軒のパン屋を紙からアプリに移しました",
        "Arabic | نقلنا أربعين مخبزًا من الورق إلى تطبيق",
      })
  void shortTextsAreTold(String language, String text) {
    assertThat(LANGUAGES.of(text)).contains(language);
  }

  @Test
  void tooLittleTellsNothing() {
    assertThat(LANGUAGES.of("ok")).isEmpty();
    assertThat(LANGUAGES.of("12345 67890 12345")).isEmpty();
  }
}
