package dev.demur.archive.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "What is your desired salary?",
        "What are your compensation expectations?",
        "Expected pay (per year)",
        "What is your current CTC in LPA?",
        "What is your hourly rate?",
        "Current annual income?",
        "Wie hoch ist Ihr Gehaltswunsch?",
        "Ihre Vergütungsvorstellung?",
        "Quelles sont vos prétentions salariales ?",
        "Quelle est votre rémunération actuelle ?",
        "¿Cuál es tu expectativa salarial?",
        "¿Cuál es su sueldo actual?",
        "Qual é a sua pretensão salarial?",
        "Qual é a sua remuneração?",
        "Qual è la tua RAL attuale?",
        "Qual è lo stipendio desiderato?",
        "Wat is je salarisindicatie?",
        "Hva er ditt lønnskrav?",
        "Vad är ditt löneanspråk?",
        "Mikä on palkkatoiveesi?",
        "Jakie są Twoje oczekiwania co do wynagrodzenia?",
        "Maaş beklentiniz nedir?",
        "Какую зарплату вы ожидаете?",
        "希望年収を教えてください",
        "您的期望薪资是多少？",
        "희망 연봉은 얼마입니까?",
      })
  void aQuestionForPayIsRecognised(String question) {
    assertThat(Pay.isAboutPay(question)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "How many years of bridge design experience do you have?",
        "Are you legally authorized to work in the Netherlands?",
        "Do you speak German?",
        "Have you completed a Master's degree?",
        "Where did you learn Java?",
        "Are you comfortable working in an onsite setting?",
      })
  void anotherQuestionIsNot(String question) {
    assertThat(Pay.isAboutPay(question)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "EUR 72,000",
        "72.000 €",
        "$95k",
        "95k USD",
        "£50",
        "1 200 kr or NOK 5",
        "12 lakhs"
      })
  void anAmountOfMoneyIsRecognised(String answer) {
    assertThat(Pay.namesMoney(answer)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"8", "Yes", "Since 2015", "C++ and 3 others", "5 years in the US"})
  void anotherAnswerIsNot(String answer) {
    assertThat(Pay.namesMoney(answer)).isFalse();
  }
}
