package dev.demur.assist.ground;

import dev.demur.assist.guard.CalendarWords;
import dev.demur.assist.guard.Names;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.profile.OwnText;
import dev.demur.trace.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Checks what a text states about a member against the member's own records.
///
/// A statement is a number in digits or words, what may be a name, or a known title, organisation,
/// school, degree, skill or place. The words around them state nothing that is checked. What the
/// request itself says may be repeated, without evidence. Immutable.
public final class Grounding {
  /// "One" is as often no number at all.
  private static final Set<String> NUMBER_WORDS =
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
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "hundreds",
          "thousand",
          "thousands",
          "million",
          "millions",
          "billion",
          "dozen",
          "dozens",
          "decade",
          "decades",
          "half",
          "twice",
          "double",
          "doubled",
          "tripled",
          "percent");

  /// What tells how old somebody may be.
  private static final Set<FactKind> OF_AGE = EnumSet.of(FactKind.DATE, FactKind.EXPERIENCE);

  private final Terms terms;
  private final OwnText given;
  private final Set<FactKind> silent;

  public Grounding(Terms terms) {
    this(terms, OwnText.of(List.of()));
  }

  /// @param given what the request itself says
  public Grounding(Terms terms, OwnText given) {
    this(terms, given, EnumSet.noneOf(FactKind.class));
  }

  private Grounding(Terms terms, OwnText given, Set<FactKind> silent) {
    this.terms = terms;
    this.given = given;
    this.silent = silent;
  }

  /// The same where neither dates nor years of experience back anything. Whoever writes without
  /// knowing them hits them by chance only, and would write otherwise of the old than of the young.
  public Grounding ageless() {
    return new Grounding(terms, given, OF_AGE);
  }

  /// What the text states of the member, and what backs it.
  public Grounded check(String text, MemberProfile member) {
    return check(text, 0, member);
  }

  /// What the text states from some place on.
  ///
  /// @param start statements that end before this unit are not looked at
  public Grounded check(String text, int start, MemberProfile member) {
    Words words = Words.of(text);
    Set<Evidence> evidence = new LinkedHashSet<>();
    List<String> unbacked = new ArrayList<>();
    boolean[] backed = new boolean[words.size()];
    backWithFacts(text, words, member, backed, evidence);
    for (Statement statement : statements(text, words)) {
      if (words.end(statement.to() - 1) > start && !isBacked(statement, backed)) {
        List<String> phrase = words.list().subList(statement.from(), statement.to());
        String said = text.substring(words.start(statement.from()), words.end(statement.to() - 1));
        Optional<Fact> fact = member.factSaying(phrase).filter(this::backsWords);
        fact.ifPresent(found -> evidence.add(new Evidence(found.record(), found.field(), said)));
        if (fact.isEmpty() && !given.says(phrase)) {
          unbacked.add(said);
        }
      }
    }
    return new Grounded(List.copyOf(evidence), unbacked);
  }

  /// Words from one number to before another that state something.
  private record Statement(int from, int to) {}

  private Set<Statement> statements(String text, Words words) {
    Set<Statement> found = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.list().get(i);
      int term = terms.longestAt(text, words, i);
      if (term > 0) {
        found.add(new Statement(i, i + term));
      } else if (Words.isNumber(word) || NUMBER_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
        found.add(joined(words, i));
      } else if (isDate(text, words, i)) {
        found.add(new Statement(i, i + 1));
      }
    }
    for (Names.Name name : Names.in(text, words)) {
      boolean dropFirst = name.beginsSentence() && name.to() > name.from() + 1;
      found.add(new Statement(dropFirst ? name.from() + 1 : name.from(), name.to()));
    }
    return found;
  }

  /// A number with what is written to it without a space: `第5章` says another thing than `5`.
  private static Statement joined(Words words, int number) {
    int from = number;
    while (from > 0 && words.end(from - 1) == words.start(from)) {
      from--;
    }
    int to = number + 1;
    while (to < words.size() && words.start(to) == words.end(to - 1)) {
      to++;
    }
    return new Statement(from, to);
  }

  /// Years of experience say no number of anything else.
  private boolean backsWords(Fact fact) {
    return fact.kind() != FactKind.EXPERIENCE && !silent.contains(fact.kind());
  }

  /// Written with a capital; "may" and "march" count only where they do not begin a sentence.
  private static boolean isDate(String text, Words words, int at) {
    String word = words.list().get(at);
    boolean capital = Character.isUpperCase(text.codePointAt(words.start(at)));
    return capital
        && (CalendarWords.PLAIN.contains(word)
            || (CalendarWords.DOUBTFUL.contains(word) && !begins(text, words, at)));
  }

  private static boolean begins(String text, Words words, int at) {
    String before = text.substring(0, words.start(at)).stripTrailing();
    return before.isEmpty() || ".!?…:".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static boolean isBacked(Statement statement, boolean[] backed) {
    for (int i = statement.from(); i < statement.to(); i++) {
      if (!backed[i]) {
        return false;
      }
    }
    return true;
  }

  /// Marks the words that are a whole fact: the name of a thing, a date, the years of experience.
  private void backWithFacts(
      String text, Words words, MemberProfile member, boolean[] backed, Set<Evidence> evidence) {
    for (Fact fact : member.facts()) {
      List<String> phrase = fact.words();
      if (isNameOfThing(fact) && !silent.contains(fact.kind()) && !phrase.isEmpty()) {
        for (int at = 0; at + phrase.size() <= words.size(); at++) {
          int to = at + phrase.size();
          if (words.list().subList(at, to).equals(phrase)) {
            Arrays.fill(backed, at, to, true);
            String said = text.substring(words.start(at), words.end(to - 1));
            evidence.add(new Evidence(fact.record(), fact.field(), said));
          }
        }
      }
    }
  }

  private static boolean isNameOfThing(Fact fact) {
    return fact.kind().isTerm()
        || fact.kind() == FactKind.EXPERIENCE
        || fact.kind() == FactKind.DATE
        || fact.kind() == FactKind.NAME;
  }
}
