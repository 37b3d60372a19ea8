package dev.demur.archive.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Everything decided about a person before a word of theirs is written.
///
/// @param number the person's place in the network, see [Community]
/// @param member whether the person has an archive; people without one are strangers to everybody
///   who only has the archives
/// @param born the true date, which the platform may not know
/// @param registered when the account was made
/// @param draw the root of every further choice about this person
record Person(
    int number,
    boolean member,
    Name name,
    Gender gender,
    Home home,
    Career career,
    Habits habits,
    LocalDate born,
    Instant registered,
    Draw draw) {

  /// Which pronouns others use.
  enum Gender {
    SHE,
    HE,
    THEY
  }

  String id() {
    return name.slug();
  }

  Occupation occupation() {
    return career.occupation();
  }

  int ageOn(LocalDate day) {
    return Math.toIntExact(ChronoUnit.YEARS.between(born, day));
  }

  boolean isMinor() {
    return ageOn(Timeline.DAY) < 18;
  }

  String email() {
    String host = draw.child("email").pick("example.com", "example.org", "example.net");
    return Name.plain(name.given()) + "." + Name.plain(name.family()) + "@" + host;
  }

  LocalDate registeredOn() {
    return Timeline.dayOf(registered);
  }

  @Override
  public String toString() {
    return "Person[" + number + "]";
  }
}
