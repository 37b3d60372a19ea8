package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Use;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered at an instant is answered again for it, whatever has been learnt since.
class ReplayTest {
  private static final Use USE = new Use(Purpose.CONTENT_GENERATION, Recipient.CONTROLLER);
  private static final Instant IMPORTED = Instant.parse("2025-12-05T10:00:00Z");
  private static final Instant HAPPENED = Instant.parse("2025-12-10T10:00:00Z");
  private static final Instant LEARNT = Instant.parse("2025-12-20T10:00:00Z");

  @TempDir Path folder = Path.of("");

  private static Explaining.Answer explain(Home home, MemberRecord record, Instant asOf) {
    return Explaining.explain(home, record.id(), TestNetwork.PROGRAM, USE, Optional.of(asOf))
        .answer();
  }

  @Test
  void anObjectionThatWasLearntLaterDoesNotChangeWhatWasAnsweredBefore() throws Exception {
    var now = new AtomicReference<>(IMPORTED);
    InstantSource clock = now::get;
    TestNetwork network = TestNetwork.in(folder, 10, 3);
    try (Home home = Home.open(folder.resolve("home"), clock, Optional.of(network.key()))) {
      network.takeIn(home, Set.of());
      MemberRecord record = permitted(home, network);
      now.set(LEARNT);
      Choices.object(
          home,
          record.holder(),
          TestNetwork.PROGRAM.name(),
          Set.of(Control.CONTENT_GENERATION),
          Optional.empty(),
          new TreeSet<>(),
          Optional.of(HAPPENED));

      assertThat(explain(home, record, HAPPENED.plusSeconds(60)).outcome()).isEqualTo("permit");
      assertThat(explain(home, record, LEARNT.minusMillis(1)).outcome()).isEqualTo("permit");
      assertThat(explain(home, record, LEARNT.plusMillis(1)).reason())
          .isEqualTo("objection-pending");
      assertThat(explain(home, record, LEARNT.plusMillis(1)).lastChanged())
          .isEqualTo(new Explaining.When(HAPPENED.toString(), "permit", "objection-pending"));
    }
  }

  private static MemberRecord permitted(Home home, TestNetwork network) throws Exception {
    for (MemberId member : network.members()) {
      for (MemberRecord record : home.records().of(member)) {
        if (record.category() == Category.CONTENT_POST
            && explain(home, record, IMPORTED.plusSeconds(1)).outcome().equals("permit")) {
          return record;
        }
      }
    }
    throw new AssertionError("the sample network has no post that is permitted");
  }
}
