package dev.demur.assist.career;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.assist.Profiles;
import dev.demur.assist.career.Requirement.Verdict;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.learn.statistics.CareerStatistics;
import dev.demur.learn.statistics.Contribution;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CareerTest {
  private static final MemberProfile ADA = Profiles.ada().profile();
  private static final MemberProfile BO =
      Profiles.of("bo").with(Category.PROFILE_SKILL, Map.of(Fields.NAME, "Welding")).profile();
  private static final Terms TERMS = Terms.of(List.of("Welding", "Kubernetes", "Python"));
  private static final Job DATA =
      new Job("j1", "Senior Data Engineer", "You know Python and Kubernetes. You are kind.");
  private static final Job YARD = new Job("j2", "Shipwright", "Welding is what you do.");

  @Test
  void eachSentenceIsMetOrNotWithItsEvidence() {
    Fit fit = Fit.of(ADA, "You know SQL.\nPython and Kubernetes help.\nWelding!\nBe kind.", TERMS);

    assertThat(fit.requirements())
        .extracting(Requirement::verdict)
        .containsExactly(Verdict.MET, Verdict.PARTLY, Verdict.UNKNOWN, Verdict.UNKNOWN);
    assertThat(fit.requirements().getFirst().evidence().getFirst().record())
        .isEqualTo(Profiles.ada().records().get(5).id());
    assertThat(fit.shown()).containsExactly("SQL", "Python");
    assertThat(fit.missing()).containsExactly("Kubernetes", "Welding");
    assertThat(fit.score()).isEqualTo(0.5);
    assertThat(Fit.of(ADA, "", TERMS).score()).isZero();
  }

  @Test
  void notMetIsOnlyWhatTheRecordsContradict() {
    MemberProfile member =
        Profiles.ada()
            .with(
                Category.PROFILE_SUMMARY,
                Map.of(Fields.TEXT, "I like order. I have never used Kubernetes at work."))
            .profile();

    Fit fit =
        Fit.of(
            member,
            "Has patience.\nKnows welding.\nKnows Kubernetes.\nAt least 20 years in the trade."
                + "\n5+ years with data.\nA PhD in physics.\nA bachelor's degree.",
            TERMS);

    assertThat(fit.requirements())
        .extracting(Requirement::verdict)
        .containsExactly(
            Verdict.UNKNOWN,
            Verdict.UNKNOWN,
            Verdict.NOT_MET,
            Verdict.NOT_MET,
            Verdict.MET,
            Verdict.NOT_MET,
            Verdict.MET);
    assertThat(fit.requirements().get(2).evidence())
        .extracting(Proof::sentence)
        .containsExactly("I have never used Kubernetes at work.");
    assertThat(fit.requirements().get(3).evidence())
        .extracting(Proof::sentence)
        .containsExactly("10 years");
    assertThat(fit.shown()).containsExactly("5+ years", "bachelor's degree");
    assertThat(fit.missing()).contains("welding", "Kubernetes", "20 years", "PhD");
  }

  @Test
  void jobsAndMembersAreRankedByWhatTheRecordsSay() {
    var matching = new Matching(TERMS);

    assertThat(matching.jobs(ADA, List.of(YARD, DATA), 5))
        .extracting(Match::id)
        .containsExactly("j1");
    assertThat(matching.members(YARD, List.of(ADA, BO), 5))
        .extracting(Match::id)
        .containsExactly("bo");
    assertThat(matching.members(DATA, List.of(BO, ADA), 5).getFirst().reasons().missing())
        .containsExactly("Kubernetes");
  }

  @Test
  void aRankInATitleMakesNoTwoJobsAlike() {
    MemberProfile senior =
        Profiles.of("sue")
            .with(
                Category.PROFILE_POSITION,
                Map.of(
                    Fields.TITLE,
                    "Senior Engineer",
                    Fields.COMPANY,
                    "Quay",
                    Fields.STARTED,
                    "2020"))
            .profile();
    Job baker = new Job("bread", "Senior Baker", "Bread.");
    Job engineer = new Job("engines", "Junior Engineer", "Engines.");

    assertThat(new Matching(TERMS).jobs(senior, List.of(baker, engineer), 5))
        .extracting(Match::id)
        .containsExactly("engines");
  }

  private static CareerStatistics statistics(int members) {
    CareerStatistics statistics = CareerStatistics.empty();
    TreeSet<String> titles = new TreeSet<>(List.of("data engineer", "head of data"));
    TreeMap<String, NavigableSet<String>> skills = new TreeMap<>();
    skills.put("head of data", new TreeSet<>(List.of("python", "budgeting")));
    TreeMap<String, NavigableSet<String>> next = new TreeMap<>();
    next.put("data engineer", new TreeSet<>(List.of("head of data")));
    for (int i = 0; i < members; i++) {
      statistics.add(new Contribution(titles, skills, next));
    }
    return statistics;
  }

  @Test
  void pathsShowWhatTenMembersDidAndWhatIsMissing() {
    assertThat(new Careers(statistics(10)).paths(ADA, 3))
        .containsExactly(
            new Step("Data Engineer", "head of data", 10, List.of("python"), List.of("budgeting")));
    assertThat(new Careers(statistics(9)).paths(ADA, 3)).isEmpty();
    assertThat(new Careers(statistics(10)).paths(BO, 3)).isEmpty();
  }
}
