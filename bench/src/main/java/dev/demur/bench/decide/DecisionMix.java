package dev.demur.bench.decide;

import dev.demur.model.Category;
import dev.demur.model.Control;
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
import dev.demur.program.RecordFacts;
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

/* The mix that is called realistic: members as a network of this kind has them (half in Europe, one in ten has moved,
 * one in eight has switched off, one in fifty has objected, one in fifty is a minor or of unknown age), records by category
 * as archives hold them (posts, comments and reactions, then profiles, messages and the rest), one in ten about or mentioning
 * somebody. Instants lie within two years around the start, some of them on an edge.
 */

/// Makes members, records and cases from a seed.
final class DecisionMix {
  private static final Instant START = Instant.parse("2025-11-03T00:00:00Z");
  private static final List<String> COUNTRIES =
      List.of(
          "DE", "FR", "GB", "IT", "ES", "NL", "NO", "CH", "US", "US", "US", "IN", "IN", "BR", "CA",
          "HK", "JP", "AU");
  private static final List<Category> CATEGORIES =
      List.of(
          Category.CONTENT_POST,
          Category.CONTENT_POST,
          Category.CONTENT_COMMENT,
          Category.CONTENT_COMMENT,
          Category.CONTENT_REACTION,
          Category.CONTENT_REACTION,
          Category.PROFILE_SKILL,
          Category.PROFILE_POSITION,
          Category.PROFILE_RECOMMENDATION,
          Category.PRIVATE_MESSAGE,
          Category.JOB_APPLICATION,
          Category.FEEDBACK_RATING,
          Category.AI_USAGE_PROMPT,
          Category.CONTACT_CONNECTION);

  private final SplittableRandom random;

  DecisionMix(long seed) {
    random = new SplittableRandom(seed);
  }

  /// One case with all its facts.
  record Case(Use use, RecordFacts record, Map<MemberId, MemberFacts> members, Instant at) {
    Optional<MemberFacts> factsOf(MemberId member) {
      return Optional.ofNullable(members.get(member));
    }
  }

  Case nextCase() {
    Map<MemberId, MemberFacts> members = new HashMap<>();
    var author = new MemberId("m" + random.nextInt(100_000));
    if (!oneIn(50)) {
      members.put(author, member());
    }
    List<MemberId> about = others(members);
    List<MemberId> mentions = others(members);
    var record =
        new RecordFacts(
            category(),
            oneIn(12) ? Optional.empty() : Optional.of(instant()),
            Optional.of(author),
            about,
            mentions,
            oneIn(40) ? Optional.of(instant()) : Optional.empty());
    return new Case(use(), record, members, instant());
  }

  private List<MemberId> others(Map<MemberId, MemberFacts> members) {
    if (!oneIn(10)) {
      return List.of();
    }
    var other = new MemberId("o" + random.nextInt(100_000));
    if (!oneIn(4)) {
      members.put(other, member());
    }
    return List.of(other);
  }

  Use use() {
    Purpose purpose = oneIn(4) ? Purpose.OTHER_ML : Purpose.CONTENT_GENERATION;
    Recipient recipient =
        oneIn(4)
            ? List.of(Recipient.values()).get(random.nextInt(Recipient.values().length))
            : Recipient.CONTROLLER;
    return new Use(purpose, recipient);
  }

  Category category() {
    return oneIn(8)
        ? List.of(Category.values()).get(random.nextInt(Category.values().length))
        : CATEGORIES.get(random.nextInt(CATEGORIES.size()));
  }

  MemberFacts member() {
    return new MemberFacts(
        oneIn(60) ? List.of() : residences(),
        oneIn(50) ? Optional.empty() : Optional.of(born()),
        toggles(),
        oneIn(20) ? List.of(objection()) : List.of(),
        oneIn(10) ? List.of() : List.of(new Notice(START.minus(Duration.ofDays(46)))),
        oneIn(50) ? Optional.of(instant()) : Optional.empty());
  }

  private LocalDate born() {
    return oneIn(30)
        ? LocalDate.of(2007, 11, 1).plusDays(random.nextInt(5))
        : LocalDate.of(1950 + random.nextInt(57), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private List<Residence> residences() {
    List<Residence> homes = new ArrayList<>();
    homes.add(new Residence(country(), Instant.parse("2015-01-01T00:00:00Z")));
    if (oneIn(10)) {
      homes.add(new Residence(country(), instant()));
    }
    return homes;
  }

  private String country() {
    return oneIn(100) ? "ZZ" : COUNTRIES.get(random.nextInt(COUNTRIES.size()));
  }

  private List<ToggleChange> toggles() {
    if (!oneIn(8)) {
      return List.of();
    }
    Instant off = instant();
    var which = oneIn(5) ? Switch.PARTNERS : Switch.MAIN;
    return oneIn(4)
        ? List.of(
            new ToggleChange(false, off, which),
            new ToggleChange(true, off.plus(Duration.ofDays(20)), which))
        : List.of(new ToggleChange(false, off, which));
  }

  private Objection objection() {
    var states = Objection.State.values();
    var state = List.of(states).get(random.nextInt(states.length));
    Instant filed = instant();
    Set<Control> covers = EnumSet.of(Control.CONTENT_GENERATION);
    if (oneIn(2)) {
      covers.add(Control.OTHER_ML);
      covers.add(Control.FEEDBACK);
    }
    return new Objection(
        filed,
        state == Objection.State.PENDING
            ? Optional.empty()
            : Optional.of(filed.plus(Duration.ofDays(1 + random.nextInt(30)))),
        state,
        covers);
  }

  /// Within two years around the start; one in ten at the start, or a millisecond beside it.
  Instant instant() {
    return oneIn(10)
        ? START.plusMillis(random.nextInt(-1, 2))
        : START.plusSeconds(random.nextLong(-365L * 86_400, 365L * 86_400));
  }

  int nextInt(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }
}
