package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.RecordId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All members' records, as far as they may be kept.
///
/// The unit is the holder: whose archive a record is from. Other people appear as tokens, see
/// [PersonTokens]. Thread-safe; what is put, replaced or erased is durable on return, or not there
/// at all.
public final class RecordTable {
  private static final String NAME = "records";
  private final MemberTable<MemberRecord> table;
  private final PersonTokens tokens;

  private RecordTable(MemberTable<MemberRecord> table, PersonTokens tokens) {
    this.table = table;
    this.tokens = tokens;
  }

  /// Opens the table, making it when it is not there.
  ///
  /// @param tokens those that the records were and will be minimised with
  /// @param buckets how many buckets a new table gets
  public static RecordTable open(Warehouse warehouse, PersonTokens tokens, int buckets) {
    return new RecordTable(MemberTable.open(warehouse, NAME, new RecordFormat(), buckets), tokens);
  }

  /// Adds records to what their holders have, in one atomic commit; for as many as memory holds.
  ///
  /// Putting a record again changes nothing. Which version of a record is kept says
  /// `docs/reference/records.md`.
  public void put(Collection<StorableRecord> records) {
    var rule = new RecordMerge(holder -> false);
    try (var intake = new RecordIntake(this, Path.of(""), rule, Long.MAX_VALUE)) {
      records.forEach(intake::add);
      intake.keep();
      intake.publish();
    }
  }

  /// A way in for any number of records.
  ///
  /// @param folder where records wait that memory does not hold; nobody else's
  /// @param underAge holders of whom no content may be kept
  public RecordIntake intake(Path folder, Predicate<MemberId> underAge) {
    return new RecordIntake(this, folder, new RecordMerge(underAge));
  }

  /// Merges sorted records in, bucket by bucket, in one atomic commit.
  void merge(MergedRuns records, RecordMerge rule, BucketMerge.Tally<MemberRecord> tally) {
    if (!records.hasNext()) {
      return;
    }
    try (MemberTableChange<MemberRecord> change = table.change()) {
      while (records.hasNext()) {
        int bucket = records.bucket();
        Iterator<PlacedRecord> ofBucket =
            Iterators.takeWhile(records, () -> records.hasNext() && records.bucket() == bucket);
        change.mergeBucket(
            bucket, Iterators.map(ofBucket, PlacedRecord::record), rule::merged, tally);
      }
      change.commit();
    }
  }

  /// Sets the records of holders to exactly these, in one atomic commit.
  public void replace(Map<MemberId, ? extends Collection<StorableRecord>> records) {
    SortedMap<MemberId, List<MemberRecord>> plain = new TreeMap<>();
    records.forEach(
        (holder, each) -> plain.put(holder, each.stream().map(StorableRecord::record).toList()));
    table.replace(plain);
  }

  /// Removes everything that holders have here, and its bytes.
  public void erase(Set<MemberId> holders) {
    table.erase(holders);
  }

  /// All records of one holder, by record id.
  public List<MemberRecord> of(MemberId holder) {
    return table.of(holder);
  }

  /// What stays the same as long as a holder's records do, for whoever keeps them; nothing while
  /// that cannot be said. Waits for no change.
  public Optional<String> stampOf(MemberId holder) {
    return table.stampOf(holder);
  }

  /// All records of each of these holders who has any; reads each bucket once.
  public SortedMap<MemberId, List<MemberRecord>> of(Set<MemberId> holders) {
    return table.of(holders);
  }

  /// One record, whoever holds it; reads the column of ids and then its holder's records.
  public Optional<MemberRecord> find(RecordId id) {
    try (MemberTable<MemberRecord>.View view = table.view()) {
      return view.memberWith(RecordFormat.RECORD, id.value())
          .flatMap(holder -> view.of(holder).stream().filter(r -> r.id().equals(id)).findFirst());
    }
  }

  /// Everyone who has records.
  public SortedSet<MemberId> holders() {
    return table.members();
  }

  /// Hands every holder's records to a consumer, which must not change this table.
  public void scan(BiConsumer<MemberId, List<MemberRecord>> consumer) {
    try (MemberTable<MemberRecord>.View view = table.view()) {
      view.scan(consumer);
    }
  }

  /// The holders whose records name any of these people: as author, subject, mentioned person or
  /// connection.
  public SortedSet<MemberId> holdersNaming(Set<MemberId> people) {
    return holdersNamingEach(people).values().stream()
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The holders whose records name them, for each of these people; reads the columns with people
  /// once.
  public SortedMap<MemberId, Set<MemberId>> holdersNamingEach(Set<MemberId> people) {
    SortedMap<MemberId, Set<MemberId>> holders = new TreeMap<>();
    Map<String, Set<MemberId>> byToken = new HashMap<>();
    for (MemberId person : people) {
      Set<MemberId> ofPerson = holders.computeIfAbsent(person, each -> new TreeSet<>());
      byToken.put(tokens.tokenOf(person).value(), ofPerson);
    }
    if (people.isEmpty()) {
      return holders;
    }
    try (MemberTable<MemberRecord>.View view = table.view()) {
      view.columns(
          RecordFormat.NAMING,
          row ->
              RecordFormat.named(
                  row,
                  token -> {
                    Set<MemberId> found = byToken.get(token);
                    if (found != null) {
                      found.add(new MemberId((String) row.getField(RowFormat.MEMBER)));
                    }
                  }));
    }
    return holders;
  }

  /// How many buckets there are; a holder is in one of them.
  public int buckets() {
    return table.buckets();
  }

  /// The bucket of a holder; the same in every table with as many buckets.
  public int bucketOf(MemberId holder) {
    return table.bucketOf(holder);
  }

  /// A version of the table that stays readable, from any thread, until it is closed.
  public View view() {
    return new View(table.view());
  }

  /// One version of the table.
  public static final class View implements AutoCloseable {
    private final MemberTable<MemberRecord>.View view;

    private View(MemberTable<MemberRecord>.View view) {
      this.view = view;
    }

    /// Hands each holder's records in one bucket to a consumer.
    public void bucket(int bucket, BiConsumer<MemberId, List<MemberRecord>> consumer) {
      view.bucket(bucket, consumer);
    }

    BucketRewrite<MemberRecord> rewriteOf(int bucket) {
      return view.rewriteOf(bucket);
    }

    @Override
    public void close() {
      view.close();
    }
  }

  /// The table underneath, for tests of what is on disk.
  MemberTable<MemberRecord> table() {
    return table;
  }
}
