package dev.demur.archive.sample;

import java.time.LocalDate;

/// A connection between two people, seen from one of them.
///
/// @param draw the root of every choice about the pair, the same from both sides
record Tie(Person self, Person other, LocalDate since, Draw draw) {

  /// Whether the one this tie is seen from has the lower number: tells the sides apart.
  boolean isFirst() {
    return self.number() < other.number();
  }

  /// The choices about what `self` does to `other`, apart from what `other` does to `self`.
  Draw outward(String label) {
    return draw.child(label, isFirst() ? 0 : 1);
  }

  /// The choices about what `other` does to `self`.
  Draw inward(String label) {
    return draw.child(label, isFirst() ? 1 : 0);
  }

  Tie reversed() {
    return new Tie(other, self, since, draw);
  }
}
