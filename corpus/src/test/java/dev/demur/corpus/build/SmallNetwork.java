package dev.demur.corpus.build;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import dev.demur.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// A small random network whose members write, recommend, mention and quote each other.
final class SmallNetwork {
  static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
  private static final String[] FIRST = {
    "Anna", "Béla", "Cara", "Dora", "Emil", "Mark", "Grace", "Hugo"
  };
  private static final String[] LAST = {"Berg", "Kun", "Dunn", "Hill", "Müller", "Okafor"};
  private static final String[] WORDS = {
    "welding",
    "steel",
    "planning",
    "today",
    "we",
    "learned",
    "how",
    "to",
    "measure",
    "twice",
    "and",
    "cut",
    "once"
  };

  private static final String USUAL = "linkedin-2025";
  private static final String OTHER = "meta-2025";

  private final SplittableRandom random;
  private final int size;
  private final SortedMap<MemberId, MemberFacts> facts = new TreeMap<>();
  private final SortedMap<MemberId, List<MemberRecord>> records = new TreeMap<>();
  private final List<String> texts = new ArrayList<>();
  private final Set<String> objectors = new TreeSet<>(List.of("Dora Dunn"));
  private String program = USUAL;
  private Instant now = NOW;

  SmallNetwork(long seed, int size) {
    this.random = new SplittableRandom(seed);
    this.size = size;
    for (int i = 0; i < size; i++) {
      facts.put(id(i), randomFacts());
      records.put(id(i), new ArrayList<>());
      texts.add(id(i) + " says " + words(10));
    }
    for (int i = 0; i < size; i++) {
      fill(i);
    }
  }

  SortedMap<MemberId, MemberFacts> facts() {
    return facts;
  }

  SortedMap<MemberId, List<MemberRecord>> records() {
    return records;
  }

  List<MemberRecord> recordsOf(MemberId holder) {
    return java.util.Objects.requireNonNull(records.get(holder));
  }

  MemberId id(int i) {
    return new MemberId(
        "%s-%s-%d".formatted(first(i), last(i), i).toLowerCase(java.util.Locale.ROOT));
  }

  MemberId anyone() {
    return id(random.nextInt(size));
  }

  private static String first(int i) {
    return FIRST[i % FIRST.length];
  }

  private static String last(int i) {
    return LAST[i / 2 % LAST.length];
  }

  private MemberFacts randomFacts() {
    List<ToggleChange> toggle =
        random.nextInt(4) == 0
            ? List.of(new ToggleChange(false, Instant.parse("2025-11-15T00:00:00Z")))
            : List.of();
    List<Notice> notices =
        random.nextInt(8) == 0
            ? List.of()
            : List.of(new Notice(Instant.parse("2025-09-18T00:00:00Z")));
    return new MemberFacts(
        List.of(
            new Residence(
                random.nextBoolean() ? "DE" : "US", Instant.parse("2010-01-01T00:00:00Z"))),
        Optional.of(LocalDate.of(random.nextInt(10) == 0 ? 2015 : 1985, 5, 5)),
        toggle,
        List.of(),
        notices,
        Optional.empty());
  }

  Program program() {
    return Program.shipped(program).orElseThrow();
  }

  Instant now() {
    return now;
  }

  Set<String> objectors() {
    return objectors;
  }

  /// Changes facts, records, objectors, the program or the instant at random; returns whose records
  /// have changed.
  Optional<MemberId> change() {
    MemberId member = anyone();
    switch (random.nextInt(10)) {
      case 0 -> now = now.plus(Duration.ofDays(random.nextInt(-20, 40)));
      case 1 -> program = program.equals(OTHER) ? USUAL : OTHER;
      case 2 -> {
        String name = first(random.nextInt(size)) + " " + last(random.nextInt(size));
        if (!objectors.remove(name)) {
          objectors.add(name);
        }
      }
      case 3, 4, 5 -> facts.put(member, withBirthDateOf(facts.get(member), randomFacts()));
      default -> {
        post(member);
        if (random.nextInt(3) == 0) {
          connect(member, random.nextInt(size + 3));
        }
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  void post(MemberId member) {
    int number = recordsOf(member).size();
    String name = LAST[number % LAST.length];
    post(member, number, "something new with %s, %s".formatted(name, words(6)));
  }

  /// Of minors less is stored; a member does not grow younger.
  private static MemberFacts withBirthDateOf(MemberFacts before, MemberFacts now) {
    return new MemberFacts(
        now.countries(),
        before.birthDate(),
        now.toggle(),
        now.objections(),
        now.notices(),
        now.closedAt());
  }

  private void fill(int i) {
    MemberId holder = id(i);
    add(holder, Category.PROFILE_NAME, name(i), Optional.of(holder), List.of());
    for (int tie = 0; tie < 4; tie++) {
      int other = random.nextInt(size + 3);
      connect(holder, other);
      post(
          holder,
          tie,
          "%s %s and I: %s, mail me at %s@x.org"
              .formatted(first(other), last(other), words(6), holder));
      post(holder, tie + 10, "with https://www.linkedin.com/in/%s today".formatted(id(other)));
      if (other < size) {
        post(holder, tie + 20, "Sharing this again: " + texts.get(other));
      }
      recommend(holder, other);
    }
    post(holder, 99, texts.get(i));
    add(
        holder,
        Category.PRIVATE_MESSAGE,
        Map.of(Fields.TEXT, "a secret"),
        Optional.of(holder),
        List.of());
    add(
        holder,
        Category.PROFILE_POSITION,
        Map.of(Fields.TITLE, "Welder", Fields.COMPANY, last(i) + " & Co"),
        Optional.of(holder),
        List.of());
  }

  private void connect(MemberId holder, int other) {
    Map<String, String> connection = new TreeMap<>(name(other));
    connection.put(Fields.PERSON, id(other).value());
    add(holder, Category.CONTACT_CONNECTION, connection, Optional.of(holder), List.of(id(other)));
  }

  private void recommend(MemberId holder, int other) {
    Map<String, String> fields = new TreeMap<>(name(other));
    fields.put(Fields.TEXT, first(other) + " is the best welder I know");
    MemberId byName = MemberId.ofName(first(other) + " " + last(other));
    add(holder, Category.PROFILE_RECOMMENDATION, fields, Optional.of(holder), List.of(byName));
    add(holder, Category.PROFILE_RECOMMENDATION, fields, Optional.of(byName), List.of(holder));
  }

  private static Map<String, String> name(int i) {
    return Map.of(Fields.FIRST_NAME, first(i), Fields.LAST_NAME, last(i));
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    random.ints(count, 0, WORDS.length).forEach(w -> text.append(WORDS[w]).append(' '));
    return text.toString().strip();
  }

  private void post(MemberId holder, int number, String text) {
    add(
        holder,
        Category.CONTENT_POST,
        Map.of(Fields.TEXT, text, "number", "" + number),
        Optional.of(holder),
        List.of());
  }

  private void add(
      MemberId holder,
      Category category,
      Map<String, String> fields,
      Optional<MemberId> author,
      List<MemberId> about) {
    List<MemberRecord> own = java.util.Objects.requireNonNull(records.get(holder));
    int number = own.size();
    own.add(
        new MemberRecord(
            new RecordId("%016x%016x".formatted((long) holder.hashCode(), number)),
            holder,
            author,
            about,
            List.of(),
            category,
            Optional.of(
                new Moment(
                    Instant.parse("2025-12-01T10:00:00Z"),
                    Moment.Precision.SECOND,
                    Moment.Zone.UTC,
                    "x")),
            new TreeMap<>(fields),
            new Source("linkedin", category.code(), number)));
  }
}
