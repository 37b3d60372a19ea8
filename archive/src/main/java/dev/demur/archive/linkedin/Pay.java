package dev.demur.archive.linkedin;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a question, an answer or a column is about pay. When unsure, it is.
final class Pay {
  /// Of a text in small letters.
  private static final Pattern WORDS =
      Pattern.compile(
          "salar|compensation|remunerat|\\bpay\\b|\\bpaid\\b|payrate|\\bwages?\\b|\\bctc\\b|\\blpa\\b|\\bote\\b"
              + "|\\bearn(ings|ing)?\\b|\\bincome\\b|hourly rate|day rate|daily rate|\\bbonus"
              + "|gehalt|lohn|verg[üu]tung|verdien|\\bbrutto|\\bnetto"
              + "|salaire|r[ée]mun[ée]ration|pr[ée]tentions|\\btjm\\b"
              + "|salario|sueldo|retribuci|remuneraci|pretensi[óo]n|honorarios"
              + "|sal[áa]rio|pretens[ãa]o|remunera[çc]"
              + "|stipendi|retribuzion|\\bral\\b|compenso"
              + "|salaris|\\bloon|beloning|tarief"
              + "|lønn|lön\\b|löne|løn\\b|ers[äa]ttning|palkka|palkkatoive"
              + "|wynagrodzeni|zarobk|płac|\\bplat\\b|mzda|odm[ěe]na|fizet[ée]s"
              + "|maaş|ücret|зарплат|оклад|заработн|給与|給料|年収|報酬|薪|工资|연봉|급여|वेतन|راتب|الأجر|שכר");

  private static final Pattern MONEY =
      Pattern.compile(
          "([$€£¥₹]|\\b(usd|eur|gbp|chf|inr|jpy|cny|sek|nok|dkk|pln|czk|huf|brl|mxn|cad|aud|nzd|sgd|zar)\\b)"
              + "\\s*\\d|\\d[\\d.,' ]*\\s*(k\\b)?\\s*([$€£¥₹]|\\b(usd|eur|euros?|gbp|chf|inr|jpy|cny|sek|nok|dkk|pln|czk|huf|brl|mxn|cad|aud|nzd|sgd|zar|dollars?|pounds?|rupees?|francs?|lakhs?)\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Pay() {}

  /// Whether a question or a column's name asks for pay.
  static boolean isAboutPay(String text) {
    return WORDS.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /// Whether a table's name or a column's says that its rows are about pay.
  static boolean namesTable(String plainName) {
    return plainName.contains("salary") || plainName.contains("compensation");
  }

  /// Whether a text names an amount of money.
  static boolean namesMoney(String text) {
    return MONEY.matcher(text).find();
  }
}
