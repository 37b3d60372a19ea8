package dev.demur.archive;

import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.Optional;

/// A reader of one kind of archive.
public interface ArchiveKind {
  /// `linkedin`, `facebook`, `instagram`, `whatsapp`, `x` or `mastodon`; as in
  /// [dev.demur.model.Source].
  String name();

  /// Looks at an archive; empty when it is not of this kind.
  Optional<Reading> recognise(Container archive);

  /// One archive of this kind, ready to be read.
  interface Reading {
    /// Whether an entry looks like one of this kind; of two kinds that claim it, one gets it.
    boolean claims(Entry entry);

    /// Reads every entry once, so that a damaged archive is refused before its first record.
    ///
    /// @param own the entries to be read: claimed, and given to no other kind
    void verify(List<Entry> own);

    /// The account id or profile slug inside the archive.
    Optional<MemberId> holder();

    /// A number of the account that only this platform's machines know it by.
    default Optional<MemberId> accountNumber() {
      return Optional.empty();
    }

    /// Hands on every record of its entries, in an order that depends on the archive's content
    /// only.
    void read(MemberId holder, ImportLog log);
  }
}
