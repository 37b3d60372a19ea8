package dev.demur.home.report;

import dev.demur.model.MemberFacts;
import dev.demur.program.Program;
import dev.demur.program.ProgramDefinition.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Groups into which reports sort members: fixed, and of what is known of one member alone.
final class Bands {
  static final String UNKNOWN = "not known";

  private static final int[] AGE_STARTS = {18, 25, 35, 45, 55, 65};
  private static final List<String> JUNIOR =
      List.of("intern", "trainee", "apprentice", "junior", "assistant", "student");
  private static final List<String> SENIOR =
      List.of("senior", "lead", "principal", "expert", "staff");
  private static final List<String> MANAGING =
      List.of("manager", "head", "director", "chief", "president", "partner", "founder", "owner");

  private Bands() {}

  static boolean isMinor(MemberFacts facts, Program program, Instant at) {
    return age(facts, program, at)
        .filter(a -> a < program.definition().age().minimum())
        .isPresent();
  }

  private static Optional<Integer> age(MemberFacts facts, Program program, Instant at) {
    LocalDate today = at.atZone(program.definition().zone()).toLocalDate();
    return facts.birthDate().map(born -> Period.between(born, today).getYears());
  }

  static String ageBand(MemberFacts facts, Program program, Instant at) {
    return age(facts, program, at).map(Bands::band).orElse(UNKNOWN);
  }

  private static String band(int age) {
    if (age < AGE_STARTS[0]) {
      return "under " + AGE_STARTS[0];
    }
    for (int i = 1; i < AGE_STARTS.length; i++) {
      if (age < AGE_STARTS[i]) {
        return AGE_STARTS[i - 1] + "–" + (AGE_STARTS[i] - 1);
      }
    }
    return AGE_STARTS[AGE_STARTS.length - 1] + " and over";
  }

  /// The region, under the program, of the country in which the member lives now.
  static String region(MemberFacts facts, Program program, Instant at) {
    return facts.countries().stream()
        .filter(residence -> !residence.from().isAfter(at))
        .reduce((earlier, later) -> later)
        .map(MemberFacts.Residence::country)
        .map(country -> program.regionOf(country).map(Region::title).orElse("not covered"))
        .orElse(UNKNOWN);
  }

  /// By words in a job title.
  static String seniority(Optional<String> title) {
    if (title.isEmpty()) {
      return UNKNOWN;
    }
    List<String> words = List.of(title.get().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    if (words.stream().anyMatch(MANAGING::contains)) {
      return "managing";
    }
    if (words.stream().anyMatch(SENIOR::contains)) {
      return "senior";
    }
    return words.stream().anyMatch(JUNIOR::contains) ? "junior" : "professional";
  }
}
