package dev.demur.archive.sample;

import java.util.List;

/// Everything that the tables of one member's archive are written from.
record Scene(
    Person person,
    Catalogue catalogue,
    Network network,
    Texts texts,
    Posts posts,
    boolean canaries) {

  List<Tie> ties() {
    return network.ties(person);
  }

  Draw draw(String label, long... numbers) {
    return person.draw().child(label, numbers);
  }

  /// A phrase to plant in this member's data of one kind, with a space before it; nothing when
  /// canaries are off.
  Passage canary(String kind) {
    return canary(kind, person.draw());
  }

  /// The same for data that two archives share.
  Passage canary(String kind, Draw shared) {
    var passage = new Passage();
    if (canaries) {
      passage.add(" ").plant("canary." + kind, Canaries.phrase(shared.child("canary." + kind)));
    }
    return passage;
  }

  /// The name of an account-specific file.
  String numbered(String base) {
    return base + "_" + person.name().number() + ".csv";
  }
}
