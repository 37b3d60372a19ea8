package dev.demur.ledger;

import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.model.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the ledger knew at one position. The answers never change, but that whoever is erased later
/// becomes a stranger in every view. Thread-safe.
///
/// Members are loaded when first asked for; [#load] loads all at once.
public final class LedgerView implements MemberFactSource {
  private static final int MAX_KEPT = 100_000;

  private final Histories histories;
  private final Database database;
  private final long position;
  private final Predicate<Event.NoticeDelivered> notices;
  private final Map<MemberId, Optional<MemberFacts>> facts = new ConcurrentHashMap<>();
  private volatile @Nullable List<Objector> objectors;
  private volatile @Nullable Map<RecordId, Instant> deletions;
  private volatile @Nullable Map<RecordId, Review> reviews;

  LedgerView(
      Histories histories,
      Database database,
      long position,
      Predicate<Event.NoticeDelivered> notices) {
    this.histories = histories;
    this.database = database;
    this.position = position;
    this.notices = notices;
  }

  /// How many entries this view has seen: the position of the last, 0 for none.
  public long position() {
    return position;
  }

  /// The same view, in which only the notices of one program count. Decisions under a program take
  /// this one: a notice of another program must not pass for its own.
  ///
  /// A notice that was only shown in the product does not count.
  public LedgerView under(String program) {
    return new LedgerView(
        histories,
        database,
        position,
        notice -> notice.program().equals(program) && !isBanner(notice));
  }

  /// The same, in which notices that were shown in the product count too.
  public LedgerView underWithBanners(String program) {
    return new LedgerView(
        histories, database, position, notice -> notice.program().equals(program));
  }

  private static boolean isBanner(Event.NoticeDelivered notice) {
    return notice.channel().equals(Event.NoticeDelivered.BANNER);
  }

  /// The same as [#under(String)], for one version of the program's notice.
  public LedgerView under(String program, String noticeVersion) {
    return new LedgerView(
        histories,
        database,
        position,
        notice ->
            notice.program().equals(program)
                && notice.version().equals(noticeVersion)
                && !isBanner(notice));
  }

  /// Loads every member, which is far quicker than asking for many one by one.
  public LedgerView load() {
    histories.loadAll();
    return this;
  }

  @Override
  public Optional<MemberFacts> factsOf(MemberId member) {
    Optional<MemberFacts> known = facts.get(member);
    if (known != null) {
      return known;
    }
    if (facts.size() >= MAX_KEPT) {
      facts.clear();
    }
    Optional<MemberFacts> computed = compute(member);
    facts.put(member, computed);
    return computed;
  }

  private Optional<MemberFacts> compute(MemberId member) {
    List<Recorded> history = histories.of(Histories.owner(member));
    if (history.isEmpty()) {
      return Optional.empty();
    }
    List<Objector> objections = Objections.in(history, position, Optional.of(member));
    objectors().stream()
        .filter(objector -> objector.kept() && objector.person().equals(member))
        .forEach(objections::add);
    return FactsOf.at(history, position, objections, notices);
  }

  /// Whether the platform has said that the member has an account ([Event.MemberJoined]), not only
  /// told facts about somebody of that id.
  public boolean hasJoined(MemberId member) {
    return histories.of(Histories.owner(member)).stream()
        .anyMatch(
            entry -> entry.position() <= position && entry.event() instanceof Event.MemberJoined);
  }

  /// In which language the member is written to; empty when nobody has said.
  public Optional<String> languageOf(MemberId member) {
    return histories.of(Histories.owner(member)).stream()
        .filter(entry -> entry.position() <= position)
        .map(Recorded::event)
        .filter(Event.LanguageLearned.class::isInstance)
        .map(event -> ((Event.LanguageLearned) event).language())
        .reduce((earlier, later) -> later);
  }

  /// Every member, by id.
  public SortedSet<MemberId> members() {
    return database.jdbi().withHandle(handle -> SubjectTable.members(handle, position)).stream()
        .map(MemberId::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// When the record was deleted by its member; empty when it was not.
  public Optional<Instant> deletedAt(RecordId record) {
    return Optional.ofNullable(deletions().get(record));
  }

  /// When each record that a member deleted was deleted.
  public Map<RecordId, Instant> deletions() {
    Map<RecordId, Instant> known = deletions;
    if (known == null) {
      known = Map.copyOf(findDeletions());
      deletions = known;
    }
    return known;
  }

  private Map<RecordId, Instant> findDeletions() {
    Map<RecordId, Instant> found = new HashMap<>();
    for (List<Recorded> history :
        histories.withTrait(SubjectTable.Trait.DELETER, position).values()) {
      for (Recorded entry : history) {
        if (entry.position() <= position
            && entry.event() instanceof Event.RecordDeleted(var record)) {
          found.merge(record, entry.happenedAt(), (a, b) -> a.isBefore(b) ? a : b);
        }
      }
    }
    return found;
  }

  /// What was decided last about each record that somebody reviewed.
  public Map<RecordId, Review> reviews() {
    Map<RecordId, Review> known = reviews;
    if (known == null) {
      known = Map.copyOf(findReviews());
      reviews = known;
    }
    return known;
  }

  private Map<RecordId, Review> findReviews() {
    Map<RecordId, Review> found = new HashMap<>();
    for (List<Recorded> history :
        histories.withTrait(SubjectTable.Trait.DELETER, position).values()) {
      for (Recorded entry : history) {
        if (entry.position() <= position
            && entry.event()
                instanceof Event.RecordReviewed(var record, var digest, var keep, _, _)) {
          found.put(record, new Review(keep, digest));
        }
      }
    }
    return found;
  }

  /// Every objection in any state, by members, former members and others, in the order of filing.
  public List<Objector> objectors() {
    List<Objector> known = objectors;
    if (known == null) {
      known = findObjectors();
      objectors = known;
    }
    return known;
  }

  /// One objection, by case id.
  public Optional<Objector> objector(String caseId) {
    return objectors().stream().filter(each -> each.caseId().equals(caseId)).findFirst();
  }

  /// All that was entered about one objection case, oldest first; empty when there is no such case.
  public List<Recorded> caseHistory(String caseId) {
    Optional<Objector> found = objector(caseId);
    if (found.isEmpty()) {
      return List.of();
    }
    Draft.Owner owner =
        found.get().kept()
            ? new Draft.Owner(Subject.Kind.OBJECTION, caseId)
            : Histories.owner(found.get().person());
    return histories.of(owner).stream()
        .filter(entry -> entry.position() <= position)
        .filter(entry -> Objections.caseOf(entry.event()).filter(caseId::equals).isPresent())
        .toList();
  }

  private List<Objector> findObjectors() {
    List<Objector> found = new ArrayList<>();
    histories
        .withTrait(SubjectTable.Trait.OBJECTOR, position)
        .forEach(
            (subject, history) -> found.addAll(Objections.in(history, position, person(subject))));
    found.sort(java.util.Comparator.comparingLong(Objector::filedPosition));
    return List.copyOf(found);
  }

  private static Optional<MemberId> person(Subject subject) {
    return subject.kind() == Subject.Kind.MEMBER
        ? Optional.of(new MemberId(subject.owner()))
        : Optional.empty();
  }

  /// The names and handles by which others write of those whose objection is pending or granted:
  /// what must be redacted wherever it stands.
  public SortedSet<String> objectorNames() {
    return objectors().stream()
        .filter(Objector::stands)
        .flatMap(objector -> objector.names().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
