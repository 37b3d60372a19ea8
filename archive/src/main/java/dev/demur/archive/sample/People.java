package dev.demur.archive.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Draws people.
final class People {
  private static final double MINORS = 0.05;
  private static final double AWAY = 0.15;
  private static final double OTHER_TRADE = 0.15;
  private static final int TRADES = 3;
  private static final int SUFFIX_SPACE = 1 << 30;

  private final Catalogue catalogue;
  private final Draw root;
  private final Careers careers;
  private final List<Country> countryDraw;
  private final List<Occupation> occupationDraw;
  private final long shift;

  People(Catalogue catalogue, Draw root) {
    this.catalogue = catalogue;
    this.root = root;
    this.careers = new Careers(catalogue);
    this.countryDraw =
        catalogue.countries().stream()
            .flatMap(c -> java.util.Collections.nCopies(c.weight(), c).stream())
            .toList();
    this.occupationDraw =
        catalogue.occupations().stream()
            .flatMap(o -> java.util.Collections.nCopies(o.weight(), o).stream())
            .toList();
    this.shift = root.child("suffix").bits();
  }

  /// The occupations that most of a community have.
  List<Occupation> trades(int community) {
    Draw draw = root.child("trades", community);
    var trades = new java.util.LinkedHashSet<Occupation>();
    while (trades.size() < TRADES) {
      trades.add(draw.pick(occupationDraw));
    }
    return List.copyOf(trades);
  }

  /// The person with this number, whose full name is none of `taken`.
  ///
  /// @param trades the occupations that most people around have
  Person person(int number, boolean member, List<Occupation> trades, Set<String> taken) {
    Draw draw = root.child("person", number);
    Draw basics = draw.child("basics");
    Country country = basics.pick(countryDraw);
    Home home = home(country, draw.child("home"));
    LocalDate born = born(basics);
    Occupation occupation =
        basics.chance(OTHER_TRADE) ? basics.pick(occupationDraw) : basics.pick(trades);
    Career career = careers.of(occupation, born, home, draw.child("career"));
    Person.Gender gender = gender(basics);
    Name name = name(number, gender, country, taken, draw.child("name"));
    return new Person(
        number,
        member,
        name,
        gender,
        home,
        career,
        habits(home, draw.child("habits")),
        born,
        registered(born, draw.child("registered")),
        draw);
  }

  private static Person.Gender gender(Draw draw) {
    int roll = draw.below(100);
    return roll < 49 ? Person.Gender.SHE : roll < 97 ? Person.Gender.HE : Person.Gender.THEY;
  }

  private static LocalDate born(Draw draw) {
    long oldest;
    long youngest;
    if (draw.chance(MINORS)) {
      oldest = Timeline.DAY.minusYears(18).plusDays(1).toEpochDay();
      youngest = Timeline.DAY.minusYears(13).toEpochDay();
      return LocalDate.ofEpochDay(draw.between(oldest, youngest));
    }
    int age = Math.max(draw.between(18, 64), draw.between(18, 64));
    int milder = (age + draw.between(18, 50)) / 2;
    oldest = Timeline.DAY.minusYears(milder + 1L).plusDays(1).toEpochDay();
    youngest = Timeline.DAY.minusYears(milder).toEpochDay();
    return LocalDate.ofEpochDay(draw.between(oldest, youngest));
  }

  private static Home home(Country country, Draw draw) {
    String street = draw.pick(country.streets());
    int house = draw.between(1, 180);
    boolean numberFirst = "en fr".contains(country.language());
    return new Home(
        country,
        draw.pick(country.cities()),
        numberFirst ? house + " " + street : street + " " + house,
        Postcodes.draw(country, draw));
  }

  private Name name(
      int number, Person.Gender gender, Country country, Set<String> taken, Draw draw) {
    while (true) {
      Country roots = draw.chance(AWAY) ? draw.pick(catalogue.countries()) : country;
      boolean female =
          gender == Person.Gender.SHE || (gender == Person.Gender.THEY && draw.chance(0.5));
      String given = draw.pick(female ? roots.female() : roots.male());
      String family = draw.pick(roots.family());
      if (draw.chance(0.03)) {
        family = family + "-" + draw.pick(country.family());
      }
      if (taken.add(given + " " + family)) {
        return Name.of(given, family, suffix(number), 100_000_000L + scattered(number, 7));
      }
    }
  }

  private String suffix(int number) {
    return String.format(java.util.Locale.ROOT, "%6s", Long.toString(scattered(number, 3), 36))
        .replace(' ', '0');
  }

  /// A number below 2^30 that no other person has: an odd factor and a shift permute the space.
  private long scattered(int number, int lane) {
    long factor = Draw.mix(lane) | 1;
    return (number * factor + (shift >>> lane)) & (SUFFIX_SPACE - 1);
  }

  private static Instant registered(LocalDate born, Draw draw) {
    LocalDate first = born.plusYears(born.isAfter(Timeline.DAY.minusYears(18)) ? 13 : 17);
    LocalDate from = first.isBefore(Timeline.FIRST) ? Timeline.FIRST : first;
    LocalDate last = Timeline.DAY.minusMonths(4);
    return Timeline.moment(draw, from.isAfter(last) ? last : from, last);
  }

  private static Habits habits(Home home, Draw draw) {
    String language = language(home);
    double sociability = Math.min(6, draw.pareto(0.4, 1.3));
    boolean silent = draw.chance(0.22);
    int posts = silent ? 0 : (int) Math.min(40, 1 + draw.pareto(3, 1.05));
    double nativeShare = language.equals("en") || draw.chance(0.45) ? 0 : 0.2 + 0.7 * draw.unit();
    return new Habits(draw.pick(Habits.Tone.values()), language, nativeShare, sociability, posts);
  }

  private static String language(Home home) {
    return switch (home.city().name()) {
      case "Lausanne", "Geneva", "Montréal" -> "fr";
      default -> home.country().language();
    };
  }
}
