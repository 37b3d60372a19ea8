package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import dev.demur.program.ProgramDefinition.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Random cases for one program, crowded around the instants at which its answers change.
final class RandomCases {
  private static final List<String> COUNTRIES =
      List.of("DE", "FR", "NO", "CH", "GB", "UK", "CA", "HK", "US", "IN", "BR", "ZZ", "EL");
  private static final List<MemberId> PEOPLE =
      List.of("m0", "m1", "m2", "m3").stream().map(MemberId::new).toList();

  private final SplittableRandom random;
  private final ProgramDefinition program;
  private final List<Instant> edges = new ArrayList<>();

  RandomCases(ProgramDefinition program, SplittableRandom random) {
    this.program = program;
    this.random = random;
    for (Region region : program.regions()) {
      edges.add(region.starts());
      region.ends().ifPresent(edges::add);
      region.allowedFrom().values().stream()
          .filter(i -> !i.equals(Instant.MIN))
          .forEach(edges::add);
    }
    program.window().from().ifPresent(edges::add);
    program.window().until().ifPresent(edges::add);
  }

  /// One case with all its facts.
  record Case(Use use, RecordFacts record, Map<MemberId, MemberFacts> members, Instant at)
      implements MemberFactSource {
    @Override
    public Optional<MemberFacts> factsOf(MemberId member) {
      return Optional.ofNullable(members.get(member));
    }
  }

  Case next() {
    Map<MemberId, MemberFacts> members = new HashMap<>();
    for (MemberId person : PEOPLE) {
      if (random.nextInt(8) > 0) {
        members.put(person, member());
      }
    }
    var use =
        new Use(oneOf(Purpose.values()), mostly(Recipient.CONTROLLER, oneOf(Recipient.values())));
    return new Case(use, record(), members, instant());
  }

  private RecordFacts record() {
    return new RecordFacts(
        mostly(Category.CONTENT_POST, oneOf(Category.values())),
        maybe(this::instant),
        random.nextInt(20) == 0 ? Optional.empty() : Optional.of(PEOPLE.getFirst()),
        people(),
        people(),
        random.nextInt(20) == 0 ? Optional.of(instant()) : Optional.empty());
  }

  private List<MemberId> people() {
    return several(3, () -> PEOPLE.get(random.nextInt(PEOPLE.size())));
  }

  private MemberFacts member() {
    return new MemberFacts(
        random.nextInt(20) == 0 ? List.of() : residences(),
        random.nextInt(20) == 0 ? Optional.empty() : Optional.of(birthDate()),
        several(
            3,
            () ->
                new ToggleChange(
                    random.nextBoolean(), instant(), mostly(Switch.MAIN, Switch.PARTNERS))),
        several(2, this::objection),
        random.nextInt(8) == 0 ? List.of() : notices(),
        random.nextInt(20) == 0 ? Optional.of(instant()) : Optional.empty());
  }

  private List<Residence> residences() {
    List<Residence> residences = new ArrayList<>();
    if (random.nextInt(8) > 0) {
      residences.add(new Residence(country(), Instant.parse("2015-01-01T00:00:00Z")));
    }
    residences.addAll(several(3, () -> new Residence(country(), instant())));
    return residences;
  }

  private String country() {
    return COUNTRIES.get(random.nextInt(COUNTRIES.size()));
  }

  private List<Notice> notices() {
    List<Notice> notices = several(2, () -> new Notice(instant()));
    if (random.nextInt(3) > 0) {
      notices.add(new Notice(Instant.parse("2024-01-01T00:00:00Z")));
    }
    return notices;
  }

  private Objection objection() {
    Set<Control> covers = EnumSet.of(oneOf(Control.values()), oneOf(Control.values()));
    return new Objection(instant(), maybe(this::instant), oneOf(Objection.State.values()), covers);
  }

  /// A birthday at or near some edge, or an adult's.
  private LocalDate birthDate() {
    if (random.nextInt(3) > 0) {
      return LocalDate.of(1970 + random.nextInt(30), 1 + random.nextInt(12), 28);
    }
    if (random.nextInt(8) == 0) {
      return LocalDate.of(2000 + 4 * random.nextInt(4), 2, 29);
    }
    return LocalDate.ofInstant(instant(), program.zone())
        .minusYears(program.age().minimum())
        .plusDays(random.nextInt(3) - 1);
  }

  /// An instant at an edge, a millisecond or some days beside one, or anywhere in four years.
  private Instant instant() {
    if (random.nextInt(4) == 0) {
      return Instant.ofEpochSecond(
          random.nextLong(
              Instant.parse("2023-06-01T00:00:00Z").getEpochSecond(),
              Instant.parse("2027-06-01T00:00:00Z").getEpochSecond()));
    }
    Instant edge = edges.get(random.nextInt(edges.size()));
    Duration lead = Duration.ofDays((long) random.nextInt(-2, 3) * leadDays());
    Instant near = random.nextInt(3) == 0 ? edge.plus(lead) : edge;
    return random.nextInt(3) == 0
        ? near.plus(Duration.ofDays(random.nextInt(-60, 200)))
        : near.plusMillis(random.nextInt(-1, 2));
  }

  private int leadDays() {
    return program.regions().get(random.nextInt(program.regions().size())).notice().leadDays();
  }

  private <T> T mostly(T usual, T other) {
    return random.nextInt(3) > 0 ? usual : other;
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
  }

  private <T> List<T> several(int max, Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = random.nextInt(2) == 0 ? 0 : random.nextInt(max + 1); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }
}
