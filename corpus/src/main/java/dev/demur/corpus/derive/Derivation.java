package dev.demur.corpus.derive;

import dev.demur.corpus.quality.QualityRules;
import dev.demur.corpus.redact.NameHit;
import dev.demur.corpus.redact.PersonNames;
import dev.demur.corpus.redact.Redactor;
import dev.demur.corpus.redact.Scan;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.Derived;
import dev.demur.model.Decision;
import dev.demur.model.Fields;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.Purpose;
import dev.demur.model.Reason;
import dev.demur.model.Recipient;
import dev.demur.model.RecordId;
import dev.demur.model.Review;
import dev.demur.model.Use;
import dev.demur.program.Program;
import dev.demur.program.RecordFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What stored records give to training under a program, and why the others give nothing.
///
/// For each record and purpose: whom it names, as far as the holder's own address book tells; the
/// program's decision; then, if permitted, the text with everyone redacted who is named in it. A
/// stranger, an objector, someone who permits and the holder leave the same placeholder.
///
/// The answer for one holder depends on that holder's records, on the facts of the people they
/// name, and on what the constructor is given; on nobody else's records. Immutable, thread-safe if
/// what it is given is.
public final class Derivation {
  /// Of the rules by which texts are made. Whoever changes what a text becomes raises it, or
  /// earlier builds' texts are taken for today's; a test holds both together.
  static final String VERSION = "texts-11";

  /// Left out because somebody else wrote it.
  public static final String NOT_OWN_WORDS = "not-own-words";

  /// Left out because the source says that only the member's followers can see it.
  public static final String NOT_PUBLIC = "not-public";

  private static final Set<String> CLOSED = Set.of("followers");

  /// Left out because somebody who reviewed it said so.
  public static final String REMOVED_IN_REVIEW = "removed-in-review";

  /// Left out because it breaks one of the [QualityRules].
  public static final String LOW_QUALITY = "low-quality";

  /// Left out because there is nothing to train on.
  public static final String NO_TEXT = "no-text";

  private final Program program;
  private final MemberFactSource members;
  private final Function<RecordId, Optional<Instant>> deletedAt;
  private final Function<RecordId, Optional<Review>> reviews;
  private final PersonNames objectors;
  private final List<Instant> instants;

  /// @param members answers for tokens too, see [dev.demur.corpus.store.PersonTokens#resolving]
  /// @param deletedAt when a member deleted a record
  /// @param objectorNames the names and handles of everyone with a pending or granted objection
  /// @param at the instant for which decisions are asked
  /// @param alsoAt another instant at which they must hold as well: now, when `at` is the past
  public Derivation(
      Program program,
      MemberFactSource members,
      Function<RecordId, Optional<Instant>> deletedAt,
      Collection<String> objectorNames,
      Instant at,
      Optional<Instant> alsoAt) {
    this(
        program,
        members,
        deletedAt,
        record -> Optional.empty(),
        objectors(objectorNames),
        Stream.concat(Stream.of(at), alsoAt.stream()).distinct().toList());
  }

  private Derivation(
      Program program,
      MemberFactSource members,
      Function<RecordId, Optional<Instant>> deletedAt,
      Function<RecordId, Optional<Review>> reviews,
      PersonNames objectors,
      List<Instant> instants) {
    this.program = program;
    this.members = members;
    this.deletedAt = deletedAt;
    this.reviews = reviews;
    this.objectors = objectors;
    this.instants = instants;
  }

  /// The same, heeding what people decided who read records of which the screen was not sure.
  public Derivation heeding(Function<RecordId, Optional<Review>> decided) {
    return new Derivation(program, members, deletedAt, decided, objectors, instants);
  }

  private static PersonNames objectors(Collection<String> names) {
    PersonNames.Builder builder = PersonNames.builder();
    new TreeSet<>(names).forEach(name -> builder.addFullName(PersonNames.anybodyNamed(name), name));
    return builder.build();
  }

  /// What became of every record of one holder, by record id and purpose.
  ///
  /// @param records all of the holder's stored records, in any order
  public List<CorpusEntry> derive(MemberId holder, List<MemberRecord> records) {
    return derive(holder, records, List.of()).entries();
  }

  /// The same, taking texts over from an earlier answer where they must be equal.
  ///
  /// @param before an answer of this or an earlier derivation, whatever its program, facts and
  ///   instant, about any records
  public Derived derive(
      MemberId holder, List<MemberRecord> records, Collection<CorpusEntry> before) {
    String inputs = Inputs.digest(records, objectors);
    Before known = new Before(inputs, before);
    AddressBook book = new AddressBook(holder, records);
    List<CorpusEntry> entries = new ArrayList<>();
    for (MemberRecord record : records) {
      Naming naming = new Naming(record, book);
      for (Purpose purpose : Purpose.values()) {
        entries.add(entry(naming, purpose, known));
      }
    }
    entries.sort(
        java.util.Comparator.comparing(CorpusEntry::record).thenComparing(CorpusEntry::purpose));
    return new Derived(entries, known.made);
  }

  /// What became of one record for one purpose, among all of its holder's records.
  private CorpusEntry entry(Naming naming, Purpose purpose, Before before) {
    MemberRecord record = naming.record;
    List<Decision> decisions = decisions(naming, purpose);
    Decision last = decisions.getLast();
    CorpusEntry.Outcome outcome =
        switch (last) {
          case Decision.Deny deny -> new CorpusEntry.Out(deny.reason().code());
          case Decision.Permit _ when isRemoved(record) -> new CorpusEntry.Out(REMOVED_IN_REVIEW);
          case Decision.Permit _ ->
              before
                  .in(record.id(), purpose)
                  .orElseGet(() -> before.made(permitted(naming, purpose)));
        };
    return new CorpusEntry(
        record.holder(),
        record.id(),
        purpose,
        record.category(),
        record.createdAt().map(Moment::instant),
        last.clause(),
        before.inputs,
        outcome);
  }

  /// Texts of an earlier answer that were made from what is here now.
  private static final class Before {
    private final String inputs;
    private final Map<RecordId, Map<Purpose, CorpusEntry.Outcome>> texts = new HashMap<>();
    private int made;

    Before(String inputs, Collection<CorpusEntry> before) {
      this.inputs = inputs;
      for (CorpusEntry entry : before) {
        if (entry.inputs().equals(inputs) && entry.outcome() instanceof CorpusEntry.In) {
          texts
              .computeIfAbsent(entry.record(), record -> new EnumMap<>(Purpose.class))
              .put(entry.purpose(), entry.outcome());
        }
      }
    }

    Optional<CorpusEntry.Outcome> in(RecordId record, Purpose purpose) {
      return Optional.ofNullable(texts.getOrDefault(record, Map.of()).get(purpose));
    }

    CorpusEntry.Outcome made(CorpusEntry.Outcome outcome) {
      made += outcome instanceof CorpusEntry.In ? 1 : 0;
      return outcome;
    }
  }

  /// The decisions at each instant, up to the first denial.
  private List<Decision> decisions(Naming naming, Purpose purpose) {
    List<Decision> decisions = new ArrayList<>();
    for (Instant at : instants) {
      Use use = new Use(purpose, Recipient.CONTROLLER);
      decisions.add(program.decide(use, naming.facts(), members, at));
      if (decisions.getLast() instanceof Decision.Deny) {
        break;
      }
    }
    return decisions;
  }

  private CorpusEntry.Outcome permitted(Naming naming, Purpose purpose) {
    MemberRecord record = naming.record;
    if (record.author().filter(record.holder()::equals).isEmpty()) {
      return new CorpusEntry.Out(NOT_OWN_WORDS);
    }
    if (record.field(Fields.VISIBILITY).filter(CLOSED::contains).isPresent()) {
      return new CorpusEntry.Out(NOT_PUBLIC);
    }
    String text = purpose == Purpose.CONTENT_GENERATION ? naming.text : "";
    if (text.isEmpty() && (purpose == Purpose.CONTENT_GENERATION || naming.factFields.isEmpty())) {
      return new CorpusEntry.Out(Rendering.isQuotation(record) ? NOT_OWN_WORDS : NO_TEXT);
    }
    if (QualityRules.broken(text).isPresent()) {
      return new CorpusEntry.Out(LOW_QUALITY);
    }
    Optional<Screening> found = Screening.of(record, text, naming.factFields.values());
    boolean special = found.isPresent() && (found.get().sure() || !isKept(record));
    return special ? new CorpusEntry.Out(Reason.SPECIAL_CATEGORY.code()) : in(naming, text);
  }

  private boolean isRemoved(MemberRecord record) {
    return review(record).filter(review -> !review.keep()).isPresent();
  }

  private boolean isKept(MemberRecord record) {
    return review(record).filter(Review::keep).isPresent();
  }

  /// The review of a record, if it is of the content that the record has.
  private Optional<Review> review(MemberRecord record) {
    return reviews
        .apply(record.id())
        .filter(review -> review.digest().equals(Screening.digest(record)));
  }

  private CorpusEntry.In in(Naming naming, String text) {
    Redactor.Document document = Redactor.document();
    String redactedText = text.isEmpty() ? "" : redacted(naming, text, document);
    SortedMap<String, String> fields = new TreeMap<>();
    naming.factFields.forEach((name, value) -> {
      Scan scan = new Scan(value);
      fields.put(name, document.redactName(scan, people(naming, scan)).text());
    });
    return new CorpusEntry.In(redactedText, fields);
  }

  private String redacted(Naming naming, String text, Redactor.Document document) {
    Scan scan = new Scan(text);
    return document.redact(scan, people(naming, scan)).text();
  }

  /// Where people are named in a text: all whom the holder knows, and objectors.
  ///
  /// Also those who permit: a text that showed their names would have to be derived and trained on
  /// anew when one of them leaves, and a model has no need of names.
  private List<NameHit> people(Naming naming, Scan text) {
    List<NameHit> people = new ArrayList<>(naming.find(text));
    people.addAll(objectors.find(text));
    return people;
  }

  /// Whom one record names.
  private final class Naming {
    private final MemberRecord record;
    private final AddressBook book;
    private final PersonNames mentionedByName;
    private final String text;
    private final SortedMap<String, String> factFields;
    private final RecordFacts facts;

    Naming(MemberRecord record, AddressBook book) {
      this.record = record;
      this.book = book;
      this.mentionedByName = mentionedByName();
      this.text = Rendering.text(record).orElse("");
      this.factFields = Rendering.facts(record);
      this.facts = makeFacts();
    }

    RecordFacts facts() {
      return facts;
    }

    /// People whom the source marks as mentioned, or the record is about, by name only.
    private PersonNames mentionedByName() {
      List<MemberId> named =
          Stream.concat(record.mentions().stream(), record.about().stream())
              .filter(MemberId::isNameOnly)
              .toList();
      if (named.isEmpty()) {
        return PersonNames.NONE;
      }
      PersonNames.Builder builder = PersonNames.builder();
      for (MemberId person : named) {
        String name = person.value().substring(person.value().indexOf(':') + 1);
        builder.addFullName(book.resolve(person).value(), name);
      }
      return builder.build();
    }

    List<NameHit> find(Scan where) {
      List<NameHit> hits = new ArrayList<>(book.names().find(where));
      hits.addAll(mentionedByName.find(where));
      return hits;
    }

    /// Without those mentioned: they change no answer, and are redacted whatever it is.
    private RecordFacts makeFacts() {
      return new RecordFacts(
          record.category(),
          record.createdAt().map(Moment::instant),
          record.author().map(book::resolve),
          record.about().stream().map(book::resolve).toList(),
          List.of(),
          deletedAt.apply(record.id()));
    }
  }
}
