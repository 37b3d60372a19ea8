package dev.demur.corpus.store;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Member records for tests.
final class Samples {
  static final MemberId ANNA = new MemberId("anna-berg-1a2b");
  static final MemberId BELA = new MemberId("bela-kun-3c4d");
  static final MemberId CARA = new MemberId("cara-dunn-5e6f");
  static final Moment MARCH =
      new Moment(
          Instant.parse("2025-03-01T10:20:30Z"),
          Moment.Precision.SECOND,
          Moment.Zone.ASSUMED_UTC,
          "2025-03-01 10:20:30");

  private Samples() {}

  static RecordId id(int number) {
    return new RecordId("%032x".formatted(number));
  }

  static MemberRecord post(MemberId holder, int number, String text) {
    return record(holder, number, Category.CONTENT_POST, Map.of(Fields.TEXT, text));
  }

  static MemberRecord record(
      MemberId holder, int number, Category category, Map<String, String> fields) {
    return new MemberRecord(
        id(number),
        holder,
        Optional.of(holder),
        List.of(),
        List.of(),
        category,
        Optional.of(MARCH),
        new TreeMap<>(fields),
        new Source("linkedin", "Shares.csv", number));
  }

  static MemberRecord connection(
      MemberId holder, int number, MemberId person, String first, String last) {
    return record(
        holder,
        number,
        Category.CONTACT_CONNECTION,
        Map.of(Fields.PERSON, person.value(), Fields.FIRST_NAME, first, Fields.LAST_NAME, last));
  }

  /// The same from another place.
  static MemberRecord from(MemberRecord r, Source source) {
    return new MemberRecord(
        r.id(),
        r.holder(),
        r.author(),
        r.about(),
        r.mentions(),
        r.category(),
        r.createdAt(),
        r.fields(),
        source);
  }

  static MemberRecord withPeople(
      MemberRecord r, Optional<MemberId> author, List<MemberId> about, List<MemberId> mentions) {
    return new MemberRecord(
        r.id(),
        r.holder(),
        author,
        about,
        mentions,
        r.category(),
        r.createdAt(),
        r.fields(),
        r.source());
  }

  static StorableRecord stored(MemberRecord record) {
    return new Minimiser(Homes.TOKENS).minimise(record, Optional.empty(), MARCH.instant());
  }
}
