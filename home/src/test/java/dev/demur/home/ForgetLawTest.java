package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.adapter.Assignment;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The forget law end to end, from archives to roots: a home that forgets a member equals a home
/// that never had the member.
@TestInstance(Lifecycle.PER_CLASS)
class ForgetLawTest {
  private static final int MEMBERS = 24;

  @TempDir static Path folder = Path.of("");

  private TestNetwork network = new TestNetwork(Path.of(""), Path.of(""), Path.of(""));
  private Roots before =
      new Roots("", "", new TreeMap<>(), "", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  @BeforeAll
  void trainOnce() throws IOException {
    network = TestNetwork.in(folder, MEMBERS, 7);
    try (Home home = network.trained("all", Set.of())) {
      before = Roots.of(home);
    }
  }

  @Test
  void forgettingAMemberEqualsNeverHavingHadTheMember() throws IOException {
    for (var leaving : tenMembers().entrySet()) {
      MemberId member = leaving.getValue();
      String who = leaving.getKey() + ", " + member;
      Roots never;
      try (Home home = network.trained("never-" + who, Set.of(member))) {
        never = Roots.of(home);
      }
      Certificate certificate;
      Roots left;
      try (Home home = network.copy("all", "left-" + who)) {
        certificate = network.forget(home, Set.of(member));
        left = Roots.of(home);
        assertThat(Verifying.leftovers(home, member).holds()).as(who).isTrue();
        assertThat(Verifying.log(home).holds()).as(who).isTrue();
      }
      assertThat(left).as(who).isEqualTo(never);
      assertThat(left.equals(before)).as(who).isEqualTo(who.startsWith("without any row"));
      assertThat(certificate.leftovers()).as(who).isEmpty();
    }
  }

  /// Ten members, among them those on whom most hangs.
  private Map<String, MemberId> tenMembers() throws IOException {
    Map<String, MemberId> ten = new LinkedHashMap<>();
    try (Home home = network.open("all")) {
      List<MemberId> trained =
          home.corpus().holders().stream().filter(m -> !home.corpus().of(m).isEmpty()).toList();
      ten.put(
          "the heaviest",
          trained.stream()
              .max(Comparator.comparingInt(m -> home.corpus().of(m).size()))
              .orElseThrow());
      ten.put("alone in a slice", alone(home, trained));
      ten.put(
          "quoted by others",
          network.quoted().stream().filter(trained::contains).findFirst().orElseThrow());
      ten.put("named by most others", mostNamed(home, trained));
      ten.put("without any row", without(home));
      for (int i = 0; ten.size() < 10; i++) {
        if (!ten.containsValue(trained.get(i))) {
          ten.put("number " + i, trained.get(i));
        }
      }
    }
    return ten;
  }

  private static MemberId alone(Home home, List<MemberId> members) {
    Assignment assignment =
        new Assignment(home.assignmentKey(), TestNetwork.SHARDS, TestNetwork.SLICES);
    return members.stream().collect(Collectors.groupingBy(assignment::sliceOf)).values().stream()
        .filter(slice -> slice.size() == 1)
        .findFirst()
        .orElseThrow()
        .getFirst();
  }

  private static MemberId mostNamed(Home home, List<MemberId> members) {
    return members.stream()
        .max(Comparator.comparingInt(m -> home.records().holdersNaming(Set.of(m)).size()))
        .orElseThrow();
  }

  private static MemberId without(Home home) {
    return home.records().holders().stream()
        .filter(m -> home.corpus().of(m).isEmpty())
        .findFirst()
        .orElseGet(() -> home.records().holders().getLast());
  }

  @Test
  void twoMembersLeaveInEitherOrderOrTogether() throws IOException {
    MemberId one = network.members().get(1);
    MemberId two = network.members().get(6);
    List<Roots> ends = new ArrayList<>();
    try (Home home = network.copy("all", "first")) {
      network.forget(home, Set.of(one));
      network.forget(home, Set.of(two));
      ends.add(Roots.of(home));
    }
    try (Home home = network.copy("all", "second")) {
      network.forget(home, Set.of(two));
      network.forget(home, Set.of(one));
      ends.add(Roots.of(home));
    }
    try (Home home = network.copy("all", "together")) {
      network.forget(home, Set.of(one, two));
      ends.add(Roots.of(home));
    }
    assertThat(ends.get(1)).isEqualTo(ends.get(0));
    assertThat(ends.get(2)).isEqualTo(ends.get(0));
  }

  @Test
  void quarantineTakesTheShardOutAndRestoreBringsTheRestBack() throws IOException {
    MemberId member = tenMembers().get("the heaviest");
    Roots forgotten;
    try (Home home = network.copy("all", "at-once")) {
      forgotten = network.forget(home, Set.of(member)).roots();
    }
    try (Home home = network.copy("all", "in-two-steps")) {
      Certificate quarantined =
          new Forgetting(home, () -> network.base(), Progress.NONE)
              .quarantine(Set.of(member), false);

      assertThat(quarantined.state()).isEqualTo("quarantined");
      assertThat(quarantined.roots().merged()).isNotEqualTo(before.merged());
      assertThat(Forgetting.leaving(home)).containsExactly(member);

      network.train(home);
      assertThat(Roots.of(home)).isEqualTo(forgotten);
      assertThat(Forgetting.leaving(home)).isEmpty();
    }
  }

  @Test
  void importingAgainAndTrainingAgainChangeNothing() throws IOException {
    try (Home home = network.copy("all", "again")) {
      network.takeIn(home, Set.of());
      network.build(home);
      TrainReport report = network.train(home);

      assertThat(report.trained()).isZero();
      assertThat(Roots.of(home)).isEqualTo(before);
    }
  }

  @Test
  void whoSwitchedOffSinceIsLeftOutOfTheReplayToo() throws IOException {
    MemberId leaving = network.members().get(1);
    MemberId off = tenMembers().get("the heaviest");
    try (Home home = network.copy("all", "off-since")) {
      Choices.toggle(home, off, false, java.util.Optional.empty());
      network.forget(home, Set.of(leaving));

      assertThat(home.corpus().of(off).stream().filter(r -> !r.text().isEmpty())).isEmpty();
      assertThat(home.corpus().entriesOf(off).stream().map(Object::toString))
          .anyMatch(entry -> entry.contains("toggle-off"));
    }
  }

  @Test
  void aMemberWhoComesBackIsTrainedOnAsBefore() throws IOException {
    MemberId member = network.members().get(3);
    List<MemberRecord> had;
    try (Home home = network.copy("all", "rejoin")) {
      had = home.records().of(member);
      network.forget(home, Set.of(member));
      network.takeIn(home, Set.of());
      network.build(home);
      network.train(home);

      assertThat(home.records().of(member)).isEqualTo(had);
      assertThat(Roots.of(home)).isEqualTo(before);
    }
  }
}
