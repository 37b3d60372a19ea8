package dev.demur.archive.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// A hundred members who mostly know each other, and a few people they know who are no members.
///
/// Most of them set out in one of three occupations, so that what an occupation has in common can
/// be learnt from a few hundred members; the others have any.
///
/// People are numbered `community * 128 + place`. No two people of a community have the same full
/// name.
///
/// @param people members first
/// @param hub the member who knows the most people, here and elsewhere
record Community(int number, List<Person> people, Person hub) {
  static final int MEMBERS = 100;
  static final int STRANGERS = 14;
  private static final int SPACE = 128;

  static Community draw(int number, People people) {
    var names = new HashSet<String>();
    var drawn = new ArrayList<Person>();
    List<Occupation> trades = people.trades(number);
    for (int place = 0; place < MEMBERS + STRANGERS; place++) {
      drawn.add(people.person(number * SPACE + place, place < MEMBERS, trades, names));
    }
    Person hub =
        drawn.stream()
            .filter(p -> p.member() && !p.isMinor())
            .max(Comparator.comparingDouble(p -> p.habits().sociability()))
            .orElseThrow();
    return new Community(number, List.copyOf(drawn), hub);
  }

  static int of(Person person) {
    return person.number() / SPACE;
  }

  /// The community of the member with this index, counted from 0 over the whole network.
  static int ofMember(int index) {
    return index / MEMBERS;
  }

  Person member(int index) {
    return people.get(index % MEMBERS);
  }

  List<Person> strangers() {
    return people.subList(MEMBERS, people.size());
  }
}
