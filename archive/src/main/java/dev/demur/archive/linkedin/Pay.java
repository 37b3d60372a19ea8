package dev.demur.archive.linkedin;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a question, an answer or a column is about pay. When unsure, it is.
final class Pay {
  private static final Words WORDS =
      new Words(
          "salar, compensation, remunerat, |pay|, |paid|, payrate, |wage|, |wages|, |ctc|, |lpa|, |ote|",
          "|earn|, |earning|, |earnings|, |income|, hourly rate, day rate, daily rate, |bonus",
          "gehalt, lohn, vergütung, vergutung, verdien, |brutto, |netto",
          "salaire, rémunération, rémuneration, remunération, remuneration, prétentions, pretentions",
          "|tjm|, salario, sueldo, retribuci, remuneraci, pretensión, pretension, honorarios",
          "salário, pretensão, pretensao, remuneraç, remunerac",
          "stipendi, retribuzion, |ral|, compenso",
          "salaris, |loon, beloning, tarief",
          "lønn, lön|, löne, løn|, ersättning, ersattning, palkka",
          "wynagrodzeni, zarobk, płac, |plat|, mzda, odměna, odmena, fizetés, fizetes",
          "maaş, ücret, зарплат, оклад, заработн, 給与, 給料, 年収, 報酬, 薪, 工资, 연봉, 급여, वेतन, راتب, الأجر, שכר");

  private static final Pattern MONEY =
      Pattern.compile(
          "([$€£¥₹]|\\b(usd|eur|gbp|chf|inr|jpy|cny|sek|nok|dkk|pln|czk|huf|brl|mxn|cad|aud|nzd|sgd|zar)\\b)"
              + "\\s*\\d|\\d[\\d.,' ]*\\s*(k\\b)?\\s*([$€£¥₹]|\\b(usd|eur|euros?|gbp|chf|inr|jpy|cny|sek|nok|dkk|pln|czk|huf|brl|mxn|cad|aud|nzd|sgd|zar|dollars?|pounds?|rupees?|francs?|lakhs?)\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Pay() {}

  /// Whether a question or a column's name asks for pay.
  static boolean isAboutPay(String text) {
    return WORDS.areIn(text.toLowerCase(Locale.ROOT));
  }

  /// Whether a table's name or a column's says that its rows are about pay.
  static boolean namesTable(String plainName) {
    return plainName.contains("salary") || plainName.contains("compensation");
  }

  /// Whether a text names an amount of money.
  static boolean namesMoney(String text) {
    return hasDigit(text) && MONEY.matcher(text).find();
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
