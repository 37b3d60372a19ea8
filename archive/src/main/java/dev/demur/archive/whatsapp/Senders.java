package dev.demur.archive.whatsapp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tells where a sender's name ends, also when it holds a colon.
///
/// A name with a colon in it is one that, in several lines and in every one, goes on to the same
/// second colon.
final class Senders {
  private static final int MAX_NAMES = 10_000;
  private static final int MAX_SECOND = 40;
  private static final int ENOUGH = 3;

  private final Map<String, Longer> longer = new HashMap<>();

  private static final class Longer {
    private final String name;
    private int count;
    private boolean always = true;

    Longer(String name) {
      this.name = name;
    }

    boolean isAName() {
      return always && count >= ENOUGH && !name.isEmpty();
    }
  }

  void see(String rest) {
    Optional<String> first = Line.firstName(rest);
    if (first.isPresent() && (longer.size() < MAX_NAMES || longer.containsKey(first.get()))) {
      String name = second(rest, first.get());
      Longer found = longer.computeIfAbsent(first.get(), k -> new Longer(name));
      found.count++;
      found.always &= found.name.equals(name);
    }
  }

  /// The text up to the second colon; empty when there is none nearby.
  private static String second(String rest, String first) {
    int from = first.length() + 2;
    int colon = rest.indexOf(": ", from);
    return colon < 0 || colon - from > MAX_SECOND ? "" : rest.substring(0, colon);
  }

  Optional<String> of(String rest) {
    Optional<String> first = Line.firstName(rest);
    return first.map(name -> {
      Longer found = longer.get(name);
      return found != null && found.isAName() && rest.startsWith(found.name + ": ")
          ? found.name
          : name;
    });
  }
}
