package dev.demur.archive.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who exists and who knows whom, drawn when asked for.
///
/// Within a community two people are connected with a probability that grows with the sociability
/// of both, which gives a heavy-tailed number of connections. Across communities the hub of each is
/// known to some members of the neighbouring ones. Everybody knows one other person at least. Keeps
/// the last communities it was asked for, and no more, so its memory does not grow with the
/// network. Not thread-safe.
final class Network {
  private static final int NEIGHBOURHOOD = 12;
  private static final int KEPT_COMMUNITIES = 2 * NEIGHBOURHOOD;
  private static final int KEPT_TIES = 2_048;
  private static final double DENSITY = 0.085;

  private final Draw root;
  private final People people;
  private final Map<Integer, Community> communities = Recent.map(KEPT_COMMUNITIES);
  private final Map<Integer, List<Tie>> ties = Recent.map(KEPT_TIES);

  Network(Catalogue catalogue, long seed) {
    this.root = Draw.of(seed);
    this.people = new People(catalogue, root);
  }

  /// The member with this index, counted from 0.
  Person member(int index) {
    return community(Community.ofMember(index)).member(index);
  }

  Community community(int number) {
    Community known = communities.get(number);
    if (known == null) {
      known = Community.draw(number, people);
      communities.put(number, known);
    }
    return known;
  }

  Community communityOf(Person person) {
    return community(Community.of(person));
  }

  /// The connections of one person, in the order of the others' numbers.
  List<Tie> ties(Person person) {
    List<Tie> known = ties.get(person.number());
    if (known == null) {
      known = drawTies(person);
      ties.put(person.number(), known);
    }
    return known;
  }

  private List<Tie> drawTies(Person person) {
    var drawn = new ArrayList<Tie>();
    Community own = communityOf(person);
    int first = own.number() - own.number() % NEIGHBOURHOOD;
    for (int number = first; number < first + NEIGHBOURHOOD; number++) {
      Community there = community(number);
      if (number == own.number()) {
        addLocal(person, there, drawn);
      } else if (person.equals(own.hub())) {
        there.people().stream().filter(Person::member).forEach(p -> addDistant(person, p, drawn));
      } else if (person.member()) {
        addDistant(person, there.hub(), drawn);
      }
    }
    return List.copyOf(drawn);
  }

  private void addLocal(Person person, Community there, List<Tie> drawn) {
    for (Person other : there.people()) {
      boolean strangers = !person.member() && !other.member();
      if (other.number() != person.number() && !strangers) {
        double likely = DENSITY * weight(person) * weight(other) * kinship(person, other);
        boolean partners = person.number() / 2 == other.number() / 2;
        add(person, other, partners ? 1 : Math.min(0.9, likely), drawn);
      }
    }
  }

  private void addDistant(Person person, Person other, List<Tie> drawn) {
    add(person, other, Math.min(0.5, 0.02 * weight(person) * weight(other)), drawn);
  }

  private static double weight(Person person) {
    return person.isMinor()
        ? Math.min(1, person.habits().sociability())
        : person.habits().sociability();
  }

  private static double kinship(Person person, Person other) {
    double kinship = 0.8;
    if (person.occupation().fieldName().equals(other.occupation().fieldName())) {
      kinship += 0.8;
    }
    if (person.home().country().equals(other.home().country())) {
      kinship += 0.4;
    }
    return kinship;
  }

  private void add(Person person, Person other, double probability, List<Tie> drawn) {
    int low = Math.min(person.number(), other.number());
    int high = Math.max(person.number(), other.number());
    Draw pair = root.child("pair", low, high);
    if (pair.chance(probability)) {
      LocalDate later = later(person.registeredOn(), other.registeredOn()).plusDays(1);
      long since = pair.between(later.toEpochDay(), Timeline.DAY.minusDays(2).toEpochDay());
      drawn.add(new Tie(person, other, LocalDate.ofEpochDay(since), pair));
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
