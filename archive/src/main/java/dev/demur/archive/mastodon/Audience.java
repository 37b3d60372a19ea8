package dev.demur.archive.mastodon;

import dev.demur.archive.json.Json;
import java.util.Set;
import java.util.stream.Collectors;

/// Who can see an activity.
enum Audience {
  PUBLIC("public"),
  UNLISTED("unlisted"),
  FOLLOWERS("followers"),
  /// Those whom it is addressed to, and nobody else.
  NAMED("named");

  private static final Set<String> EVERYBODY =
      Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /// By its addressees; followers' collections end in `/followers` on every server known.
  static Audience of(Json activity) {
    Set<String> to = addressees(activity.at("to"));
    Set<String> copied = addressees(activity.at("cc"));
    if (to.stream().anyMatch(EVERYBODY::contains)) {
      return PUBLIC;
    }
    if (copied.stream().anyMatch(EVERYBODY::contains)) {
      return UNLISTED;
    }
    boolean followers =
        to.stream().anyMatch(Audience::areFollowers)
            || copied.stream().anyMatch(Audience::areFollowers);
    return followers ? FOLLOWERS : NAMED;
  }

  /// The stricter of two.
  Audience and(Audience other) {
    return compareTo(other) >= 0 ? this : other;
  }

  private static boolean areFollowers(String address) {
    return address.endsWith("/followers");
  }

  private static Set<String> addressees(Json list) {
    return list.items().stream().flatMap(a -> a.text().stream()).collect(Collectors.toSet());
  }
}
