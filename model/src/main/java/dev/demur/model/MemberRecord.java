package dev.demur.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// One item of member data, as it stood in one member's archive.
///
/// Author, subjects and mentioned people are kept apart: whose archive it is from (`holder`) says
/// nothing about who wrote it.
///
/// @param holder the member whose archive it is from
/// @param author who wrote it; empty means unknown
/// @param about whom it describes, when that is someone other than the author (a recommendation, an
///   endorsement)
/// @param mentions people the source itself marks as mentioned; names in free text are found later,
///   from the holder's own address book
/// @param createdAt empty means the source does not say
/// @param fields the content by canonical name, see [Fields]; no empty values
/// @param source where it stood
public record MemberRecord(
    RecordId id,
    MemberId holder,
    Optional<MemberId> author,
    List<MemberId> about,
    List<MemberId> mentions,
    Category category,
    Optional<Moment> createdAt,
    SortedMap<String, String> fields,
    Source source) {

  public MemberRecord {
    about = List.copyOf(about);
    mentions = List.copyOf(mentions);
    fields = FieldMap.copyOf(fields);
  }

  /// The value of one field.
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// Id and size only: a record holds member data, which does not belong in logs.
  @Override
  public String toString() {
    int size = fields.values().stream().mapToInt(String::length).sum();
    return "MemberRecord[" + id + ", " + category + ", " + size + " characters]";
  }
}
