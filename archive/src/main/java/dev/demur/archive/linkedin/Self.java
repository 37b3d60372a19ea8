package dev.demur.archive.linkedin;

import dev.demur.model.MemberId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The holder of an archive, and how the archive speaks of the holder.
///
/// @param holder the member id under which records are kept
/// @param slugs the holder's profile slugs and account ids
/// @param names the holder's names, as [MemberId#ofName] writes them
record Self(MemberId holder, Set<MemberId> slugs, Set<MemberId> names) {
  Self {
    slugs = Set.copyOf(slugs);
    names = Set.copyOf(names);
  }

  /// The holder for one of the holder's slugs; anybody else unchanged.
  MemberId resolved(MemberId person) {
    return slugs.contains(person) ? holder : person;
  }

  /// Who sent something, in tables where a name without a URL is enough.
  Optional<MemberId> sender(Optional<MemberId> byUrl, Supplier<Optional<MemberId>> byName) {
    return byUrl
        .map(this::resolved)
        .or(() -> byName.get().map(name -> names.contains(name) ? holder : name));
  }
}
