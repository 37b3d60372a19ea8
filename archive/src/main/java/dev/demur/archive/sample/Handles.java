package dev.demur.archive.sample;

import java.util.Locale;

/// What people are called on the networks that have handles.
final class Handles {
  /// The server of every Mastodon account of the sample.
  static final String SERVER = "social.example";

  private static final long X_ACCOUNTS = 1_400_000_000_000_000_000L;

  private Handles() {}

  /// A handle of letters, digits and underscores.
  static String handle(Person person) {
    return person.id().replace('-', '_').toLowerCase(Locale.ROOT);
  }

  /// The number of an account at X.
  static String account(Person person) {
    return Long.toString(X_ACCOUNTS + person.name().number());
  }

  static String fediverse(Person person) {
    return handle(person) + "@" + SERVER;
  }

  static String actor(Person person) {
    return "https://" + SERVER + "/users/" + handle(person);
  }
}
