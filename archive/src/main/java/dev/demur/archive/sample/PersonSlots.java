package dev.demur.archive.sample;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the named places of a template stand for when one person writes about their own work.
///
/// Made afresh for each text, so that no skill, task or lesson comes twice in one text before all
/// have come once.
final class PersonSlots implements Grammar.Slots {
  private final Person person;
  private final Field field;
  private final Optional<Mentioned> peer;
  private final Optional<String> maxim;
  private final Bag<String> skills;
  private final Bag<String> tasks;
  private final Bag<String> results;
  private final Bag<String> lessons;
  private final Bag<String> questions;

  /// @param peer whom the text mentions
  /// @param maxim the saying that `{maxim}` stands for
  PersonSlots(
      Person person, Field field, Optional<Mentioned> peer, Optional<String> maxim, Draw draw) {
    this.person = person;
    this.field = field;
    this.peer = peer;
    this.maxim = maxim;
    Occupation work = person.occupation();
    this.skills = new Bag<>(person.career().skills(), draw, "skills");
    this.tasks = new Bag<>(work.tasks(), draw, "tasks");
    this.results = new Bag<>(work.results(), draw, "results");
    boolean own = draw.child("whose").chance(0.7);
    this.lessons = new Bag<>(own ? work.lessons() : field.lessons(), draw, "lessons");
    this.questions = new Bag<>(work.questions(), draw, "questions");
  }

  @Override
  public boolean fill(String name, Draw draw, Passage out) {
    if (name.equals("peermaxim") && peer.isPresent()) {
      out.plant("quote", peer.get().maxim(), Optional.of(peer.get().person().id()));
      return true;
    }
    if (name.startsWith("peer")) {
      return peer.map(named -> mention(name, named.person(), draw, out)).orElse(false);
    }
    if (name.equals("maxim") && maxim.isPresent()) {
      out.add(maxim.get());
      return true;
    }
    if (Plants.isKind(name)) {
      out.plant(name, Plants.value(name, person, draw));
      return true;
    }
    String text = text(name, draw);
    if (text == null) {
      return false;
    }
    out.add(text);
    return true;
  }

  private @org.jspecify.annotations.Nullable String text(String name, Draw draw) {
    Occupation work = person.occupation();
    Career career = person.career();
    return switch (name) {
      case "first" -> person.name().given();
      case "name" -> person.name().full();
      case "title" -> career.title();
      case "employer" -> career.employer();
      case "city" -> person.home().city().name();
      case "country" -> person.home().country().name();
      case "called" -> work.called();
      case "worker" -> work.worker();
      case "unit" -> work.unit();
      case "place" -> work.place();
      case "event" -> work.event();
      case "tool" -> work.tool();
      case "field" -> field.name().toLowerCase(Locale.ROOT);
      case "years" -> years(career.years());
      case "motto" -> draw.pickEarly(work.mottoes());
      case "pitch" -> draw.pickEarly(work.pitches());
      case "otherpitch" -> work.pitches().getLast();
      case "skill" -> skills.next();
      case "task" -> tasks.next();
      case "tasking" -> Verbs.ing(tasks.next());
      case "tasked" -> Verbs.past(tasks.next());
      case "tasks" -> Verbs.third(tasks.next());
      case "result" -> Grammar.numbers(results.next(), draw);
      case "lesson" -> lessons.next();
      case "question" -> questions.next();
      case "school" -> career.studies().getFirst().school();
      case "degree" -> degree(career);
      case "cert" -> draw.pick(work.certificates());
      case "hashtag" -> draw.pick(field.hashtags());
      case "oldtitle" -> career.jobs().isEmpty() ? "Student" : career.jobs().getLast().title();
      case "oldemployer" -> oldEmployer(career);
      case "project" -> draw.pick(Plants.PROJECTS);
      case "month" ->
          java.time.Month.of(draw.between(1, 12)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "weekday" ->
          java.time.DayOfWeek.of(draw.between(1, 5)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      default -> null;
    };
  }

  private static String years(int years) {
    List<String> words =
        List.of(
            "a few months",
            "one year",
            "two years",
            "three years",
            "four years",
            "five years",
            "six years",
            "seven years",
            "eight years",
            "nine years",
            "ten years",
            "eleven years",
            "twelve years");
    return years < words.size() ? words.get(years) : years + " years";
  }

  private static String degree(Career career) {
    return career.studies().stream()
        .map(Study::degree)
        .filter(degree -> !degree.isEmpty())
        .findFirst()
        .orElse("school");
  }

  private static String oldEmployer(Career career) {
    return career.jobs().isEmpty()
        ? career.studies().getLast().school()
        : career.jobs().getLast().employer();
  }

  private static boolean mention(String name, Person peer, Draw draw, Passage out) {
    Optional<String> id = Optional.of(peer.id());
    switch (name) {
      case "peer" -> full(peer, draw, out);
      case "peerfirst" -> out.plant("person.first-name", peer.name().given(), id);
      case "peertitle" -> out.add(peer.career().title());
      case "peeremployer" -> out.add(peer.career().employer());
      case "peercalled" -> out.add(peer.occupation().called());
      case "peerskill" -> out.add(draw.pick(peer.career().skills()));
      case "peertasking" -> out.add(Verbs.ing(draw.pick(peer.occupation().tasks())));
      case "peertasks" -> out.add(Verbs.third(draw.pick(peer.occupation().tasks())));
      case "peerunit" -> out.add(peer.occupation().unit());
      case "peertool" -> out.add(peer.occupation().tool());
      case "peerplace" -> out.add(peer.occupation().place());
      case "peerevent" -> out.add(peer.occupation().event());
      default -> {
        return pronouns(name, peer, out);
      }
    }
    return true;
  }

  private static boolean pronouns(String name, Person peer, Passage out) {
    switch (name) {
      case "peershe" -> out.add(pronoun(peer, "she", "he", "they"));
      case "peerher" -> out.add(pronoun(peer, "her", "him", "them"));
      case "peerhers" -> out.add(pronoun(peer, "her", "his", "their"));
      case "peeris" -> out.add(pronoun(peer, "is", "is", "are"));
      case "peerhas" -> out.add(pronoun(peer, "has", "has", "have"));
      case "peerwas" -> out.add(pronoun(peer, "was", "was", "were"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String pronoun(Person peer, String she, String he, String they) {
    return switch (peer.gender()) {
      case SHE -> she;
      case HE -> he;
      case THEY -> they;
    };
  }

  private static void full(Person peer, Draw draw, Passage out) {
    Optional<String> id = Optional.of(peer.id());
    int roll = draw.below(100);
    out.add(roll < 8 ? "@" : "").plant("person", peer.name().full(), id);
    if (roll >= 88) {
      out.add(" (").plant("person.url", peer.name().url(), id).add(")");
    }
  }
}
