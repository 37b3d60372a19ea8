package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Decision;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One line of a scenario table; see `scenarios/README.md`.
record Scenario(
    String name,
    Instant at,
    Use use,
    RecordFacts record,
    Map<MemberId, MemberFacts> members,
    String answer)
    implements MemberFactSource {
  private static final MemberId AUTHOR = new MemberId("author");
  private static final Instant EARLY = Instant.parse("2012-01-01T00:00:00Z");
  private static final LocalDate ADULT = LocalDate.parse("1990-05-01");

  static Scenario parse(String line) {
    List<String> columns = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (columns.size() != 7) {
      throw new IllegalArgumentException(
          "7 columns expected, found " + columns.size() + ": " + line);
    }
    Map<MemberId, MemberFacts> members = new HashMap<>();
    String author = columns.get(4);
    if (!author.equals("nobody") && !author.equals("stranger")) {
      members.put(AUTHOR, member(words(author)));
    }
    for (String other : columns.get(5).split(";", -1)) {
      if (!other.isBlank()) {
        String[] sides = other.split("=", 2);
        members.put(new MemberId(sides[0].strip()), member(words(sides[1].strip())));
      }
    }
    Optional<MemberId> writer = author.equals("nobody") ? Optional.empty() : Optional.of(AUTHOR);
    return new Scenario(
        columns.get(0),
        instant(columns.get(1)),
        use(words(columns.get(2))),
        record(writer, words(columns.get(3))),
        members,
        columns.get(6));
  }

  private static Deque<String> words(String text) {
    return new ArrayDeque<>(Arrays.asList(text.split("\\s+", -1)));
  }

  private static Instant instant(String text) {
    String[] parts = text.split("\\s+", -1);
    String day = parts[0];
    Instant instant = Instant.parse(day.length() == 10 ? day + "T00:00:00Z" : day);
    return parts.length == 1
        ? instant
        : instant.plusMillis(Long.parseLong(parts[1].replace("ms", "").replace("+", "")));
  }

  private static Use use(Deque<String> words) {
    Purpose purpose =
        switch (words.remove()) {
          case "writing" -> Purpose.CONTENT_GENERATION;
          case "matching" -> Purpose.OTHER_ML;
          default -> throw new IllegalArgumentException("writing or matching");
        };
    String recipient = words.isEmpty() ? "controller" : words.remove();
    return new Use(purpose, Recipient.of(recipient).orElseThrow());
  }

  private static RecordFacts record(Optional<MemberId> author, Deque<String> words) {
    Category category = Category.of(words.remove()).orElseThrow();
    Optional<Instant> created = Optional.empty();
    Optional<Instant> deleted = Optional.empty();
    List<MemberId> about = new ArrayList<>();
    List<MemberId> mentions = new ArrayList<>();
    while (!words.isEmpty()) {
      String word = words.remove();
      switch (word) {
        case "about" -> about.add(new MemberId(words.remove()));
        case "mentions" -> mentions.add(new MemberId(words.remove()));
        case "deleted" -> deleted = Optional.of(instant(words.remove()));
        default -> created = Optional.of(instant(word));
      }
    }
    return new RecordFacts(category, created, author, about, mentions, deleted);
  }

  private static MemberFacts member(Deque<String> words) {
    List<Residence> countries = new ArrayList<>();
    Optional<LocalDate> born = Optional.empty();
    List<ToggleChange> toggle = new ArrayList<>();
    List<Objection> objections = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    Optional<Instant> closed = Optional.empty();
    while (!words.isEmpty()) {
      String word = words.remove();
      switch (word) {
        case "adult" -> born = Optional.of(ADULT);
        case "born" -> born = Optional.of(LocalDate.parse(words.remove()));
        case "told" -> notices.add(new Notice(instant(words.remove())));
        case "on", "off" ->
            toggle.add(new ToggleChange(word.equals("on"), instant(words.remove())));
        case "partners-on", "partners-off" ->
            toggle.add(
                new ToggleChange(
                    word.equals("partners-on"), instant(words.remove()), Switch.PARTNERS));
        case "objects" -> objections.add(objection(words));
        case "closed" -> closed = Optional.of(instant(words.remove()));
        default -> countries.add(residence(word, words));
      }
    }
    return new MemberFacts(countries, born, toggle, objections, notices, closed);
  }

  private static Residence residence(String country, Deque<String> words) {
    if (!"from".equals(words.peek())) {
      return new Residence(country, EARLY);
    }
    words.remove();
    return new Residence(country, instant(words.remove()));
  }

  private static Objection objection(Deque<String> words) {
    Set<Control> covers =
        Arrays.stream(words.remove().split(",", -1))
            .map(code -> Control.of(code).orElseThrow())
            .collect(Collectors.toSet());
    Instant filed = instant(words.remove());
    Set<String> outcomes = Set.of("granted", "refused", "withdrawn");
    if (words.isEmpty() || !outcomes.contains(words.peek())) {
      return new Objection(filed, Optional.empty(), Objection.State.PENDING, covers);
    }
    var state = Objection.State.valueOf(words.remove().toUpperCase(java.util.Locale.ROOT));
    return new Objection(filed, Optional.of(instant(words.remove())), state, covers);
  }

  @Override
  public Optional<MemberFacts> factsOf(MemberId member) {
    return Optional.ofNullable(members.get(member));
  }

  /// The answer in the words of the table, with the clause where the table gives one.
  String inWords(Decision decision) {
    var words = new StringBuilder(Cases.outcome(decision));
    decision.redact().forEach(member -> words.append(" redact ").append(member));
    if (answer.contains("(")) {
      words.append(" (").append(decision.clause()).append(')');
    }
    return words.toString();
  }

  Set<String> reasonNamed() {
    return new TreeSet<>(Set.of(answer.split("\\s+", 2)[0]));
  }

  @Override
  public String toString() {
    return name;
  }
}
