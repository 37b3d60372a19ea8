package dev.demur.home;

import dev.demur.archive.sample.Catalogue;
import dev.demur.archive.sample.Occupation;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a text states that is not said anywhere it may be from, by plain search: every
/// number, every name that anybody in the network or the catalogue has, and every word in capitals
/// that does not begin a sentence or line.
record SaidIndependently(Set<String> names) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
  private static final Pattern YEARS = Pattern.compile("\\b(\\d{1,2})(?:\\+? years|$)");
  private static final List<String> FIELDS =
      List.of(
          Fields.TITLE,
          Fields.COMPANY,
          Fields.SCHOOL,
          Fields.DEGREE,
          Fields.NAME,
          Fields.ROLE,
          Fields.LOCATION,
          Fields.FIRST_NAME,
          Fields.LAST_NAME);
  private static final Set<String> NUMBERS =
      Set.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "hundred",
          "thousand",
          "million",
          "dozen");

  /// Everything that may be repeated to one member, each word between spaces.
  record Said(String words, Set<Integer> years) {
    static Said by(Collection<MemberRecord> records) {
      StringBuilder all = new StringBuilder(" ");
      records.forEach(record -> record.fields().values().forEach(v -> all.append(plain(v))));
      return new Said(all.toString(), Set.of());
    }

    Said and(String more) {
      return new Said(words + plain(more), years);
    }

    /// Whole years since any year in the records.
    Said andYears(Instant now) {
      Set<Integer> since = new HashSet<>();
      int thisYear = now.atZone(java.time.ZoneOffset.UTC).getYear();
      Matcher year = Pattern.compile("\\b(19|20)\\d\\d\\b").matcher(words);
      List<Integer> named = new ArrayList<>(List.of(thisYear));
      while (year.find()) {
        named.add(Integer.parseInt(year.group()));
      }
      for (int from : named) {
        for (int to : named) {
          since.add(to - from);
          since.add(to - from - 1);
        }
      }
      return new Said(words, since);
    }

    boolean has(String phrase) {
      return words.contains(" " + plain(phrase).strip() + " ");
    }
  }

  static SaidIndependently over(Collection<? extends Collection<MemberRecord>> network) {
    Set<String> names = new TreeSet<>();
    for (Occupation work : Catalogue.load().occupations()) {
      names.addAll(work.titles());
      names.addAll(work.skills());
      names.addAll(work.degrees());
      names.addAll(work.certificates());
    }
    for (Collection<MemberRecord> records : network) {
      for (MemberRecord record : records) {
        FIELDS.forEach(field -> names.add(record.fields().getOrDefault(field, "")));
      }
    }
    names.removeIf(name -> plain(name).strip().length() < 3);
    return new SaidIndependently(names);
  }

  /// Lower case, each word with a space before and behind.
  static String plain(String text) {
    StringBuilder words = new StringBuilder();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.append(word.group().toLowerCase(Locale.ROOT).replace('’', '\'')).append(' ');
    }
    return words.toString();
  }

  /// What a text states that is said nowhere.
  ///
  /// @param before what stands before it, where words may have begun
  List<String> untraceable(String before, String text, Said said) {
    List<String> found = new ArrayList<>();
    numbers(before, text, said, found);
    String plain = " " + plain(text);
    for (String name : names) {
      String phrase = plain(name).strip();
      boolean several = phrase.indexOf(' ') > 0;
      boolean stands = several ? plain.contains(" " + phrase + " ") : capital(text, name);
      if (stands && !said.has(name)) {
        found.add("name " + name);
      }
    }
    capitals(before, text, said, found);
    return found;
  }

  private static void numbers(String before, String text, Said said, List<String> found) {
    Matcher years = YEARS.matcher(text);
    Set<String> counted = new HashSet<>();
    while (years.find()) {
      if (said.years().contains(Integer.parseInt(years.group(1)))) {
        counted.add(years.group(1));
      }
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String one = word.group().toLowerCase(Locale.ROOT);
      boolean begun = word.start() == 0 && endsInWord(before);
      boolean number = one.codePoints().anyMatch(Character::isDigit) || NUMBERS.contains(one);
      if (number && !begun && !counted.contains(one) && !said.has(one)) {
        found.add("number " + one);
      }
    }
  }

  private static boolean endsInWord(String before) {
    return !before.isEmpty() && Character.isLetterOrDigit(before.charAt(before.length() - 1));
  }

  /// Whether a name of one word stands in a text as it is written, and not as the heading of a
  /// list.
  private static boolean capital(String text, String name) {
    return Character.isUpperCase(name.charAt(0))
        && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}]|:\\R)")
            .matcher(text)
            .find()
        && !text.startsWith(name);
  }

  private static void capitals(String before, String text, Said said, List<String> found) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String one = word.group();
      String ahead = (before + text.substring(0, word.start())).replaceAll("[\"“(*‘\\[ ]+$", "");
      boolean opens =
          ahead.isEmpty() || ".!?…:\n|•-–—;,#".indexOf(ahead.charAt(ahead.length() - 1)) >= 0;
      boolean begun = word.start() == 0 && endsInWord(before);
      if (Character.isUpperCase(one.charAt(0))
          && !opens
          && !begun
          && !one.matches("I(?:['’].*)?")
          && !said.has(one)) {
        found.add("capitals " + one);
      }
    }
  }
}
