package dev.demur.corpus.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.demur.testsupport.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  static LongStream seeds() {
    return Seeds.upTo(20);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EMAIL         | write to <<jane.roe+jobs@mail.example.co.uk>>, please
          EMAIL         | <<O'Brien@example.org>>
          URL           | see <<https://www.linkedin.com/in/jane-roe?trk=x>>.
          URL           | find me on <<linkedin.com/in/jane-roe>>!
          URL           | (<<www.janeroe.example/blog>>)
          URL           | code: <<github.com/janeroe/tool>>
          HANDLE        | thanks <<@jane_roe>>, that helped
          IBAN          | to <<DE89 3704 0044 0532 0130 00>> by Friday
          IBAN          | <<GB82WEST12345698765432>>
          CREDIT_CARD   | card <<4111 1111 1111 1111>> expires
          CREDIT_CARD   | <<3782-822463-10005>>
          IP            | from <<192.168.10.12>>:8080
          IP            | at <<2001:db8::ff00:42:8329>> today
          IP            | at <<fe80::1>>
          MAC           | device <<00:1B:44:11:3A:B7>> joined
          MAC           | device <<00-1b-44-11-3a-b7>>
          CRYPTO        | pay <<1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2> now
          CRYPTO        | pay <<bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq>>
          CRYPTO        | <<0x52908400098527886E0F7030069857D2E4169EE7>>
          NATIONAL_ID   | SSN <<536-90-4399>>
          NATIONAL_ID   | my number is <<QQ 12 34 56 C>> says the letter, nope
          NATIONAL_ID   | NI: <<AB 12 34 56 C>>
          NATIONAL_ID   | DNI <<12345678Z>>
          NATIONAL_ID   | AHV <<756.9217.0769.85>>
          NATIONAL_ID   | Steuer-ID, Steueridentifikationsnummer <<86095742719>>
          NATIONAL_ID   | <<1 85 05 78 006 084 91>> chez nous
          NATIONAL_ID   | codice fiscale <<RSSMRA85T10A562S>>
          NATIONAL_ID   | BSN <<111222333>>
          NATIONAL_ID   | passport no. <<C01X00T47>>
          DATE_OF_BIRTH | born on <<12 March 1980>> in Bern
          DATE_OF_BIRTH | born <<March 12, 1980>> in Bern
          DATE_OF_BIRTH | DOB: <<1980-03-12>>
          DATE_OF_BIRTH | geboren am <<12.3.1980>> in Bern
          DATE_OF_BIRTH | nacida el <<12 de marzo de 1980>>
          PHONE         | <<+41 44 668 18 00>> is me
          PHONE         | <<+1 (415) 555-2671>>
          PHONE         | call me: <<415-555-2671 ext. 12>>
          PHONE         | <<(415) 555-2671>>
          PHONE         | ring <<020 7946 0018>>
          PHONE         | <<06 12 34 56 78>>, le soir
          ADDRESS       | I live at <<12 Elm Street, Springfield, IL 62704>>. Come by
          ADDRESS       | to <<221B Baker Street, London NW1 6XE>>, please
          ADDRESS       | <<15 Rua Sete de Setembro, 43974-764 Belo Horizonte>>
          ADDRESS       | <<Oude Gracht 29, 1177 UF Rotterdam>>
          ADDRESS       | <<via Garibaldi 72, 46294 Bologna>>
          ADDRESS       | <<Hauptstraße 12, 10115 Berlin>>
          ADDRESS       | <<1 place du Marché, 48755 Paris>>
          PERSON        | thanks to <<Chloé Delacroix>> who came
          PERSON        | I met Dr. <<Whitaker>> there
          PERSON        | So true, <<Caleb>>.
          PERSON        | with @<<Freya Whitaker>> today
          SECRET        | key <<AKIAIOSFODNN7EXAMPLE>>
          SECRET        | key <<AKIAJGWQGVAKVCVIYQCB>>
          SECRET        | <<ghp_16C7e42F292c6912E7710c838347Ae178B4a>>
          SECRET        | password: <<hunter2!>>
          SECRET        | my password is <<Tr0ub4dor>>.
          SECRET        | sha <<9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08>>
          """)
  void isFound(String type, String marked) {
    int start = marked.indexOf("<<");
    String text = marked.replace("<<", "").replace(">>", "").replace("> now", " now");
    int end = marked.indexOf('>') - 2;
    if (marked.contains("nope")) {
      assertThat(Redactor.redact(text).spans()).isEmpty();
      return;
    }
    assertThat(Redactor.redact(text).spans())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.type()).hasToString(type);
          assertThat(text.substring(span.start(), span.end()))
              .isEqualTo(text.substring(start, end));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We grew from 1,000,000 to 2,500,000 users in 2019-2021, by 3.14% or $ 1 200 000.",
        "Meet at 12:30:45 on 2024-01-05, room 1.2.3, version 10.4.2",
        "ISO 9001:2015, RFC 9162, Java 25.0.3, C++ std::vector, a::b and 4K video",
        "order 12345678, case 4711, page 123-456, 10.000 km, 4111 1111 1111 1112",
        "email me at work or @ the office; 50 @ 3 each",
        "GB82WEST12345698765431 is no account, and 999.999.999.999 no computer",
        "The key to success: patience. Password is a word. Token economics matter.",
        "born to code, born leader of 12 people in 3 teams",
        "my-long-article-title-about-5-things-and-2024-trends",
        "commit a1b2c3d and build 20240105",
        "In 2020 Wall Street fell; the 5 Best Road Trips; 3 stores on Main Street; see 2. Engineering",
        "MS Office, Paris, Jordan Valley and the Mason jar take place November 8-9 via Google Hangout. 5",
        "Contact sales. Our call centre took 12 calls",
      })
  void isLeftAlone(String text) {
    assertThat(Redactor.redact(text).text()).isEqualTo(text);
  }

  @Test
  void equalThingsHaveEqualNumbersAndOthersTheirOwn() {
    assertThat(Redactor.redact("a@x.org, b@x.org, A@X.ORG and +41 44 668 18 00").text())
        .isEqualTo("[EMAIL_1], [EMAIL_2], [EMAIL_1] and [PHONE_1]");
  }

  @Test
  void theTextsOfOneDocumentShareNumbers() {
    Redactor.Document document = Redactor.document();
    assertThat(document.redact("a@x.org", List.of()).text()).isEqualTo("[EMAIL_1]");
    assertThat(document.redact("b@x.org a@x.org", List.of()).text())
        .isEqualTo("[EMAIL_2] [EMAIL_1]");
  }

  @Test
  void offsetsAreInTheInputInUtf16Units() {
    Redaction redaction = Redactor.redact("😀 a@x.org 😀 b@x.org");
    assertThat(redaction.text()).isEqualTo("😀 [EMAIL_1] 😀 [EMAIL_2]");
    assertThat(redaction.spans())
        .containsExactly(
            new Span(3, 10, Rule.EMAIL, "[EMAIL_1]"), new Span(14, 21, Rule.EMAIL, "[EMAIL_2]"));
  }

  @Test
  void aPrivateKeyGoesWhole() {
    String text =
        "here -----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n-----END RSA PRIVATE KEY----- there";
    assertThat(Redactor.redact(text).text()).isEqualTo("here [SECRET_1] there");
  }

  @Test
  void aTokenForAPersonIsAPerson() {
    String token = "token:0123456789abcdef0123456789abcdef";
    assertThat(Redactor.redact("with @" + token + " and " + token).text())
        .isEqualTo("with [PERSON_1] and [PERSON_1]");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spansAreOrderedAndDoNotOverlapAndRebuildTheText(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] parts = {
      "@",
      "a@b.co",
      "+41",
      " ",
      "44",
      ".",
      "668",
      "-",
      "1800",
      ":",
      "::1",
      "http://",
      "www.",
      "x",
      "/",
      "(",
      ")",
      "DE89370400440532013000",
      "4111111111111111",
      "born ",
      "12.3.1980",
      "password: ",
      "é",
      "😀",
      "\ud800",
      "\n",
      "Anna Berg",
      "-----BEGIN PRIVATE KEY-----",
      "0x",
      "sk-",
      "1.2.3.4",
      "756."
    };
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(1, 30), 0, parts.length).forEach(i -> text.append(parts[i]));
      List<NameHit> people =
          PersonNames.builder().add("p", "Anna", "Berg").build().find(text.toString());
      Redaction redaction = Redactor.redact(text.toString(), people);
      StringBuilder rebuilt = new StringBuilder();
      int at = 0;
      for (Span span : redaction.spans()) {
        assertThat(span.start()).isGreaterThanOrEqualTo(at);
        rebuilt.append(text, at, span.start()).append(span.placeholder());
        at = span.end();
      }
      assertThat(redaction.text()).isEqualTo(rebuilt.append(text.substring(at)).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a@",
        "a.",
        "1",
        "1.",
        "1 ",
        "1-",
        "+1 ",
        "(1",
        "a:",
        "::",
        "1:",
        "http://",
        "x://y",
        "www.",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY",
        "password:",
        "born 1.1.",
        "DE89 ",
        "Anna ",
        "Anna Berg ",
        "A. ",
        "linkedin.com",
        "A1b2",
        "00 ",
        "a@b.",
        "aaaa",
        "token:",
        "1x",
        "9.9.9.9 ",
        "fe80:",
        "é",
        "Berg, "
      })
  void hostileTextTakesLinearTime(String unit) {
    PersonNames people = PersonNames.builder().add("p", "Anna", "Berg").build();
    String text = unit.repeat(100_000 / unit.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Redactor.redact(text, people.find(text)).spans().size());
  }
}
