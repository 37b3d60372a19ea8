package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The forget law end to end, from archives to roots.
class ForgetLawTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aHomeThatForgetsAMemberEqualsOneThatNeverHadTheMember() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 14, 7);
    List<MemberId> members = network.members();
    for (MemberId member : List.of(members.get(2), members.get(9))) {
      Roots never;
      try (Home home = network.trained("never-" + member, Set.of(member))) {
        never = Roots.of(home);
      }
      try (Home home = network.trained("left-" + member, Set.of())) {
        Roots before = Roots.of(home);
        Certificate certificate = network.forget(home, Set.of(member));

        assertThat(before).isNotEqualTo(never);
        assertThat(Roots.of(home)).as("without %s", member).isEqualTo(never);
        assertThat(certificate.leftovers()).isEmpty();
        assertThat(certificate.roots()).isEqualTo(never);
      }
    }
  }

  @Test
  void twoMembersLeaveInEitherOrderOrTogether() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 14, 8);
    MemberId one = network.members().get(1);
    MemberId two = network.members().get(6);
    Roots first;
    Roots second;
    Roots together;
    try (Home home = network.trained("first", Set.of())) {
      network.forget(home, Set.of(one));
      network.forget(home, Set.of(two));
      first = Roots.of(home);
    }
    try (Home home = network.trained("second", Set.of())) {
      network.forget(home, Set.of(two));
      network.forget(home, Set.of(one));
      second = Roots.of(home);
    }
    try (Home home = network.trained("together", Set.of())) {
      network.forget(home, Set.of(one, two));
      together = Roots.of(home);
    }
    assertThat(second).isEqualTo(first);
    assertThat(together).isEqualTo(first);
  }
}
