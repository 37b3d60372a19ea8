package dev.demur.ledger;

import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.NoteVerifier;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.WitnessKey;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What members chose and what happened to them: append-only, durable, provable, and yet erasable.
///
/// Every append returns only when the entry is committed to disk and stands in the transparency
/// log; its receipt proves both to anybody. Any number of threads and processes may append at once.
/// Thread-safe. The database is the caller's to close.
public final class Ledger implements AutoCloseable {
  private final Database database;
  private final LedgerKeys keys;
  private final SteadyClock clock;
  private final GroupCommit commits;
  private final Histories histories;
  private final ReceiptWriter receipts;

  private Ledger(Database database, LedgerKeys keys, InstantSource clock) {
    this.database = database;
    this.keys = keys;
    this.clock = new SteadyClock(clock);
    this.commits = new GroupCommit(new Writer(database, keys, this.clock));
    this.histories = new Histories(database, this.clock);
    this.receipts = new ReceiptWriter(database, keys.publicKey());
  }

  /// Opens the ledger in a database, signed with these keys.
  ///
  /// @throws LedgerException when the ledger was made with another key
  public static Ledger open(Database database, LedgerKeys keys, InstantSource clock) {
    Ledger ledger = new Ledger(database, keys, clock);
    ledger.receipts.requireKey();
    database
        .jdbi()
        .withHandle(EntryTable::last)
        .ifPresent(last -> ledger.clock.saw(last.learntAt()));
    return ledger;
  }

  /// Appends an event that happens now.
  public Receipt append(MemberId member, Event.OfMember event) {
    return append(member, event, Optional.empty());
  }

  /// The same, at most once for each key.
  ///
  /// @throws IdempotencyConflict when the key was used for another event
  /// @throws LedgerException when nothing was acknowledged
  public Receipt append(MemberId member, Event.OfMember event, Optional<String> idempotencyKey) {
    return commits.append(List.of(Draft.now(member, event, idempotencyKey))).getFirst();
  }

  /// The same, of somebody who must be a member already.
  ///
  /// @throws UnknownMember when nobody is; nothing was written then
  public Receipt appendOfMember(
      MemberId member, Event.OfMember event, Optional<String> idempotencyKey) {
    return commits.append(List.of(Draft.now(member, event, idempotencyKey).ofMember())).getFirst();
  }

  /// The clock by which things happen and decisions are made here: the one given, but never behind
  /// what the ledger has learnt.
  public InstantSource clock() {
    return clock;
  }

  /// How far the machine's clock is behind what the ledger has learnt; zero when it is not.
  public Duration clockBehind() {
    return clock.behind();
  }

  /// Appends one entry; returns once it is durable.
  ///
  /// @throws IdempotencyConflict when its key was used for another event
  /// @throws LedgerException when nothing was acknowledged
  public Receipt append(Entry entry) {
    return appendAll(List.of(entry)).getFirst();
  }

  /// Appends entries together or not at all; receipts come in the same order.
  public List<Receipt> appendAll(List<Entry> entries) {
    return entries.isEmpty() ? List.of() : commits.append(entries.stream().map(Draft::of).toList());
  }

  /// Appends an event of the operator's own, which holds no member data.
  public Receipt append(Event.OfOperator event) {
    return commits.append(List.of(Draft.ofOperator(event, Optional.empty()))).getFirst();
  }

  /// The same, at most once for each key.
  public Receipt append(Event.OfOperator event, String idempotencyKey) {
    return commits.append(List.of(Draft.ofOperator(event, Optional.of(idempotencyKey)))).getFirst();
  }

  /// Appends a step of an objection case, also of one whose person has been erased.
  ///
  /// @throws LedgerException when there is no such case
  public Receipt appendToCase(String caseId, Event.OfMember event) {
    return appendToCase(caseId, event, Optional.empty());
  }

  /// The same, at most once for each key.
  public Receipt appendToCase(String caseId, Event.OfMember event, String idempotencyKey) {
    return appendToCase(caseId, event, Optional.of(idempotencyKey));
  }

  private Receipt appendToCase(String caseId, Event.OfMember event, Optional<String> key) {
    Objector objector =
        view()
            .objector(caseId)
            .orElseThrow(() -> new LedgerException("there is no objection case " + caseId));
    MemberId person = objector.person();
    Draft draft =
        objector.kept()
            ? Draft.ofKeptObjection(caseId, person, event, Optional.empty(), key)
            : Draft.now(person, event, key);
    return commits.append(List.of(draft)).getFirst();
  }

  /// What is known now: everything that any process has had acknowledged.
  public LedgerView view() {
    return viewAt(histories.refresh());
  }

  /// What was known when the ledger had this many entries.
  public LedgerView view(long position) {
    long newest = histories.refresh();
    if (position < 0 || position > newest) {
      throw new LedgerException(
          "the ledger has the positions 0 to %d, got %d".formatted(newest, position));
    }
    return viewAt(position);
  }

  /// What was known at an instant: every entry learnt at or before it.
  public LedgerView knownAt(Instant instant) {
    histories.refresh();
    return viewAt(database.jdbi().withHandle(handle -> EntryTable.positionAt(handle, instant)));
  }

  private LedgerView viewAt(long position) {
    return new LedgerView(histories, database, position, notice -> true);
  }

  /// Everybody about whom the ledger has learnt something after a position; without those who were
  /// erased.
  public SortedSet<MemberId> changedSince(long position) {
    SortedSet<MemberId> changed = new TreeSet<>();
    List<Subject> subjects =
        database
            .jdbi()
            .withHandle(handle -> SubjectTable.changed(handle, position, Long.MAX_VALUE));
    for (Subject subject : subjects) {
      switch (subject.kind()) {
        case MEMBER -> changed.add(new MemberId(subject.owner()));
        case OBJECTION ->
            view().objectors().stream()
                .filter(objector -> objector.caseId().equals(subject.owner()))
                .forEach(objector -> changed.add(objector.person()));
      }
    }
    return changed;
  }

  /// Every entry about a member, oldest first, each with a receipt against the newest head.
  public List<HistoryItem> history(MemberId member) {
    return receipts.history(member);
  }

  /// The operator's own entries after a position, oldest first.
  public List<Recorded> operatorEntries(long afterPosition) {
    return database
        .jdbi()
        .withHandle(handle -> EntryTable.ofOperator(handle, afterPosition, Long.MAX_VALUE))
        .stream()
        .map(Opening::recorded)
        .toList();
  }

  /// The receipt of the entry at a position, against the newest head.
  ///
  /// @throws LedgerException when there is no such entry, or it was erased
  public Receipt receipt(long position) {
    return receipts.of(position);
  }

  /// The log's newest signed head, as a C2SP checkpoint; empty before the first entry.
  public Optional<String> checkpoint() {
    return receipts.checkpoint();
  }

  /// How large the log was that a witness cosigned last; 0 when it has not.
  long cosignedSize(WitnessKey witness) {
    return database.jdbi().withHandle(handle -> LogTable.cosignedSize(handle, witness.toString()));
  }

  /// Keeps what a witness said of a head; receipts of entries below it show it from then on.
  void keepCosignature(long size, WitnessKey witness, String lines) {
    database
        .jdbi()
        .useHandle(handle -> LogTable.insertCosignature(handle, size, witness.toString(), lines));
  }

  /// What receipts are checked with.
  public NoteVerifier publicKey() {
    return keys.publicKey();
  }

  /// Erases a member: see [#eraseAll].
  public Erasure erase(MemberId member) {
    return eraseAll(List.of(member)).getFirst();
  }

  /// Destroys the members' keys and makes the bytes of keys and ids go from the database's files.
  ///
  /// From then on each is a stranger in every view. Of a standing objection remains what is needed
  /// to go on giving effect to it, under a key of its own. Does nothing more when run again.
  public List<Erasure> eraseAll(Collection<MemberId> members) {
    List<Erasure> erasures = new ArrayList<>();
    List<Subject> gone = new ArrayList<>();
    for (MemberId member : new TreeSet<>(members)) {
      erasures.add(
          commits.alone(batch -> {
            Eraser.Erased erased = new Eraser(batch).erase(member);
            gone.addAll(erased.subjects());
            return new Erasure(erased.position().map(batch::receipt), erased.kept());
          }));
    }
    histories.refresh();
    new Purge(database).run(gone);
    return erasures;
  }

  /// Writes the log's tiles and its newest checkpoint to a folder, as C2SP tlog-tiles has them
  /// served.
  public void exportLog(Path folder) {
    receipts.export(folder);
  }

  /// The proof that the log of `first` entries is the start of the log of `second` entries.
  public List<Hash> consistencyProof(long first, long second) {
    return receipts.consistencyProof(first, second);
  }

  /// Checks the whole log: every entry, tile and head.
  public LedgerCheck verify() {
    return new Verification(database, keys.publicKey()).run();
  }

  /// Waits until everything submitted is written.
  @Override
  public void close() {
    commits.close();
  }

  /// Whether somebody is a member now: the quick question, which loads nothing.
  public boolean knows(MemberId member) {
    return Histories.wellFormed(member.value())
        && database.jdbi().withHandle(handle -> SubjectTable.isMember(handle, member.value()));
  }

  /// The members who stand behind references that [Event.SubjectErased] entries of a later state of
  /// this ledger name; those that are unknown here are passed over.
  public SortedSet<MemberId> membersBehind(Collection<String> references) {
    return database
        .jdbi()
        .withHandle(handle ->
            references.stream()
                .flatMap(reference -> SubjectTable.byReference(handle, reference).stream())
                .filter(subject -> subject.kind() == Subject.Kind.MEMBER)
                .map(subject -> new MemberId(subject.owner()))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /// Every member, by id, as of now.
  public SortedSet<MemberId> members() {
    return view().members().stream().collect(Collectors.toCollection(TreeSet::new));
  }
}
