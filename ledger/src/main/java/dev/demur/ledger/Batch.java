package dev.demur.ledger;

import dev.demur.ledger.log.Checkpoint;
import dev.demur.ledger.log.Commitment;
import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.NoteSigner;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.TiledTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The entries of one transaction: they get their positions, are sealed, and grow the tree.
///
/// Nothing reaches the database before [#flush]; receipts exist only after it.
final class Batch {
  private final Handle handle;
  private final LogTree.Head head;
  private final TiledTree tree;
  private final NoteSigner signer;
  private final Instant learntAt;
  private final Subjects subjects;
  private final List<EntryTable.Row> rows = new ArrayList<>();
  private final List<TiledTree.Filled> filled;
  private final Map<String, Long> requests = new HashMap<>();
  private final Map<Long, Written> written = new LinkedHashMap<>();
  private String note;
  private boolean flushed;

  /// An entry of this batch or an earlier one, as its receipt needs it.
  @SuppressWarnings("ArrayRecordComponent") // the salt is passed on, never compared
  private record Written(String json, Event event, byte[] salt, Hash commitment) {}

  /// An empty batch.
  ///
  /// @param tree a copy of its own, at `head`
  /// @param filled where the tree finds the tiles that this batch fills
  Batch(
      Handle handle,
      LogTree.Head head,
      TiledTree tree,
      List<TiledTree.Filled> filled,
      NoteSigner signer,
      Instant learntAt) {
    this.handle = handle;
    this.head = head;
    this.tree = tree;
    this.filled = filled;
    this.signer = signer;
    this.learntAt = learntAt;
    this.subjects = new Subjects(handle);
    this.note = head.note().orElse("");
  }

  /// Loads at once whose the drafts are.
  void prepareSubjects(List<Draft> drafts) {
    subjects.prepare(drafts);
  }

  /// Loads at once what the drafts will need.
  void prepare(List<Draft> drafts) {
    prepareSubjects(drafts);
    prepareRequests(drafts);
  }

  /// Whether these are for members only, and one is for somebody else.
  boolean isOfStranger(List<Draft> drafts) {
    return drafts.stream()
        .anyMatch(
            draft -> draft.membersOnly() && !draft.owner().map(subjects::isMember).orElse(false));
  }

  /// Loads at once what else the drafts will need, whose subjects are there.
  void prepareRequests(List<Draft> drafts) {
    List<byte[]> keys = new ArrayList<>();
    drafts.forEach(draft -> request(draft).ifPresent(keys::add));
    requests.putAll(EntryTable.byRequests(handle, keys));
  }

  /// Adds drafts that belong together; returns their positions. A draft whose idempotency key is
  /// known has the position of the first.
  ///
  /// @throws IdempotencyConflict before anything is added
  List<Long> add(List<Draft> drafts) {
    requireNoConflict(drafts);
    return drafts.stream().map(this::add).toList();
  }

  private void requireNoConflict(List<Draft> drafts) {
    Map<String, Event> within = new HashMap<>();
    for (Draft draft : drafts) {
      Optional<String> request = request(draft).map(EntryTable::hex);
      if (request.isEmpty()) {
        continue;
      }
      Long position = requests.get(request.get());
      Event known = position != null ? entry(position).event() : within.get(request.get());
      if (known != null && !known.equals(draft.event())) {
        throw new IdempotencyConflict(position != null ? position : tree.size() + 1);
      }
      within.put(request.get(), draft.event());
    }
  }

  private long add(Draft draft) {
    Optional<byte[]> request = request(draft);
    Long known = request.map(bytes -> requests.get(EntryTable.hex(bytes))).orElse(null);
    if (known != null) {
      return known;
    }
    Optional<Subject> subject = draft.owner().map(subjects::of);
    long position = tree.size() + 1;
    append(draft, subject, position, request);
    request.ifPresent(bytes -> requests.put(EntryTable.hex(bytes), position));
    subject.ifPresent(owner -> subjects.note(owner, draft.event(), position));
    return position;
  }

  private void append(
      Draft draft, Optional<Subject> subject, long position, Optional<byte[]> request) {
    String json =
        new Statement(draft.member(), draft.happenedAt().orElse(learntAt), learntAt, draft.event())
            .json();
    byte[] salt = Commitment.newSalt(Sealing.RANDOM);
    Hash commitment = Commitment.of(salt, json);
    byte[] payload =
        subject
            .map(s -> Sealing.seal(s.secret(), s.reference(), position, salt, json))
            .orElseGet(() -> Sealing.plain(salt, json));
    String reference = subject.map(Subject::reference).orElse(null);
    rows.add(
        new EntryTable.Row(
            position, reference, learntAt, payload, commitment, request.orElse(null)));
    filled.addAll(tree.add(Commitment.leafHash(commitment)));
    written.put(position, new Written(json, draft.event(), salt, commitment));
  }

  private Optional<byte[]> request(Draft draft) {
    return draft
        .idempotencyKey()
        .map(key ->
            draft
                .owner()
                .map(owner -> Sealing.requestOf(subjects.of(owner).secret(), key))
                .orElseGet(() -> Hash.sha256("operator\n" + key).bytes()));
  }

  private Written entry(long position) {
    return written.computeIfAbsent(position, this::read);
  }

  private Written read(long position) {
    EntryTable.Row row = EntryTable.at(handle, position).orElseThrow();
    Sealing.Opened opened = Opening.open(row, reference -> subjects.byReference(reference));
    Event event = Statement.parse(opened.json()).event();
    return new Written(opened.json(), event, opened.salt(), row.commitment());
  }

  /// Writes everything, the new head included; a second call does nothing.
  void flush() {
    if (rows.isEmpty() || flushed) {
      return;
    }
    flushed = true;
    subjects.flush();
    EntryTable.insert(handle, rows);
    LogTable.insertTiles(handle, filled);
    note = signer.sign(checkpoint().text()).format();
    LogTable.insertNote(handle, tree.size(), note);
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(head.checkpoint().origin(), tree.size(), tree.root());
  }

  /// The receipt of an entry of this batch, or of an earlier one with the same idempotency key.
  Receipt receipt(long position) {
    Written entry = entry(position);
    return new Receipt(
        entry.json(),
        Base64.getEncoder().encodeToString(entry.salt()),
        entry.commitment(),
        position - 1,
        tree.inclusionProof(position - 1),
        note,
        signer.verifier().name(),
        signer.verifier().keyId());
  }

  Handle handle() {
    return handle;
  }

  /// Destroys a subject's key, within this transaction, and enters that it was destroyed.
  long erase(String reference) {
    SubjectTable.delete(handle, reference);
    Event.SubjectErased event = new Event.SubjectErased(reference);
    return add(Draft.ofOperator(event, Optional.empty()));
  }

  /// The receipts of entries, once they are flushed.
  List<Receipt> receipts(List<Long> positions) {
    return positions.stream().map(this::receipt).toList();
  }

  TiledTree tree() {
    return tree;
  }

  List<TiledTree.Filled> filled() {
    return filled;
  }

  /// The signed head after [#flush].
  String note() {
    return note;
  }

  /// The head after [#flush].
  LogTree.Head signed() {
    return isEmpty() ? head : new LogTree.Head(checkpoint(), Optional.of(note));
  }

  /// When its entries were learnt.
  Instant learntAt() {
    return learntAt;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }
}
