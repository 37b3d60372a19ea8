package dev.demur.archive.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final int MEMBERS = 2_000;
  private static final Network NETWORK = new Network(Catalogue.load(), 11);
  private static final List<Person> PEOPLE =
      IntStream.range(0, MEMBERS).mapToObj(NETWORK::member).toList();

  @Test
  void noTwoMembersHaveOneId() {
    assertThat(PEOPLE.stream().map(Person::id).collect(Collectors.toSet())).hasSize(MEMBERS);
    assertThat(PEOPLE.stream().map(p -> p.name().number()).collect(Collectors.toSet()))
        .hasSize(MEMBERS);
  }

  @Test
  void aboutOneInTwentyIsAMinorOfAtLeastThirteen() {
    long minors = PEOPLE.stream().filter(Person::isMinor).count();
    assertThat(minors).isBetween(MEMBERS * 3L / 100, MEMBERS * 7L / 100);
    assertThat(PEOPLE).allMatch(p -> p.ageOn(Timeline.DAY) >= 13);
    assertThat(PEOPLE).filteredOn(Person::isMinor).allMatch(p -> p.career().jobs().isEmpty());
  }

  @Test
  void membersLiveInEveryCountryAboutAsOftenAsItsWeightSays() {
    int weights = Catalogue.load().countries().stream().mapToInt(Country::weight).sum();
    for (Country country : Catalogue.load().countries()) {
      long there =
          PEOPLE.stream().filter(p -> p.home().country().code().equals(country.code())).count();
      double expected = (double) MEMBERS * country.weight() / weights;
      assertThat((double) there).as(country.code()).isBetween(expected * 0.6, expected * 1.5);
    }
  }

  @Test
  void activityAndConnectionsAreHeavyTailed() {
    List<Integer> posts = PEOPLE.stream().map(p -> p.habits().posts()).sorted().toList();
    assertThat(posts.get(MEMBERS / 2)).isBetween(2, 8);
    assertThat(posts.getLast()).isEqualTo(40);
    assertThat(posts.stream().filter(n -> n == 0).count()).isBetween(MEMBERS / 8L, MEMBERS / 3L);

    List<Integer> degrees =
        PEOPLE.subList(0, 300).stream().map(p -> NETWORK.ties(p).size()).sorted().toList();
    assertThat(degrees.getFirst()).isPositive();
    assertThat(degrees.getLast()).isGreaterThan(8 * degrees.get(150));
  }

  @Test
  void whoKnowsSomebodyIsKnownByThem() {
    for (Person person : PEOPLE.subList(0, 120)) {
      var known = new HashSet<Integer>();
      for (Tie tie : NETWORK.ties(person)) {
        assertThat(known.add(tie.other().number())).isTrue();
        assertThat(NETWORK.ties(tie.other()))
            .anySatisfy(back -> {
              assertThat(back.other()).isEqualTo(person);
              assertThat(back.since()).isEqualTo(tie.since());
            });
      }
    }
  }

  @Test
  void careersRunForwardInTime() {
    for (Person person : PEOPLE) {
      List<Job> jobs = person.career().jobs();
      for (int i = 0; i < jobs.size(); i++) {
        if (i > 0) {
          assertThat(jobs.get(i).until()).isPresent();
          assertThat(jobs.get(i).until().orElseThrow().isAfter(jobs.get(i - 1).since())).isFalse();
        }
        assertThat(jobs.get(i).since().getYear()).isGreaterThan(person.born().getYear() + 17);
      }
    }
  }
}
