package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Objection.State;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.testsupport.Seeds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law of replay: a view of any past position answers as the ledger answered when it had that
/// many entries, but that whoever was erased since is a stranger; and standing objections survive.
class ReplayLawTest {
  private static final int STEPS = 40;
  private static final int PEOPLE = 6;
  private static final int RECORDS = 20;

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(6);
  }

  /// What was answered at one position.
  private record Answers(
      long position,
      Instant at,
      Map<MemberId, Optional<MemberFacts>> facts,
      SortedSet<MemberId> members,
      SortedSet<String> names,
      Map<RecordId, Optional<Instant>> deletions) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onSqliteAnyPastPositionAnswersAsItDidThen(long seed) {
    try (Database database = TestDatabases.sqlite(folder)) {
      holds(database, seed);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onPostgresqlAnyPastPositionAnswersAsItDidThen(long seed) {
    try (Database database = TestDatabases.postgres(folder)) {
      holds(database, seed);
    }
  }

  private static void holds(Database database, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Ticking clock = new Ticking();
    LedgerKeys keys = LedgerKeys.create("demur.test/log");
    List<Answers> answered = new ArrayList<>();
    Map<MemberId, Long> erasedAt = new TreeMap<>();
    try (Ledger ledger = Ledger.open(database, keys, clock)) {
      for (int step = 0; step < STEPS; step++) {
        clock.move(Duration.ofSeconds(random.nextInt(1, 5000)));
        MemberId member = person(random.nextInt(PEOPLE));
        if (random.nextInt(15) == 0) {
          ledger.erase(member);
          erasedAt.put(member, ledger.view().position());
        } else {
          ledger.append(Entry.of(member, event(random, ledger, member), instant(random, clock)));
        }
        answered.add(ask(ledger.view(), clock.instant()));
      }
      answered.forEach(then -> assertSame(then, ledger, erasedAt));
    }
    try (Ledger fresh = Ledger.open(database, keys, clock)) {
      answered.forEach(then -> assertSame(then, fresh, erasedAt));
      assertThat(fresh.verify().problems()).isEmpty();
    }
  }

  private static void assertSame(Answers then, Ledger ledger, Map<MemberId, Long> erasedAt) {
    Answers now = ask(ledger.view(then.position()), then.at());
    Answers byTime = ask(ledger.knownAt(then.at()), then.at());
    assertThat(byTime).isEqualTo(now);
    for (int i = 0; i < PEOPLE; i++) {
      MemberId member = person(i);
      boolean gone = erasedAt.getOrDefault(member, 0L) > then.position();
      Optional<MemberFacts> expected = gone ? Optional.empty() : then.facts().get(member);
      assertThat(now.facts().get(member)).as("facts at %d", then.position()).isEqualTo(expected);
    }
    SortedSet<MemberId> members = new TreeSet<>(then.members());
    members.removeIf(member -> erasedAt.getOrDefault(member, 0L) > then.position());
    assertThat(now.members()).isEqualTo(members);
    // Every name redacted then is redacted still, unless its objection fell before the erasure.
    SortedSet<String> standing = ledger.view().objectorNames();
    standing.retainAll(then.names());
    assertThat(now.names()).containsAll(standing);
    long lastErasure = erasedAt.values().stream().max(Long::compare).orElse(0L);
    if (then.position() >= lastErasure) {
      assertThat(now.names()).isEqualTo(then.names());
      assertThat(now.deletions()).isEqualTo(then.deletions());
    }
  }

  private static Answers ask(LedgerView view, Instant at) {
    Map<MemberId, Optional<MemberFacts>> facts = new TreeMap<>();
    Map<RecordId, Optional<Instant>> deletions = new TreeMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      facts.put(person(i), view.factsOf(person(i)));
    }
    for (int i = 0; i < RECORDS; i++) {
      deletions.put(record(i), view.deletedAt(record(i)));
    }
    return new Answers(view.position(), at, facts, view.members(), view.objectorNames(), deletions);
  }

  private static MemberId person(int number) {
    return new MemberId("person-" + number);
  }

  private static RecordId record(int number) {
    return new RecordId("%032x".formatted(number));
  }

  private static Instant instant(SplittableRandom random, Ticking clock) {
    return clock.instant().minusSeconds(random.nextInt(100_000));
  }

  private static Event.OfMember event(SplittableRandom random, Ledger ledger, MemberId member) {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Event.ResidenceLearned(
              random.nextBoolean() ? "DE" : "US", Instant.ofEpochSecond(random.nextInt(5)));
      case 1 -> new Event.BirthDateLearned(LocalDate.ofEpochDay(random.nextInt(20_000)));
      case 2, 3 -> new Event.ToggleChanged(random.nextBoolean());
      case 4 ->
          new Event.ObjectionFiled(
              "case-" + random.nextLong(),
              Set.of(Control.values()[random.nextInt(3)]),
              Optional.empty(),
              new TreeSet<>(Set.of("name " + random.nextInt(9))),
              Optional.empty());
      case 5 -> decision(random, ledger, member);
      case 6 -> new Event.RecordDeleted(record(random.nextInt(RECORDS)));
      default -> new Event.NoticeDelivered("p", "1", "0".repeat(64), "outbox");
    };
  }

  private static Event.OfMember decision(SplittableRandom random, Ledger ledger, MemberId member) {
    return ledger.view().objectors().stream()
        .filter(objector -> objector.person().equals(member) && !objector.kept())
        .findAny()
        .<Event.OfMember>map(objector ->
            new Event.ObjectionDecided(
                objector.caseId(), State.values()[random.nextInt(1, 4)], "Jo", "grounds"))
        .orElse(new Event.MemberJoined());
  }
}
