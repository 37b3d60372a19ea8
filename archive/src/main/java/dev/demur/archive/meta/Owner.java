package dev.demur.archive.meta;

import dev.demur.archive.json.Json;
import dev.demur.archive.text.Persons;
import dev.demur.model.MemberId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Whose archive it is, and by which names it calls its owner.
///
/// @param id the handle or number of the account
/// @param names every name the owner goes by
/// @param isPrivate whether only approved followers see the account
record Owner(Optional<MemberId> id, Set<MemberId> names, boolean isPrivate) {
  static final Owner UNKNOWN = new Owner(Optional.empty(), Set.of(), false);

  Owner {
    names = Set.copyOf(names);
  }

  /// From `profile_v2` of Facebook.
  Owner withFacebook(Json profile) {
    Optional<MemberId> slug =
        profile
            .text("username")
            .or(() -> profile.text("profile_uri").map(Owner::slug))
            .flatMap(Persons::byHandle);
    return new Owner(id.or(() -> slug), with(profile.text("name", "full_name")), isPrivate);
  }

  private static String slug(String uri) {
    int number = uri.indexOf("profile.php?id=");
    if (number >= 0) {
      return uri.substring(number + "profile.php?id=".length()).replaceFirst("[&#].*$", "");
    }
    String bare = uri.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  /// From `profile_user` of Instagram.
  Owner withInstagram(StringMap profile) {
    Optional<MemberId> handle = profile.get(StringMap.USERNAME).flatMap(Persons::byHandle);
    boolean closed =
        profile.get(StringMap.PRIVATE).filter(v -> v.equalsIgnoreCase("true")).isPresent();
    var own = new Owner(id.or(() -> handle), with(profile.get(StringMap.NAME)), closed);
    return new Owner(own.id(), own.with(profile.get(StringMap.USERNAME)), closed);
  }

  private Set<MemberId> with(Optional<String> name) {
    var all = new LinkedHashSet<>(names);
    name.flatMap(Persons::byName).ifPresent(all::add);
    return all;
  }

  boolean isSelf(String name) {
    return Persons.byName(name).filter(names::contains).isPresent();
  }

  /// Whether a sentence about an act starts with the owner's name; when no name is known, that
  /// cannot be told.
  boolean starts(String sentence) {
    String plain = Persons.clean(sentence).toLowerCase(java.util.Locale.ROOT);
    return names.isEmpty()
        || names.stream().anyMatch(n -> plain.startsWith(n.value().substring("name:".length())));
  }
}
