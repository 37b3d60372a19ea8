package dev.demur.corpus.derive;

import dev.demur.corpus.redact.PersonNames;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whom a holder knows by name, from the holder's own records and nothing else.
///
/// A name that two people have means neither of them: it stays a name, and so a stranger.
final class AddressBook {
  private final Map<String, SortedSet<MemberId>> byName = new TreeMap<>();
  private final PersonNames names;

  /// @param records all of the holder's records
  AddressBook(MemberId holder, List<MemberRecord> records) {
    PersonNames.Builder builder = PersonNames.builder();
    for (MemberRecord record : records) {
      boolean own = record.category() == Category.PROFILE_NAME;
      Optional<MemberId> person =
          own ? Optional.of(holder) : record.field(Fields.PERSON).map(MemberId::new);
      person.filter(p -> isSource(record, p)).ifPresent(p -> add(builder, p, record));
    }
    names = builder.build();
  }

  /// Connections, and whoever is named together with an id; a name that stands for itself elsewhere
  /// says nothing new.
  private static boolean isSource(MemberRecord record, MemberId person) {
    return record.category() == Category.CONTACT_CONNECTION || !person.isNameOnly();
  }

  private void add(PersonNames.Builder builder, MemberId person, MemberRecord record) {
    String first = record.field(Fields.FIRST_NAME).orElse("");
    String last = record.field(Fields.LAST_NAME).orElse("");
    String key = PersonNames.anybodyNamed(first + " " + last);
    byName.computeIfAbsent(key, k -> new TreeSet<>()).add(person);
    builder.add(person.value(), first, last);
  }

  /// The person of whom a record gives a name only; the same id when nobody or more than one in
  /// this book has the name.
  MemberId resolve(MemberId person) {
    if (!person.isNameOnly()) {
      return person;
    }
    String name = person.value().substring(person.value().indexOf(':') + 1);
    SortedSet<MemberId> known = byName.get(PersonNames.anybodyNamed(name));
    return known != null && known.size() == 1 ? known.first() : person;
  }

  /// Everybody's names, keyed by id.
  PersonNames names() {
    return names;
  }
}
