package dev.demur.archive.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people write about themselves and to each other, by the grammars.
///
/// Each text is a function of who writes it, to whom, and a label: whoever needs a text again, to
/// quote or to answer it, asks again.
final class Texts {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl");
  private static final int KEPT_MAXIMS = 4_096;

  private final Catalogue catalogue;
  private final Network network;
  private final Map<String, Grammar> grammars = new HashMap<>();
  private final Map<Integer, String> maxims = Recent.map(KEPT_MAXIMS);

  Texts(Catalogue catalogue, Network network) {
    this.catalogue = catalogue;
    this.network = network;
    for (String language : LANGUAGES) {
      Grammar grammar = Grammar.load(language);
      for (Field field : catalogue.fields()) {
        grammars.put(language + " " + field.id(), grammar.inField(field));
      }
    }
  }

  /// A person's own saying, always the same.
  String maxim(Person person) {
    return maxims.computeIfAbsent(person.number(), number -> drawMaxim(person));
  }

  private String drawMaxim(Person person) {
    Draw draw = person.draw().child("maxim");
    return english(person)
        .compose("maxim", slots(person, Optional.empty(), Optional.empty(), draw), draw)
        .toString();
  }

  String headline(Person person) {
    return alone(
            person, person.career().jobs().isEmpty() ? "headline.student" : "headline", "headline")
        .toString();
  }

  Passage about(Person person) {
    if (person.career().jobs().isEmpty()) {
      return alone(person, "about.student", "about");
    }
    Draw draw = person.draw().child("about");
    Grammar grammar = habitual(person, draw);
    return grammar.compose(
        "about", slots(person, Optional.empty(), Optional.of(maxim(person)), draw), draw);
  }

  /// What a person says about one of their jobs, as somebody in that job would.
  String position(Person person, Job job, int number) {
    Career then =
        new Career(
            job.occupation(),
            job.level(),
            List.of(job),
            person.career().studies(),
            job.occupation().skills());
    var speaker =
        new Person(
            person.number(),
            person.member(),
            person.name(),
            person.gender(),
            person.home(),
            then,
            person.habits(),
            person.born(),
            person.registered(),
            person.draw());
    Draw draw = person.draw().child("position", number);
    return english(person)
        .compose("position", slots(speaker, Optional.empty(), Optional.empty(), draw), draw)
        .toString();
  }

  /// A text that mentions nobody.
  Passage alone(Person person, String rule, String label) {
    Draw draw = person.draw().child(label);
    return english(person)
        .compose(rule, slots(person, Optional.empty(), Optional.of(maxim(person)), draw), draw);
  }

  /// A text that may mention one other person.
  Passage about(Person person, Person peer, String rule, Draw draw) {
    return about(person, peer, english(person), rule, draw);
  }

  Passage about(Person person, Person peer, Grammar grammar, String rule, Draw draw) {
    var mentioned = new Mentioned(peer, maxim(peer));
    return grammar.compose(
        rule, slots(person, Optional.of(mentioned), Optional.of(maxim(person)), draw), draw);
  }

  private PersonSlots slots(
      Person person, Optional<Mentioned> peer, Optional<String> maxim, Draw draw) {
    return new PersonSlots(
        person, catalogue.fieldOf(person.occupation()), peer, maxim, draw.child("bags"));
  }

  /// How a person writes English.
  Grammar english(Person person) {
    return grammar("en", person);
  }

  /// How a person writes a language.
  Grammar grammar(String language, Person person) {
    Field field = catalogue.fieldOf(person.occupation());
    Grammar found = grammars.get(language + " " + field.id());
    if (found == null) {
      throw new IllegalStateException("no grammar for language " + language);
    }
    return found;
  }

  /// How a person writes when they may choose: in their own language as often as is their habit,
  /// else in English.
  Grammar habitual(Person person, Draw draw) {
    boolean own = draw.chance(person.habits().nativeShare());
    return grammar(own ? person.habits().language() : "en", person);
  }

  /// How a person writes to somebody else: in the language both like to write in, if there is one.
  Grammar shared(Person person, Person other) {
    Habits habits = person.habits();
    boolean both =
        habits.nativeShare() > 0
            && other.habits().nativeShare() > 0
            && habits.language().equals(other.habits().language());
    return grammar(both ? habits.language() : "en", person);
  }

  /// Somebody to mention: mostly a connection, sometimes a person the author is not connected to.
  Person someone(Person person, Draw draw) {
    List<Tie> ties = network.ties(person);
    if (!ties.isEmpty() && draw.chance(0.88)) {
      return draw.pick(ties).other();
    }
    List<Person> around = network.communityOf(person).people();
    Person chosen = draw.pick(around);
    return chosen.number() == person.number() ? around.getLast() : chosen;
  }
}
