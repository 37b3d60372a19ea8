package dev.demur.home;

import dev.demur.corpus.derive.Screening;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.log.Receipt;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Reason;
import dev.demur.model.RecordId;
import dev.demur.model.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Records of which the screen for special categories was not sure, for people to look at.
///
/// They are out of the corpus until somebody who has read one decides to keep it, and the next
/// build heeds that. Nothing is stored but the decisions: the queue is found anew in the snapshot.
public final class Reviews {
  private Reviews() {}

  /// A record to be looked at.
  ///
  /// @param special the category, e.g. `health`
  /// @param words because of which it is here
  public record Item(
      RecordId record, MemberId holder, Category category, String special, String words) {}

  /// The records that wait, by id.
  public static List<Item> open(Home home) {
    Map<RecordId, Review> decided = home.ledger().view().reviews();
    List<Item> items = new ArrayList<>();
    Map<MemberId, Set<RecordId>> screenedOut = screenedOut(home);
    home.records()
        .scan((holder, records) -> {
          Set<RecordId> wanted = screenedOut.getOrDefault(holder, Set.of());
          records.stream()
              .filter(record -> wanted.contains(record.id()) && !isDecided(record, decided))
              .forEach(record -> item(record).ifPresent(items::add));
        });
    items.sort(java.util.Comparator.comparing(Item::record));
    return List.copyOf(items);
  }

  private static Map<MemberId, Set<RecordId>> screenedOut(Home home) {
    Map<MemberId, Set<RecordId>> found = new TreeMap<>();
    CorpusEntry.Out special = new CorpusEntry.Out(Reason.SPECIAL_CATEGORY.code());
    home.corpus()
        .scanEntries((holder, entries) -> {
          Set<RecordId> records =
              entries.stream()
                  .filter(entry -> entry.outcome().equals(special))
                  .map(CorpusEntry::record)
                  .collect(Collectors.toCollection(TreeSet::new));
          if (!records.isEmpty()) {
            found.put(holder, records);
          }
        });
    return found;
  }

  private static boolean isDecided(MemberRecord record, Map<RecordId, Review> decided) {
    Review review = decided.get(record.id());
    return review != null && review.digest().equals(Screening.digest(record));
  }

  private static Optional<Item> item(MemberRecord record) {
    return Screening.of(record)
        .filter(found -> !found.sure())
        .map(found ->
            new Item(
                record.id(), record.holder(), record.category(), found.category(), found.words()));
  }

  /// A record to be read: whose it is, what stands in it, and whether it may be kept.
  public record Reading(MemberId holder, Category category, String text, boolean mayKeep) {
    /// Without the text: it holds member data, which does not belong in logs.
    @Override
    public String toString() {
      return "Reading[" + category + ", " + text.length() + " characters]";
    }
  }

  /// A record for a page that has entered the look itself; empty when there is none of that id.
  public static Optional<Reading> reading(Home home, RecordId id) {
    return home.records()
        .find(id)
        .map(record ->
            new Reading(
                record.holder(),
                record.category(),
                Screening.content(record),
                Screening.of(record).filter(Screening::sure).isEmpty()));
  }

  /// The same for whoever has no page that enters looks: the member finds in the history that it
  /// was looked at.
  ///
  /// @param by the name of whoever reads it
  /// @throws InputRefused when there is no such record
  public static Reading read(Home home, RecordId id, String by) {
    requireName(by);
    Reading reading = reading(home, id).orElseThrow(() -> unknown(id));
    Event.DataLookedAt look = new Event.DataLookedAt(by, "reviewer", "record " + id);
    Choices.lookedAt(home, List.of(reading.holder()), look);
    return reading;
  }

  /// Enters a decision, which the next build heeds; the last one counts.
  ///
  /// @param keep whether the record may be used; possible only where the screen was not sure
  /// @param by the name of the human who decides
  /// @throws InputRefused when there is no such record, or it cannot be kept
  public static Receipt decide(Home home, RecordId id, boolean keep, String by, String note) {
    requireName(by);
    MemberRecord record = home.records().find(id).orElseThrow(() -> unknown(id));
    if (keep && Screening.of(record).filter(Screening::sure).isPresent()) {
      throw new InputRefused(
          "record %s cannot be kept: what it says of a special category is not in doubt"
              .formatted(id));
    }
    Event.RecordReviewed review =
        new Event.RecordReviewed(id, Screening.digest(record), keep, by, note);
    return home.ledger().append(Entry.of(record.holder(), review, home.clock().instant()));
  }

  private static void requireName(String by) {
    if (by.isBlank()) {
      throw new InputRefused("a review is a person's: say whose, by name");
    }
  }

  private static InputRefused unknown(RecordId id) {
    return new InputRefused("no record here has the id " + id);
  }
}
