package dev.demur.archive.mastodon;

import dev.demur.archive.json.Json;
import dev.demur.archive.text.Persons;
import dev.demur.model.MemberId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Accounts of the fediverse, as `name@server`.
///
/// @param uri the address that stands for the account in activities; empty when unknown
record Actor(String uri, Optional<MemberId> id) {
  /// An address of the common form, whose server needs no further parsing.
  private static final Pattern PLAIN =
      Pattern.compile("https://((?:[a-z0-9]+(?:-+[a-z0-9]+)*\\.)+[a-z]{2,24})/[\\w@./-]*$");

  static final Actor UNKNOWN = new Actor("", Optional.empty());

  static Actor of(Json actor) {
    String uri = actor.text("id").orElse("");
    Optional<MemberId> id =
        server(uri)
            .flatMap(host ->
                actor.text("preferredUsername").flatMap(n -> Persons.byHandle(n + "@" + host)));
    return new Actor(uri, id.or(() -> byUri(uri)));
  }

  boolean isSelf(String other) {
    return !uri.isEmpty() && uri.equals(other);
  }

  /// The account behind an address such as `https://server/users/name/statuses/1` or
  /// `https://server/@name`; where its form tells nothing, the address itself.
  static Optional<MemberId> byUri(String uri) {
    Optional<String> server = server(uri);
    if (server.isEmpty()) {
      return Optional.empty();
    }
    String path = uri.substring(uri.indexOf(server.get()) + server.get().length());
    String[] parts = path.split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      boolean named = parts[i - 1].equals("users") && !parts[i].isEmpty();
      if (named || (parts[i].startsWith("@") && parts[i].length() > 1)) {
        String name = withoutAt(parts[i]);
        return Persons.byHandle(name.contains("@") ? name : name + "@" + server.get());
      }
    }
    return Optional.empty();
  }

  /// The account of a mention: its name, completed by the server of its address.
  static Optional<MemberId> mentioned(Json tag) {
    String name = withoutAt(tag.text("name").orElse(""));
    if (name.contains("@")) {
      return Persons.byHandle(name);
    }
    Optional<String> server = tag.text("href").flatMap(Actor::server);
    boolean known = server.isPresent() && !name.isEmpty();
    return known
        ? Persons.byHandle(name + "@" + server.get())
        : tag.text("href").flatMap(Actor::byUri);
  }

  private static String withoutAt(String name) {
    return name.startsWith("@") ? name.substring(1) : name;
  }

  private static Optional<String> server(String uri) {
    Matcher plain = PLAIN.matcher(uri);
    if (plain.lookingAt()) {
      return Optional.of(plain.group(1));
    }
    try {
      return Optional.ofNullable(URI.create(uri).getHost()).map(h -> h.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
