package dev.demur.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.generate.TableModel;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.pattern.Patterns;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is suggested to random members is checked again, by a checker that shares no code with
/// the product: plain search for every name in the network and every digit.
class GroundedSuggestionsTest {
  private static final List<String> TITLES =
      List.of("Nurse", "Site Manager", "Tax Clerk", "Pastry Chef", "Ship Broker");
  private static final List<String> COMPANIES =
      List.of("Globex", "Initech Ltd", "Harbour Bank", "Acme Mills", "Umbra Care");
  private static final List<String> SKILLS =
      List.of("Welding", "Python", "Baking", "Bookkeeping", "Triage", "Rigging");
  private static final List<String> SCHOOLS =
      List.of("Northfield College", "Eastgate University", "Loch School");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern YEARS = Pattern.compile("(\\d+) years");

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(12);
  }

  private static <T> T one(SplittableRandom random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Profiles member(String id, SplittableRandom random) {
    Profiles member = Profiles.of(id);
    for (int i = random.nextInt(3); i >= 0; i--) {
      String finished = i == 0 ? "" : "2019";
      member.with(
          Category.PROFILE_POSITION,
          Map.of(
              Fields.TITLE,
              one(random, TITLES),
              Fields.COMPANY,
              one(random, COMPANIES),
              Fields.STARTED,
              String.valueOf(2018 - 2 * i),
              finished.isEmpty() ? Fields.LOCATION : Fields.FINISHED,
              finished.isEmpty() ? "Leeds" : finished));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      member.with(Category.PROFILE_SKILL, Map.of(Fields.NAME, one(random, SKILLS)));
    }
    if (random.nextBoolean()) {
      member.with(Category.PROFILE_EDUCATION, Map.of(Fields.SCHOOL, one(random, SCHOOLS)));
    }
    return member;
  }

  /// The rows of a network in which everybody writes much the same about facts of their own.
  private static List<CorpusRow> network(SplittableRandom random) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int m = 0; m < 40; m++) {
      String id = "m" + m;
      for (MemberRecord record : member(id, random).records()) {
        rows.add(Profiles.row(id, rows.size(), record.category(), "", record.fields()));
      }
      String title = rows.getLast().fields().getOrDefault(Fields.TITLE, one(random, TITLES));
      String company = one(random, COMPANIES);
      rows.add(
          Profiles.row(
              id,
              rows.size(),
              Category.PROFILE_SUMMARY,
              "I am a %s at %s. I like what I do every day. My best tool is %s. I led %d people."
                  .formatted(title, company, one(random, SKILLS), random.nextInt(9))));
      rows.add(
          Profiles.row(
              id, rows.size(), Category.PROFILE_HEADLINE, title + " at " + company + " | Hello"));
    }
    return rows;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingIsStatedThatTheMembersRecordsDoNotSay(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<CorpusRow> rows = network(random);
    var model =
        new TableModel(
            "I am a Site Manager at Globex. I led 7 people. I like what I do.",
            "Nurse at Umbra Care | Triage and Welding | 12 awards",
            "at Harbour Bank | Hello and welcome | Baking");
    Learned learned =
        new Learned(
            Profiles.index(folder, rows),
            Optional.of(model),
            Patterns.mine(rows, 10),
            Terms.inRows(rows.stream()));
    var service = new SuggestionService(learned, (_, _) -> {}, () -> "id");

    for (int m = 0; m < 5; m++) {
      Profiles member = member("asker" + m, random);
      List<Answer> answers = new ArrayList<>();
      answers.add(service.headline(member.profile(), seed));
      for (Tone tone : Tone.values()) {
        answers.add(service.about(member.profile(), tone, seed));
      }
      for (String typed : List.of("I am a ", "My best tool is ", "I led ", "Now at H", "I like ")) {
        answers.add(service.complete(member.profile(), Category.PROFILE_SUMMARY, typed, seed));
      }
      answers.add(service.post(member.profile(), "tea", seed));
      answers.add(service.resume(member.profile(), "Python and Welding wanted"));
      for (Answer answer : answers) {
        answer.suggestions().forEach(suggestion -> checkIndependently(suggestion, member));
      }
    }
  }

  private static void checkIndependently(Suggestion suggestion, Profiles member) {
    StringBuilder said = new StringBuilder();
    member.records().forEach(r -> r.fields().values().forEach(v -> said.append(v).append('\n')));
    String known = said.toString().toLowerCase(Locale.ROOT);
    String text = suggestion.text().toLowerCase(Locale.ROOT);
    for (List<String> pool : List.of(TITLES, COMPANIES, SKILLS, SCHOOLS)) {
      for (String name : pool) {
        String lower = name.toLowerCase(Locale.ROOT);
        assertThat(!text.contains(lower) || known.contains(lower))
            .as("%s in: %s", name, suggestion.text())
            .isTrue();
      }
    }
    String rest = YEARS.matcher(text).replaceAll("");
    Matcher digits = DIGITS.matcher(rest);
    while (digits.find()) {
      assertThat(known).as("in: %s", suggestion.text()).contains(digits.group());
    }
  }
}
