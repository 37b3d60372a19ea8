package dev.demur.archive.linkedin;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a question, an answer or a column is about pay. When unsure, it is.
final class Pay {
  private static final Pattern WORDS =
      Pattern.compile(
          "salar|compensation|remunerat|\\bpay\\b|\\bpaid\\b|payrate|\\bwages?\\b|\\bctc\\b|\\blpa\\b|\\bote\\b"
              + "|\\bearn(ings|ing)?\\b|\\bincome\\b|hourly rate|day rate|daily rate|\\bbonus"
              + "|gehalt|lohn|verg[üu]tung|verdien|\\bbrutto|\\bnetto"
              + "|salaire|r[ée]mun[ée]ration|pr[ée]tentions|\\btjm\\b"
              + "|salario|sueldo|retribuci|remuneraci|pretensi[óo]n|honorarios"
              + "|sal[áa]rio|pretens[ãa]o|remunera[çc]"
              + "|stipendi|retribuzion|\\bral\\b|compenso"
              + "|salaris|loon|beloning|tarief"
              + "|l[øo]nn|l[öo]n\\b|l[øo]n\\b|ers[äa]ttning|palkka|palkkatoive"
              + "|wynagrodzeni|zarobk|plac[ay]\\b|plat\\b|mzda|odm[ěe]na|fizet[ée]s"
              + "|maa[şs]|[üu]cret|зарплат|оклад|заработн|給与|給料|年収|報酬|薪|工资|연봉|급여|वेतन|راتب|الأجر|שכר",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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

  /// Whether a file's name or first line says that its rows are about pay.
  static boolean namesFile(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return plain.contains("salary") || plain.contains("compensation");
  }

  /// A stub of one row of such a file.
  static void stub(Row row) {
    for (int place = 0; place < row.header().size(); place++) {
      row.use(place);
    }
    row.emit(
        row.draft(Category.SALARY)
            .put(Fields.KIND, "salary")
            .key(List.of("salary", String.valueOf(row.line()))));
  }

  /// Whether a text names an amount of money.
  static boolean namesMoney(String text) {
    return MONEY.matcher(text).find();
  }
}
